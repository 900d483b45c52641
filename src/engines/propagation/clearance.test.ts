/** Free space, bulge, Fresnel zones, clearance (README.md, LK1 to LK3). */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import { bulge, clearance, fresnelRadius } from "./clearance.ts";
import { freeSpaceLoss, wavelength } from "./free-space.ts";

test("LK1 free space loses 20 dB a decade of distance and of frequency, and what P.525's rounded form says", () => {
  // P.525-4, equation (4): 32.4 + 20 log f + 20 log d, which is rounded to a tenth.
  for (const [km, mhz] of [
    [1, 1],
    [30, 900],
    [55, 5800],
  ] as const) {
    const rounded = 32.4 + 20 * Math.log10(mhz) + 20 * Math.log10(km);
    assert.ok(Math.abs(freeSpaceLoss(km, mhz) - rounded) < 0.05);
    assert.ok(Math.abs(freeSpaceLoss(10 * km, mhz) - freeSpaceLoss(km, mhz) - 20) < 1e-9);
  }
});

test("LK2 the bulge is that of the sphere between two ends, and k flattens it", () => {
  const [from, to] = [12_000, 28_000];
  const radius = EARTH_RADIUS * 1000;
  // What stands over the chord of a sphere: R cos(a) over R cos(b), to the order that P.526 keeps.
  const [a, b] = [(to - from) / 2 / radius, (to + from) / 2 / radius];
  const exact = radius * (Math.cos(a) - Math.cos(b));
  assert.ok(Math.abs(bulge(from, to, 1) - exact) < 1e-3);
  assert.ok(Math.abs(bulge(from, to, 4 / 3) - 0.75 * bulge(from, to, 1)) < 1e-9);
});

test("LK3 the way over the edge of a Fresnel zone is half a wavelength longer for each", () => {
  const [from, to, frequency] = [9000, 21_000, 2400];
  for (const n of [1, 2, 3]) {
    const radius = fresnelRadius(from, to, frequency, n);
    const longer = Math.hypot(from, radius) + Math.hypot(to, radius) - from - to;
    assert.ok(Math.abs(longer - (n * wavelength(frequency)) / 2) < 1e-4);
  }
});

test("LK3 over flat ground the worst place is the middle, either way; a wall is found and blocks; a mast clears it", () => {
  const heights = new Float64Array(101).fill(100);
  const way = { heights, spacing: 300, fromMast: 30, toMast: 30, frequency: 5800 };
  const flat = clearance(way);
  assert.equal(flat.at, 50);
  assert.ok(Math.abs(flat.metres - (30 - bulge(15_000, 15_000))) < 1e-9);
  heights[20] = 160;
  const blocked = clearance(way);
  assert.deepEqual([blocked.at, blocked.worst < 0], [20, true]);
  assert.ok(clearance({ ...way, fromMast: 120, toMast: 60 }).worst > 0);
});

test("LK3 the clearance is the same from both ends, and more mast never makes it less", () => {
  const ground = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), {
    minLength: 3,
    maxLength: 40,
  });
  const mast = fc.double({ min: 0, max: 80, noNaN: true });
  fc.assert(
    fc.property(ground, mast, mast, (heights, fromMast, toMast) => {
      const way = { heights, spacing: 250, fromMast, toMast, frequency: 900 };
      const back = { ...way, heights: heights.toReversed(), fromMast: toMast, toMast: fromMast };
      const { worst } = clearance(way);
      assert.ok(Math.abs(clearance(back).worst - worst) < 1e-6 * Math.max(1, Math.abs(worst)));
      assert.ok(clearance({ ...way, fromMast: fromMast + 5 }).worst >= worst);
    }),
  );
});

test("LK3 a way that is none is refused", () => {
  const way = { heights: [1, 2, 3], spacing: 90, fromMast: 1, toMast: 1, frequency: 900 };
  assert.throws(() => clearance({ ...way, heights: [1, 2] }), /at least three heights, got 2/);
  assert.throws(() => clearance({ ...way, frequency: 0 }), /frequency over 0 MHz, got 0/);
  assert.throws(
    () => clearance({ ...way, heights: [1, Number.NaN, 3] }),
    /height at point 1, got NaN/,
  );
  assert.throws(() => clearance({ ...way, k: 0 }), /k over 0/);
});
