import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { LAND_RUNS } from "./land-mask.ts";
import { COLUMNS, ROWS, cellAt, packRuns, unpackRuns } from "./land.ts";

const land = unpackRuns(LAND_RUNS);
const isLand = (lat: number, lon: number) =>
  land[cellAt((lat * Math.PI) / 180, (lon * Math.PI) / 180)] === 1;

test("G6 known places are land, known seas are not", () => {
  const places: [string, number, number][] = [
    ["Nairobi", -1.29, 36.82],
    ["Lhasa", 29.65, 91.1],
    ["La Paz", -16.5, -68.15],
    ["Kansas City", 39.1, -94.6],
    ["Warsaw", 52.23, 21.01],
    ["Ulaanbaatar", 47.92, 106.92],
    ["Antananarivo", -18.88, 47.51],
    ["Alice Springs", -23.7, 133.88],
    ["Anadyr upland", 66.5, 177],
    ["east of the date line", 66.5, -174],
    ["South Pole", -89.9, 0],
    ["Greenland", 72, -40],
    ["Viti Levu, Fiji", -17.8, 178],
  ];
  const seas: [string, number, number][] = [
    ["North Pole", 89.9, 0],
    ["Gulf of Guinea", 0, 0],
    ["Pacific", 0, -150],
    ["Tasman Sea", -38, 160],
    ["Mediterranean", 35, 18],
    ["Hudson Bay", 60, -85],
    ["Bay of Bengal", 14, 88],
    ["east of Fiji", -17.8, -170],
    ["Southern Ocean", -60, 0],
  ];
  for (const [name, lat, lon] of places) assert.ok(isLand(lat, lon), name);
  for (const [name, lat, lon] of seas) assert.ok(!isLand(lat, lon), name);
});

test("G6 28–30 % of the Earth's surface is land", () => {
  let all = 0;
  let dry = 0;
  for (let row = 0; row < ROWS; row++) {
    const area = Math.cos((0.5 - (row + 0.5) / ROWS) * Math.PI);
    for (let column = 0; column < COLUMNS; column++) {
      all += area;
      dry += area * land[row * COLUMNS + column]!;
    }
  }
  assert.ok(dry / all > 0.28 && dry / all < 0.3, `${dry / all}`);
});

test("G7 packed cells come back as they were, however long the runs", () => {
  const cells = fc.array(fc.tuple(fc.nat(20_000), fc.nat(1)), { maxLength: 40 }).map((runs) => {
    const earth = new Uint8Array(COLUMNS * ROWS);
    let at = 0;
    for (const [length, kind] of runs) earth.fill(kind, at, (at += length));
    return earth;
  });
  fc.assert(
    fc.property(cells, (earth) => assert.deepEqual(unpackRuns(packRuns(earth)), earth)),
    { numRuns: 40 },
  );
  assert.equal(packRuns(land), LAND_RUNS);
  assert.throws(() => unpackRuns("AB"), /Expected runs over 259200 cells, got 1/);
});

test("the mask stays below 8 kB of source", () => {
  assert.ok(LAND_RUNS.length <= 8000, `${LAND_RUNS.length}`);
});
