import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { decileSpread } from "./deciles.ts";
import { findHorizons } from "./horizons.ts";
import { itmJob } from "./job.ts";
import { ITM_DEFAULTS } from "./options.ts";
import { ItmPath } from "./path.ts";

/** Ground with ties: whole metres, planes, water. */
const heights = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 200 }),
  fc.array(fc.constantFrom(0, 30), { minLength: 3, maxLength: 20 }).map((rest) => [0, ...rest]),
  fc.array(fc.double({ min: -400, max: 9000, noNaN: true }), { minLength: 3, maxLength: 200 }),
  fc
    .record({ count: fc.integer({ min: 3, max: 200 }), rise: fc.integer({ min: -9, max: 9 }) })
    .map(({ count, rise }) => Array.from({ length: count }, (_, i) => i * rise)),
);

test("PR8 horizons are those that a quotient at every point finds, ties included", () => {
  const masts = { transmitter: 30, receiver: 2 };
  const job = itmJob(masts, { ...ITM_DEFAULTS, frequency: 900 });
  const path = new ItmPath();
  const spacing = fc.oneof(fc.constant(90), fc.double({ min: 1, max: 5000, noNaN: true }));
  fc.assert(
    fc.property(heights, spacing, fc.constantFrom(8_500_000, Infinity), (ground, step, radius) => {
      path.radius = radius; // on a flat Earth angles tie
      findHorizons(job, Float64Array.from(ground), step, ground.length - 1, path);
      const expected = slowHorizons(ground, step, masts, path.radius);
      assert.deepEqual(
        [path.angleTx, path.angleRx, path.horizonTx, path.horizonRx],
        [expected.angleTx, expected.angleRx, expected.horizonTx, expected.horizonRx],
      );
    }),
  );
});

function slowHorizons(
  ground: readonly number[],
  step: number,
  masts: { transmitter: number; receiver: number },
  radius: number,
) {
  const last = ground.length - 1;
  const distance = last * step;
  const [top, farTop] = [ground[0]! + masts.transmitter, ground[last]! + masts.receiver];
  const found = {
    angleTx: (farTop - top) / distance - distance / (2 * radius),
    angleRx: -(farTop - top) / distance - distance / (2 * radius),
    horizonTx: distance,
    horizonRx: distance,
  };
  let [fromTx, fromRx] = [0, distance];
  for (let i = 1; i < last; i++) {
    fromTx += step;
    fromRx -= step;
    const angleTx = (ground[i]! - top) / fromTx - fromTx / (2 * radius);
    const angleRx = -(farTop - ground[i]!) / fromRx - fromRx / (2 * radius);
    if (angleTx > found.angleTx) Object.assign(found, { angleTx, horizonTx: fromTx });
    if (angleRx > found.angleRx) Object.assign(found, { angleRx, horizonRx: fromRx });
  }
  return found;
}

test("PR9 the spread of deciles is that of sorted numbers, whatever these are", () => {
  const far = fc.oneof(fc.constant(0), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const clumped = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), far), {
    minLength: 35,
    maxLength: 245,
  });
  fc.assert(
    fc.property(
      fc.oneof(clumped, fc.array(far, { minLength: 35, maxLength: 245 })),
      fc.integer({ min: 1, max: 17 }),
      fc.constantFrom(0, 100, -3.7),
      fc.constantFrom(0, 0.25),
      (numbers, tenth, level, slope) => {
        let line = level - slope;
        const over = numbers.map((number) => number - (line += slope));
        const sorted = Float64Array.from(over).toSorted();
        const expected = sorted[over.length - tenth]! - sorted[tenth - 1]!;
        const given = new Float64Array(256).fill(7e8);
        given.set(numbers);
        assert.equal(decileSpread(given, numbers.length, tenth, level, slope), expected);
      },
    ),
  );
});
