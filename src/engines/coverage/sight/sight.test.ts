import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { EARTH_RADIUS } from "../../terrain/great-circle.ts";
import { newHeights, placeOn, type Grid, type Node } from "../../terrain/grid.ts";
import { hills, tile } from "../coverage.test.kit.ts";
import { discAround, metresTo } from "../disc.ts";
import type { Job, Sweep } from "../job.ts";
import { leastHeight, sweepSightExact } from "./exact.ts";
import { sweepSight } from "./sight.ts";

const EARTH = (4 / 3) * EARTH_RADIUS * 1000; // m, as a ray sees it

const jobOn = (grid: Grid, site: Node, mast: number, radius: number): Job => ({
  grid,
  site,
  mast,
  receiver: 2,
  radius,
  model: { kind: "los" },
  mode: "fast",
});

/** The window's values, NaN where none were written. */
function swept(sweep: Sweep, job: Job, parts = 1): Float32Array {
  const disc = discAround(job.grid, job.site, job.radius);
  const out = new Float32Array(disc.window.rows * disc.window.columns).fill(Number.NaN);
  let nodes = 0;
  for (let part = 0; part < parts; part++) nodes += sweep(job, disc.window, { part, parts }, out);
  assert.equal(nodes, disc.nodes);
  assert.equal(out.filter((value) => value >= 0).length, nodes);
  return out;
}

/** Level ground with walls. */
function plain(side: number, wall?: (row: number, column: number) => number): Grid {
  const grid = hills(side, { latitude: 0 });
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      grid.heights[row * side + column] = wall?.(row, column) ?? 0;
  return grid;
}

test("LS1 over level ground a mast is seen at the height that the bulge of an Earth of k = 4/3 asks for", () => {
  const job = jobOn(plain(601), { row: 300, column: 300 }, 20, 25);
  const disc = discAround(job.grid, job.site, job.radius);
  const horizon = Math.sqrt(2 * EARTH * 20);
  for (const sweep of [sweepSight, sweepSightExact]) {
    const out = swept(sweep, job);
    let beyond = 0;
    for (let column = 0; column < disc.window.columns; column++)
      for (const row of [0, 100, 200, job.site.row - disc.window.top]) {
        const value = out[row * disc.window.columns + column]!;
        if (Number.isNaN(value)) continue;
        const metres = metresTo(disc, row, column);
        const asked = Math.max(0, metres - horizon) ** 2 / (2 * EARTH);
        assert.ok(Math.abs(value - asked) < 0.01, `${value} at ${metres} m, not ${asked}`);
        if (asked > 0.5) beyond += 1;
      }
    assert.ok(beyond > 100);
  }
});

test("LS2 behind a wall a receiver must stand as high as the line over its crest; the wall itself sees the mast", () => {
  const job = jobOn(
    plain(121, (row) => (row === 50 ? 80 : 0)),
    { row: 60, column: 60 },
    10,
    5,
  );
  const { window } = discAround(job.grid, job.site, job.radius);
  for (const sweep of [sweepSight, sweepSightExact]) {
    const out = swept(sweep, job);
    const asked = (rows: number) => {
      const drop = ((rows * 3 * Math.PI * EARTH_RADIUS) / 648) ** 2 / (2 * EARTH);
      return 10 + 70 * (rows / 10) + drop - (drop * 10) / rows;
    };
    const at = (row: number) => out[(row - window.top) * window.columns + 60 - window.left]!;
    assert.equal(at(51), 0);
    assert.equal(at(50), 0);
    assert.ok(Math.abs(at(40) - asked(20)) < 0.01, `${at(40)}`);
    assert.ok(Math.abs(at(30) - asked(30)) < 0.01, `${at(30)}`);
  }
});

test("LS3 the fast sweep agrees with exact rays on real ground: 98.5 % within a metre, 99.8 % whether a height sees", () => {
  const places = [
    { name: "N44W072", lat: 44.505833, lon: -71.414167, mast: 30, radius: 30 },
    { name: "N44W072", lat: 44.27, lon: -71.303, mast: 30, radius: 20 },
    { name: "N42E001", lat: 42.5, lon: 1.5, mast: 15, radius: 25 },
    { name: "N42E001", lat: 42.05, lon: 1.92, mast: 30, radius: 25 }, // near a corner of the grid
  ];
  for (const { name, lat, lon, mast, radius } of places) {
    const grid = tile(name);
    const place = placeOn(grid, { lat, lon });
    const site = { row: Math.round(place.row), column: Math.round(place.column) };
    const job = jobOn(grid, site, mast, radius);
    const disc = discAround(grid, site, radius);
    const { top, left, columns } = disc.window;
    const out = swept(sweepSight, job);
    let [nodes, near] = [0, 0];
    const receivers = [0, 2, 10, 30, 100];
    const alike = receivers.map(() => 0);
    for (let row = 0; row < disc.window.rows; row++)
      for (let column = disc.first[row]! + (row % 37); column <= disc.last[row]!; column += 37) {
        const target = { row: top + row, column: left + column };
        const exact = leastHeight(job, target, metresTo(disc, row, column));
        const fast = out[row * columns + column]!;
        nodes += 1;
        if (Math.abs(fast - exact) <= 1) near += 1;
        for (const [i, height] of receivers.entries())
          if (fast <= height === exact <= height) alike[i]! += 1;
      }
    assert.ok(nodes > 3000);
    assert.ok(near / nodes >= 0.985, `${name}: ${near} of ${nodes} within a metre`);
    for (const [i, same] of alike.entries())
      assert.ok(same / nodes >= 0.998, `${name}: ${same} of ${nodes} at ${receivers[i]} m`);
  }
});

test("LS4 shares write different nodes, equally many within 3 %, and the same values as one sweep", () => {
  const grid = hills(301);
  for (const site of [
    { row: 150, column: 150 },
    { row: 20, column: 280 },
  ]) {
    const job = jobOn(grid, site, 25, 12);
    const { window } = discAround(grid, site, job.radius);
    for (const sweep of [sweepSight, sweepSightExact]) {
      const whole = swept(sweep, job);
      assert.deepEqual(swept(sweep, job, 3), whole);
      const out = new Float32Array(whole.length);
      const counts = [0, 1].map((part) => sweep(job, window, { part, parts: 2 }, out));
      assert.ok(Math.abs(counts[0]! - counts[1]!) < 0.03 * counts[0]!, counts.join(" and "));
    }
  }
});

const sites = fc.record({
  row: fc.integer({ min: 0, max: 40 }),
  column: fc.integer({ min: 0, max: 40 }),
});
/** Rough ground, by a seed: shrinking 1681 heights one by one takes minutes. */
const grounds = fc.integer({ min: 1, max: 1e6 }).map((seed): Grid => {
  const grid = hills(41);
  let state = seed;
  for (let i = 0; i < 41 * 41; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    grid.heights[i]! += (400 * state) / 2_147_483_648;
  }
  return grid;
});

test("LS5 by exact rays a higher mast never asks for a higher receiver, and higher ground never for a lower one", () => {
  fc.assert(
    fc.property(grounds, sites, fc.integer({ min: 0, max: 1680 }), (grid, site, node) => {
      const low = swept(sweepSightExact, jobOn(grid, site, 10, 3));
      const high = swept(sweepSightExact, jobOn(grid, site, 35, 3));
      for (let i = 0; i < low.length; i++)
        assert.ok(!(high[i]! > low[i]! + 1e-3), `${low[i]} and ${high[i]}`);
      if (node === site.row * 41 + site.column) return;
      grid.heights[node]! += 50;
      const after = swept(sweepSightExact, jobOn(grid, site, 10, 3));
      const { top, left, columns } = discAround(grid, site, 3).window;
      const own = (Math.floor(node / 41) - top) * columns + (node % 41) - left;
      for (let i = 0; i < low.length; i++)
        if (i !== own) assert.ok(!(after[i]! < low[i]! - 1e-3), `${low[i]} and ${after[i]}`);
    }),
    { numRuns: 40 },
  );
});

test("LS6 what the east sees on mirrored ground is by exact rays what the west sees", () => {
  const mirror = (grid: Grid): Grid => {
    const heights = newHeights(grid.heights.length);
    for (let i = 0; i < heights.length; i++)
      heights[i] = grid.heights[i - 2 * (i % grid.columns) + grid.columns - 1]!;
    return { ...grid, heights };
  };
  fc.assert(
    fc.property(grounds, sites, (grid, site) => {
      const other = { row: site.row, column: grid.columns - 1 - site.column };
      const one = swept(sweepSightExact, jobOn(grid, site, 10, 3));
      const two = swept(sweepSightExact, jobOn(mirror(grid), other, 10, 3));
      const { columns } = discAround(grid, site, 3).window;
      for (let i = 0; i < one.length; i++) {
        const mirrored = two[i - 2 * (i % columns) + columns - 1]!;
        assert.equal(Number.isNaN(one[i]!), Number.isNaN(mirrored));
        assert.ok(!(Math.abs(one[i]! - mirrored) > 0.01), `${one[i]} and ${mirrored}`);
      }
    }),
    { numRuns: 40 },
  );
});

test("LS7 values stop at 6553.4 m", () => {
  const job = jobOn(
    plain(121, (row) => (row === 59 ? 3000 : 0)),
    { row: 60, column: 60 },
    1,
    5,
  );
  for (const sweep of [sweepSight, sweepSightExact])
    assert.equal(Math.max(...swept(sweep, job).filter((v) => v >= 0)), Math.fround(6553.4));
});
