import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { SUNS, aspectDegrees, gradientAt, lightOf, slopeDegrees } from "./light.ts";

const SIDE = 5;
const SPACING = { x: 60, y: 90 }; // metres; unequal, as samples away from the equator are
const RADIANS = Math.PI / 180;

/** A tilted plane that faces `aspect` (downhill, clockwise from north) at `slope` degrees. */
function plane(aspect: number, slope: number): Float32Array {
  const drop = Math.tan(slope * RADIANS);
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const east = (i % SIDE) * SPACING.x;
    const north = -Math.floor(i / SIDE) * SPACING.y;
    return 1000 - drop * (east * Math.sin(aspect * RADIANS) + north * Math.cos(aspect * RADIANS));
  });
}

const aspect = fc.double({ min: 0, max: 359.9, noNaN: true });
const slope = fc.double({ min: 1, max: 60, noNaN: true });

test("R1 a plane reads back with its own slope and facing, at the border too", () => {
  fc.assert(
    fc.property(aspect, slope, fc.nat(4), fc.nat(4), (a, s, x, y) => {
      const gradient = gradientAt(plane(a, s), SIDE, x, y, SPACING);
      assert.ok(Math.abs(slopeDegrees(gradient) - s) < 0.01);
      const turn = Math.abs(aspectDegrees(gradient)! - a);
      assert.ok(Math.min(turn, 360 - turn) < 0.05, `${turn}`);
    }),
  );
});

test("R1 Horn's weights are 1-2-1: the worked example", () => {
  // dz/dx = ((3 + 2·6 + 9) - (1 + 2·4 + 7)) / 8, dz/dy = ((1 + 2·2 + 3) - (7 + 2·8 + 90)) / 8
  const heights = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 90);
  const { east, north } = gradientAt(heights, 3, 1, 1, { x: 1, y: 1 });
  assert.equal(east, (3 + 12 + 90 - 1 - 8 - 7) / 8);
  assert.equal(north, (1 + 4 + 3 - 7 - 16 - 90) / 8);
});

test("R2 level ground is neither lit nor in shade, at any height", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 8800 }), (h) => {
      const light = lightOf(new Float32Array(25).fill(h), SIDE, SPACING);
      assert.ok(light.every((value) => Math.abs(value) < 1e-6));
    }),
  );
  assert.equal(aspectDegrees({ east: 0, north: 0 }), undefined);
});

test("R3 a slope is lit as Lambert's law says, never beyond what three suns can give", () => {
  fc.assert(
    fc.property(aspect, slope, (a, s) => {
      const light = lightOf(plane(a, s), SIDE, SPACING)[12]!;
      let expected = 0;
      for (const sun of SUNS) {
        const zenith = (90 - sun.altitude) * RADIANS;
        const cosine =
          Math.cos(zenith) * Math.cos(s * RADIANS) +
          Math.sin(zenith) * Math.sin(s * RADIANS) * Math.cos((sun.azimuth - a) * RADIANS);
        expected += sun.share * (Math.max(0, cosine) - Math.cos(zenith));
      }
      assert.ok(Math.abs(light - expected) < 1e-4, `${light} ${expected}`);
    }),
  );
});

test("R3 light comes from above: north-west slopes are lit, south-east slopes in shade", () => {
  for (const s of [5, 15, 30, 45]) {
    assert.ok(lightOf(plane(315, s), SIDE, SPACING)[12]! > 0);
    assert.ok(lightOf(plane(135, s), SIDE, SPACING)[12]! < 0);
  }
  const shares = SUNS.reduce((sum, { share }) => sum + share, 0);
  assert.ok(Math.abs(shares - 1) < 1e-9);
});
