/** Reading, joining, cutting and filling ground (README.md, TE1 to TE10). */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { parseEsriAscii } from "./esri-ascii.ts";
import { along, bearing, distanceKm, EARTH_RADIUS } from "./great-circle.ts";
import {
  bilinear,
  heightAt,
  latitudeOf,
  longitudeOf,
  nearestNode,
  newHeights,
  placeOn,
  type Grid,
} from "./grid.ts";
import { parseHgt } from "./hgt.ts";
import { cropAround, mosaic } from "./mosaic.ts";
import { intervalsOver, profileBetween, SWEEP_SPACING } from "./profile.ts";
import { fillVoids, isVoid } from "./voids.ts";

const place = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Heights by a rule of latitude and longitude. */
function ground(
  { north = 1, west = 10, rows = 11, columns = 13, step = 0.1 },
  height: (lat: number, lon: number) => number,
): Grid {
  const grid = {
    rows,
    columns,
    north,
    west,
    stepLat: step,
    stepLon: step,
    heights: newHeights(rows * columns),
  };
  for (let i = 0; i < grid.heights.length; i++)
    grid.heights[i] = height(
      latitudeOf(grid, Math.floor(i / columns)),
      longitudeOf(grid, i % columns),
    );
  return grid;
}

function hgt(side: number, height: (row: number, column: number) => number): Uint8Array {
  const bytes = new Uint8Array(2 * side ** 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < side ** 2; i++) view.setInt16(2 * i, height(Math.floor(i / side), i % side));
  return bytes;
}

test("TE1 an hgt tile stands where its name says, its nodes on the degree lines, and a void is no height", () => {
  const bytes = hgt(1201, (row, column) => (row === 5 && column === 7 ? -32_768 : row + column));
  const grid = parseHgt(bytes, "a/S33W071.hgt");
  assert.deepEqual([grid.north, grid.west, grid.rows, grid.columns], [-32, -71, 1201, 1201]);
  assert.equal(heightAt(grid, { lat: -33, lon: -70 }), 2400);
  assert.equal(heightAt(grid, { lat: -32, lon: -71 }), 0);
  assert.ok(Number.isNaN(heightAt(grid, { lat: -32 - 5 / 1200, lon: -71 + 7 / 1200 })));
  assert.ok(Number.isNaN(heightAt(grid, { lat: -33.01, lon: -70.5 })));
  assert.equal(
    parseHgt(
      hgt(3601, () => 3),
      "N00E010.hgt",
    ).stepLat,
    1 / 3600,
  );
});

test("TE2 a tile that is cut off, of the other byte order or without a place in its name is refused", () => {
  const bytes = hgt(1201, () => 300);
  assert.throws(
    () => parseHgt(bytes.subarray(2), "N44W072.hgt"),
    /N44W072\.hgt: expected 2,884,802 bytes .* found 2884800/,
  );
  const swapped = Buffer.from(bytes).swap16();
  assert.throws(() => parseHgt(swapped, "N44W072.hgt"), /byte order little-endian/);
  assert.throws(() => parseHgt(bytes, "ground.hgt"), /a name by the south-west corner/);
});

test("TE3 between nodes heights are bilinear: a slope comes back exactly, and a node is itself", () => {
  const grid = ground({}, (lat, lon) => 100 * lat + 10 * lon + lat * lon);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 12, noNaN: true }),
      (row, column) => {
        const [lat, lon] = [grid.north - row * 0.1, grid.west + column * 0.1];
        const expected = 100 * lat + 10 * lon + lat * lon;
        assert.ok(Math.abs(bilinear(grid, row, column) - expected) < 1e-3);
      },
    ),
  );
  assert.deepEqual(nearestNode(grid, { lat: 0.71, lon: 10.54 }), { row: 3, column: 5 });
  assert.equal(nearestNode(grid, { lat: 0.71, lon: 9 }), undefined);
});

test("TE4 a way on the sphere: its parts add up, its end is its end, its bearing leads along it", () => {
  fc.assert(
    fc.property(place, place, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, share) => {
      const whole = distanceKm(a, b);
      fc.pre(whole > 1 && whole < 0.9 * Math.PI * EARTH_RADIUS);
      const middle = along(a, b, share);
      assert.ok(Math.abs(distanceKm(a, middle) - share * whole) < 1e-6 * whole);
      assert.ok(Math.abs(distanceKm(middle, b) - (1 - share) * whole) < 1e-6 * whole);
      const turned = Math.abs(bearing(a, middle) - bearing(a, b));
      assert.ok(Math.min(turned, 360 - turned) < 1e-4);
      assert.ok(distanceKm(along(a, b, 1), b) < 1e-6);
    }),
  );
  assert.ok(
    Math.abs(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 }) - (EARTH_RADIUS * Math.PI) / 2) <
      1e-9,
  );
});

test("TE5 a profile has both ends, equal steps of about 10 m, at least three and at most 20,000", () => {
  const grid = ground({ step: 0.01 }, (lat) => 1000 * lat);
  const [from, to] = [
    { lat: 0.95, lon: 10.05 },
    { lat: 0.95, lon: 10.1 },
  ];
  const { spacing, heights } = profileBetween(grid, from, to);
  assert.equal(heights.length, Math.round((distanceKm(from, to) * 1000) / 10) + 1);
  assert.ok(Math.abs(spacing * (heights.length - 1) - distanceKm(from, to) * 1000) < 1e-6);
  assert.ok(heights.every((height) => Math.abs(height - 950) < 0.01));
  assert.equal(profileBetween(grid, from, { lat: 0.95, lon: 10.0501 }).heights.length, 4);
  assert.equal(profileBetween(grid, from, { lat: 0.95, lon: -160 }).heights.length, 20_001);
});

test("TE5 a ridge one node wide is seen wherever a way crosses it, by a sweep's 90 m often not", () => {
  const step = 1 / 1200; // 3 arc-seconds
  const ridge = { rows: 61, columns: 61, step };
  const grid = ground(ridge, (_, lon) => (Math.abs(lon - 10 - 30 * step) < step / 2 ? 1000 : 0));
  const seen = { fine: Number.POSITIVE_INFINITY, sweep: Number.POSITIVE_INFINITY };
  for (let i = 0; i < 40; i++) {
    const from = { lat: 1 - (3 + i) * step, lon: 10 + (2 + i / 7) * step };
    const to = { lat: 1 - (57 - i) * step, lon: 10 + (58 - i / 3) * step };
    const most = (intervals?: number) =>
      Math.max(...profileBetween(grid, from, to, intervals).heights);
    seen.fine = Math.min(seen.fine, most());
    seen.sweep = Math.min(
      seen.sweep,
      most(intervalsOver(1000 * distanceKm(from, to), SWEEP_SPACING)),
    );
  }
  // Half a step of 10 m beside the crest of a slope of 1,000 m over a node of 92 m.
  assert.ok(seen.fine > 945 && seen.sweep < 700, `${seen.fine} ${seen.sweep} m`);
});

test("TE6 neighbours are one ground: every height of either is there, seams are told, voids are filled by the other", () => {
  const rule = (lat: number, lon: number) => Math.round(50 * lat + 7 * lon);
  const west = ground({ west: 10, columns: 11 }, rule);
  const east = ground(
    { west: 11, columns: 11 },
    (lat, lon) => rule(lat, lon) + (lon > 10.999 && lon < 11.001 ? 3 : 0),
  );
  west.heights[2 * 11 + 10] = Number.NaN; // on the seam
  const joined = mosaic([
    { name: "w", grid: west },
    { name: "e", grid: east },
  ]);
  assert.deepEqual([joined.grid.rows, joined.grid.columns], [11, 21]);
  assert.deepEqual([joined.differing, joined.mostMetres], [10, 3]);
  assert.equal(joined.grid.heights[2 * 21 + 10], rule(0.8, 11) + 3);
  assert.equal(heightAt(joined.grid, { lat: 0.5, lon: 11.7 }), rule(0.5, 11.7));
  const coarse = ground({ west: 11, step: 0.2 }, rule);
  assert.throws(
    () =>
      mosaic([
        { name: "w", grid: west },
        { name: "c", grid: coarse },
      ]),
    /c: expected nodes 360 arc-seconds apart as in w, found 720/,
  );
  const between = ground({ west: 11.05 }, rule);
  assert.throws(
    () =>
      mosaic([
        { name: "w", grid: west },
        { name: "b", grid: between },
      ]),
    /b: expected nodes on those of w/,
  );
  const far = ground({ west: 170, north: 60, step: 0.001 }, rule);
  const near = ground({ west: 10, step: 0.001 }, rule);
  assert.throws(
    () =>
      mosaic([
        { name: "n", grid: near },
        { name: "f", grid: far },
      ]),
    /Are these tiles neighbours/,
  );
});

test("TE7 across the date line the ground goes on, and either way of writing a longitude finds it", () => {
  const west = ground({ west: 179, columns: 11 }, (lat, lon) => lon);
  const east = ground({ west: -180, columns: 11 }, (lat, lon) => lon + 360);
  for (const grids of [
    [west, east],
    [east, west],
  ]) {
    const { grid } = mosaic(grids.map((one, i) => ({ name: String(i), grid: one })));
    assert.deepEqual([grid.columns, grid.west], [21, 179]);
    assert.ok(Math.abs(heightAt(grid, { lat: 0.5, lon: -179.5 }) - 180.5) < 1e-3);
    assert.ok(Math.abs(heightAt(grid, { lat: 0.5, lon: 180.5 }) - 180.5) < 1e-3);
    const profile = profileBetween(grid, { lat: 0.5, lon: 179.9 }, { lat: 0.5, lon: -179.9 });
    assert.ok(profile.heights.every((height) => height > 179.8 && height < 180.2));
  }
});

test("TE8 what is cut around a place holds every way of that length, at the same heights", () => {
  const grid = ground(
    { step: 0.01, rows: 201, columns: 201, north: 61, west: 10 },
    (lat, lon) => 10 * lat + lon,
  );
  const middle = { lat: 60, lon: 11 };
  const cut = cropAround(grid, middle, 20)!;
  assert.ok(cut.rows < 50 && cut.columns < 90, `${cut.rows} × ${cut.columns}`);
  for (let degrees = 0; degrees < 360; degrees += 5) {
    const [north, east] = [
      Math.cos((degrees * Math.PI) / 180),
      Math.sin((degrees * Math.PI) / 180),
    ];
    const reach = 19.9 / 111.2;
    const at = {
      lat: 60 + reach * north,
      lon: 11 + (reach * east) / Math.cos((60.2 * Math.PI) / 180),
    };
    if (distanceKm(middle, at) <= 20)
      assert.ok(Math.abs(heightAt(cut, at) - heightAt(grid, at)) < 1e-3, String(degrees));
  }
  assert.equal(cropAround(grid, { lat: 10, lon: 11 }, 20), undefined);
  assert.equal(placeOn(cut, { lat: cut.north, lon: cut.west }).row, 0);
});

test("TE9 exactly the voids are filled and flagged, within what is around them, and ground of voids alone is refused", () => {
  const grid = ground({}, (lat) => 1000 + 10 * lat);
  for (const hole of [30, 31, 44, 45, 60]) grid.heights[hole] = Number.NaN;
  const filled = fillVoids(grid);
  assert.equal(
    filled.voids?.reduce((sum, flag) => sum + flag, 0),
    5,
  );
  assert.ok(isVoid(filled, { row: 2, column: 4 }) && !isVoid(filled, { row: 0, column: 0 }));
  grid.heights.forEach((height, i) => {
    const value = filled.grid.heights[i]!;
    assert.ok(Number.isNaN(height) ? value >= 1000 && value <= 1010 : value === height);
  });
  assert.ok(Number.isNaN(grid.heights[30]!), "what was given stays");
  const whole = ground({}, () => 5);
  assert.equal(fillVoids(whole).voids, undefined);
  assert.throws(() => fillVoids(ground({}, () => Number.NaN)), /measured heights, found voids/);
});

test("TE10 an ASCII grid is read by corner or by centre, from the north; what does not fit is told with its line", () => {
  const text =
    "ncols 3\nnrows 2\nxllcorner 9.95\nyllcorner 0.95\ncellsize 0.1\nNODATA_value -1\n1 2 3\n4 -1 6\n";
  const grid = parseEsriAscii(text, "a.asc");
  assert.ok(Math.abs(grid.north - 1.1) < 1e-9 && Math.abs(grid.west - 10) < 1e-9);
  assert.deepEqual([...grid.heights], [1, 2, 3, 4, Number.NaN, 6]);
  const centred = text
    .replace("xllcorner 9.95", "xllcenter 10")
    .replace("yllcorner 0.95", "yllcenter 1");
  assert.deepEqual(parseEsriAscii(centred, "a.asc"), grid);
  assert.throws(
    () => parseEsriAscii(text.replace("6\n", "x\n"), "a.asc"),
    /a\.asc:8: expected 6 heights, found "x"/,
  );
  assert.throws(
    () => parseEsriAscii(text.replace("6\n", "\n"), "a.asc"),
    /expected 6 heights, found 5/,
  );
  assert.throws(
    () => parseEsriAscii(text.replace("cellsize 0.1\n", ""), "a.asc"),
    /a line "cellsize NUMBER"/,
  );
  assert.throws(() => parseEsriAscii(text.replace("9.95", "512000"), "a.asc"), /EPSG:4326/);
  assert.throws(
    () => parseEsriAscii(text.replace("ncols 3", "ncols 2.5"), "a.asc"),
    /a\.asc: expected ncols as a whole number from 2, found 2\.5/,
  );
  assert.throws(
    () => parseEsriAscii(text.replace("nrows 2", "nrows 9999999999"), "a.asc"),
    /a\.asc: expected 9999999999 × 3 heights, found a file of \d+ characters/,
  );
});
