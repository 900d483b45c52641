import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { freeSpaceLoss } from "../../propagation/free-space.ts";
import { bullingtonLoss } from "../../propagation/p526/bullington.ts";
import { deltaBullington } from "../../propagation/p526/delta-bullington.ts";
import { roundedWavelength } from "../../propagation/p526/path.ts";
import { distanceKm, EARTH_RADIUS } from "../../terrain/great-circle.ts";
import { latitudeOf, longitudeOf, placeOn, type Grid, type Node } from "../../terrain/grid.ts";
import { intervalsOver, profileBetween, SWEEP_SPACING } from "../../terrain/profile.ts";
import { hills, tile } from "../coverage.test.kit.ts";
import { discAround } from "../disc.ts";
import type { Job, Sweep } from "../job.ts";
import { sweepBullington } from "./bullington.ts";
import { exactBullington, sweepBullingtonExact } from "./exact.ts";
import { smoothBullington } from "./smooth.ts";

const jobOn = (grid: Grid, site: Node, mast: number, radius: number, frequency: number): Job => ({
  grid,
  site,
  mast,
  receiver: 2,
  radius,
  model: { kind: "bullington", frequency },
  mode: "fast",
});
const nodeNear = (grid: Grid, lat: number, lon: number): Node => {
  const place = placeOn(grid, { lat, lon });
  return { row: Math.round(place.row), column: Math.round(place.column) };
};

/** The window's values, NaN where none were written. */
function swept(sweep: Sweep, job: Job, parts = 1): Float32Array {
  const disc = discAround(job.grid, job.site, job.radius);
  const out = new Float32Array(disc.window.rows * disc.window.columns).fill(Number.NaN);
  let nodes = 0;
  for (let part = 0; part < parts; part++) nodes += sweep(job, disc.window, { part, parts }, out);
  assert.equal(nodes, disc.nodes);
  assert.equal(out.filter((value) => Number.isFinite(value)).length, nodes);
  return out;
}

test("LB1 an exact value is free space and delta-Bullington over the node's own great circle, a height every 90 m", () => {
  const grid = tile("N42E001");
  const site = nodeNear(grid, 42.5, 1.5);
  const job = jobOn(grid, site, 25, 20, 700);
  const disc = discAround(grid, site, job.radius);
  const lossTo = exactBullington(job, disc);
  const at = (row: number, column: number) => ({
    lat: latitudeOf(grid, row),
    lon: longitudeOf(grid, column),
  });
  for (const [row, share] of [
    [1, 0.5],
    [100, 0],
    [215, 1],
    [217, 0.55],
    [400, 0.3],
  ] as const) {
    const [first, last] = [disc.first[row]!, disc.last[row]!];
    const column = Math.round(first + share * (last - first));
    const ends = [
      at(site.row, site.column),
      at(row + disc.window.top, column + disc.window.left),
    ] as const;
    const intervals = intervalsOver(1000 * distanceKm(...ends), SWEEP_SPACING);
    const { heights, spacing } = profileBetween(grid, ...ends, intervals);
    const { loss } = deltaBullington(
      {
        distances: heights.map((_, i) => (i * spacing) / 1000),
        heights,
        transmitter: heights[0]! + 25,
        receiver: heights.at(-1)! + 2,
      },
      {
        frequency: 700,
        polarisation: "vertical",
        permittivity: 15,
        conductivity: 0.005,
        radius: (4 / 3) * EARTH_RADIUS,
      },
    );
    const asked = freeSpaceLoss(distanceKm(...ends), 700) + loss;
    assert.ok(Math.abs(lossTo(row, column) - asked) < 0.01, `${lossTo(row, column)}, not ${asked}`);
  }
});

test("LB2 the fast sweep agrees with the exact on real ground: 98 % within 3 dB, 90 % within 0.5, half over and half under", () => {
  const places = [
    { name: "N44W072", lat: 44.505833, lon: -71.414167, mast: 30, radius: 20, frequency: 900 },
    { name: "N44W072", lat: 44.99, lon: -71.99, mast: 60, radius: 25, frequency: 150 }, // in a corner of the grid
    { name: "N42E001", lat: 42.5, lon: 1.5, mast: 15, radius: 15, frequency: 3500 },
  ];
  for (const { name, lat, lon, mast, radius, frequency } of places) {
    const grid = tile(name);
    const job = jobOn(grid, nodeNear(grid, lat, lon), mast, radius, frequency);
    const disc = discAround(grid, job.site, radius);
    const lossTo = exactBullington(job, disc);
    const out = swept(sweepBullington, job);
    const off: number[] = [];
    for (let row = 0; row < disc.window.rows; row++)
      for (let column = disc.first[row]! + (row % 97); column <= disc.last[row]!; column += 97)
        off.push(out[row * disc.window.columns + column]! - lossTo(row, column));
    assert.ok(off.length > 500);
    const within = (dB: number) => off.filter((by) => Math.abs(by) <= dB).length / off.length;
    assert.ok(within(3) >= 0.98, `${name}: ${within(3)} within 3 dB`);
    assert.ok(within(0.5) >= 0.9, `${name}: ${within(0.5)} within 0.5 dB`);
    const median = off.toSorted((a, b) => a - b)[off.length >> 1]!;
    assert.ok(Math.abs(median) < 0.02, `${name}: ${median} dB in the middle`);
  }
});

test("LB3 over smooth ground the short way to Bullington's loss is the walk over all places", () => {
  const height = fc.double({ min: 0.5, max: 900, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 900 }),
      height,
      height,
      fc.constantFrom(30, 450, 2100, 18_000),
      (intervals, one, two, frequency) => {
        const radius = (4 / 3) * EARTH_RADIUS;
        const d = intervals * 90;
        const walked = bullingtonLoss(
          {
            distances: Float64Array.from({ length: intervals + 1 }, (_, i) => i * 0.09),
            heights: new Float64Array(intervals + 1),
            transmitter: one,
            receiver: two,
          },
          { frequency, radius },
        );
        const bulge = 1 / (2000 * radius);
        const short = smoothBullington(d, intervals, one, two, bulge, roundedWavelength(frequency));
        assert.ok(Math.abs(short - walked) < 1e-6, `${short}, not ${walked}`);
      },
    ),
    { numRuns: 500 },
  );
});

test("LB4 over level ground the fast sweep is the exact one, within a tenth of a dB", () => {
  const grid = hills(201, { latitude: 30, height: 0 });
  const job = jobOn(grid, { row: 100, column: 100 }, 20, 8, 900);
  const [fast, exact] = [swept(sweepBullington, job), swept(sweepBullingtonExact, job)];
  for (let i = 0; i < fast.length; i++)
    assert.ok(!(Math.abs(fast[i]! - exact[i]!) > 0.1), `${fast[i]}, not ${exact[i]}`);
});

test("LB5 shares write different nodes, equally many within 3 %, and the same values as one sweep", () => {
  const grid = hills(161);
  const job = jobOn(grid, { row: 80, column: 80 }, 25, 6, 900);
  const { window } = discAround(grid, job.site, job.radius);
  for (const sweep of [sweepBullington, sweepBullingtonExact]) {
    const whole = swept(sweep, job);
    assert.deepEqual(swept(sweep, job, 3), whole);
    const out = new Float32Array(whole.length);
    const counts = [0, 1].map((part) => sweep(job, window, { part, parts: 2 }, out));
    assert.ok(Math.abs(counts[0]! - counts[1]!) < 0.03 * counts[0]!, counts.join(" and "));
  }
});

test("LB6 the mast's own node has the loss of the way up, or of a metre", () => {
  const grid = hills(61);
  for (const [mast, metres] of [
    [30, 28],
    [2, 1],
  ] as const) {
    const job = jobOn(grid, { row: 0, column: 60 }, mast, 2, 900);
    const { window } = discAround(grid, job.site, job.radius);
    for (const sweep of [sweepBullington, sweepBullingtonExact]) {
      const here = swept(sweep, job)[window.columns - 1]!;
      assert.ok(Math.abs(here - freeSpaceLoss(metres / 1000, 900)) < 1e-4);
    }
  }
});

test("LB7 antennas on the ground have losses too; a frequency of 0 is refused with what was expected", () => {
  const job = { ...jobOn(hills(61), { row: 30, column: 0 }, 0, 2.5, 900), receiver: 0 };
  for (const sweep of [sweepBullington, sweepBullingtonExact])
    assert.ok(swept(sweep, job).every((loss) => !(loss < freeSpaceLoss(0.001, 900) - 1e-4)));
  const none = jobOn(job.grid, job.site, 10, 2, 0);
  for (const sweep of [sweepBullington, sweepBullingtonExact])
    assert.throws(() => swept(sweep, none), /over 0 MHz, got 0/);
});
