import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { summingOf } from "./cells.ts";
import { cellOfPoint, middleOf, ZOOM } from "./grid.ts";

test("N7 tiles are summed by cell, each test counting once", () => {
  const sum = summingOf("tiles")!;
  sum.add(["0230102122203031", 1000, 100, 50, 1, 1]);
  sum.add(["0230102122203032", 4000, 400, 20, 2, 1]);
  sum.add(["0231", 5000, 500, 10, 1, 1]); // a coarse tile is its own cell
  sum.add(["1231231", 9000, 900, 10, 0, 0]); // nobody tested: a mean of nothing
  assert.deepEqual(sum.cells(), [
    ["0230102", { tiles: 2, tests: 3, down: 3000, up: 300, latency: 30 }],
    ["0231", { tiles: 1, tests: 1, down: 5000, up: 500, latency: 10 }],
  ]);
});

test("N7 schools are counted by what the list says; what it does not say is neither", () => {
  const sum = summingOf("schools")!;
  for (const said of ["Yes", "No", "not connected", "unknown", null])
    sum.add([null, "A school", "-31.9", "29.1", said]);
  const [[cell, counted]] = sum.cells() as [[string, object]];
  assert.deepEqual(counted, { schools: 5, connected: 1, unconnected: 2 });
  assert.equal(cell, cellOfPoint(-31.9, 29.1));
  assert.equal(summingOf("country-indicator"), undefined);
});

test("N7 a point lies in its cell, and the middle of a cell in that cell", () => {
  const lat = fc.double({ min: -90, max: 90, noNaN: true });
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(
    fc.property(lat, lon, (y, x) => {
      const cell = cellOfPoint(y, x);
      const middle = middleOf(cell);
      assert.match(cell, new RegExp(`^[0-3]{${ZOOM}}$`));
      assert.ok(Math.abs(middle.lon - x) <= 1.5, `${middle.lon} ${x}`);
      assert.equal(cellOfPoint(middle.lat, middle.lon), cell);
    }),
  );
});
