import assert from "node:assert/strict";
import test from "node:test";
import { assert as assertLaw, double, integer, property, record } from "fast-check";
import { along, bearing, distanceKm } from "../terrain/great-circle.ts";
import { latitudeOf, longitudeOf, type Grid } from "../terrain/grid.ts";
import { intervalsOver, profileBetween, SWEEP_SPACING } from "../terrain/profile.ts";
import { hills } from "./coverage.test.kit.ts";
import { discAround, metresTo } from "./disc.ts";
import { newPath, originAt, sampleAlong, setPath, setRadial } from "./great-circle-path.ts";

const RAD = Math.PI / 180;
const anywhere = record({
  latitude: double({ min: -65, max: 65, noNaN: true }),
  row: integer({ min: 0, max: 80 }),
  column: integer({ min: 0, max: 80 }),
  radius: double({ min: 0.1, max: 6, noNaN: true }),
});
const placeOf = (grid: Grid, row: number, column: number) => ({
  lat: latitudeOf(grid, row),
  lon: longitudeOf(grid, column),
});

test("CR1 a disc holds every node within the radius and no other, at its distance", () => {
  let nodes = 0;
  assertLaw(
    property(anywhere, ({ latitude, row, column, radius }) => {
      const grid = hills(81, { latitude });
      const disc = discAround(grid, { row, column }, radius);
      const site = placeOf(grid, row, column);
      let within = 0;
      for (let r = 0; r < grid.rows; r++)
        for (let c = 0; c < grid.columns; c++) {
          const km = distanceKm(site, placeOf(grid, r, c));
          const [y, x] = [r - disc.window.top, c - disc.window.left];
          const isIn = y in disc.first && x >= disc.first[y]! && x <= disc.last[y]!;
          if (Math.abs(km - radius) > 1e-9) assert.equal(isIn, km < radius, `${r}, ${c}: ${km}`);
          if (!isIn) continue;
          within += 1;
          assert.ok(Math.abs(metresTo(disc, y, x) - km * 1000) < 1e-3);
        }
      assert.equal(disc.nodes, within);
      nodes += within;
    }),
    { numRuns: 40 },
  );
  assert.ok(nodes > 10_000);
});

test("CR2 a disc says when some of its circle lies off the grid", () => {
  const grid = hills(81);
  assert.equal(discAround(grid, { row: 40, column: 40 }, 2).isCut, false);
  for (const site of [
    { row: 5, column: 40 },
    { row: 75, column: 40 },
    { row: 40, column: 5 },
    { row: 40, column: 75 },
  ])
    assert.equal(discAround(grid, site, 2).isCut, true, JSON.stringify(site));
});

for (const [what, arcSeconds, side, steps] of [
  ["60 km at 3 arc-seconds", 3, 1201, 0.001],
  ["60 km at 1 arc-second", 1, 3601, 0.003],
] as const)
  test(`CR3 paths are great circles: over ${what} to ${steps} of a step`, () => {
    const grid = {
      ...hills(3),
      rows: side,
      columns: side,
      stepLat: arcSeconds / 3600,
      stepLon: arcSeconds / 3600,
    };
    const site = { row: side >> 1, column: side >> 1 };
    const origin = originAt(grid, site);
    const path = newPath();
    let worst = 0;
    for (let degrees = 0; degrees < 360; degrees += 7) {
      setRadial(path, origin, degrees * RAD, 60_000);
      const end = {
        lat: latitudeOf(grid, site.row + path.row1 + path.row2 + path.row3),
        lon: longitudeOf(grid, site.column + path.column1 + path.column2 + path.column3),
      };
      const start = placeOf(grid, site.row, site.column);
      assert.ok(Math.abs(distanceKm(start, end) - 60) < 1e-6);
      for (let t = 0; t <= 1; t += 1 / 16) {
        const { lat, lon } = along(start, end, t);
        const row = t * (path.row1 + t * (path.row2 + t * path.row3));
        const column = t * (path.column1 + t * (path.column2 + t * path.column3));
        const off = Math.hypot(
          (start.lat - lat) / grid.stepLat - row,
          (lon - start.lon) / grid.stepLon - column,
        );
        worst = Math.max(worst, off);
      }
    }
    assert.ok(worst > 0 && worst < steps, `${worst} of a step`);
  });

test("CR4 heights along a node's path are those of its profile", () => {
  const grid = hills(401);
  const site = { row: 37, column: 210 };
  const disc = discAround(grid, site, 20);
  const origin = originAt(grid, site);
  const path = newPath();
  let compared = 0;
  for (let row = 0; row < disc.window.rows; row += 23)
    for (let column = disc.first[row]!; column <= disc.last[row]!; column += 29) {
      const node = { row: row + disc.window.top, column: column + disc.window.left };
      const ends = [placeOf(grid, 37, 210), placeOf(grid, node.row, node.column)] as const;
      const metres = 1000 * distanceKm(...ends);
      const profile = profileBetween(grid, ...ends, intervalsOver(metres, SWEEP_SPACING));
      const east = disc.cosRow[row]! * disc.sinColumn[column]!;
      const north = disc.sinRow[row]! + disc.lift[row]! * disc.halfColumn[column]!;
      const size = Math.hypot(north, east);
      if (size === 0) continue;
      const turn = Math.atan2(east, north) / RAD;
      const seen = bearing(...ends);
      assert.ok(Math.abs(((turn - seen + 540) % 360) - 180) < 1e-6);
      const angle = metresTo(disc, row, column) / 6_371_008.8;
      setPath(
        path,
        origin,
        (north / size) * angle,
        (east / size) * angle,
        node.row - site.row,
        node.column - site.column,
      );
      const { length } = profile.heights;
      const heights = new Float64Array(length);
      sampleAlong(path, origin, 0, 1 / (length - 1), length, heights);
      for (let i = 0; i < length; i++)
        if (!Number.isNaN(profile.heights[i]!))
          assert.ok(
            Math.abs(heights[i]! - profile.heights[i]!) < 0.02,
            `${node.row}, ${node.column}`,
          );
      compared += length;
    }
  assert.ok(compared > 10_000);
});
