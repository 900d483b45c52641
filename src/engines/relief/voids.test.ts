import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { VOID } from "./elevation.ts";
import { fillVoids } from "./voids.ts";

const WIDTH = 9;
const grid = fc
  .array(fc.option(fc.integer({ min: -400, max: 8800 }), { nil: VOID, freq: 2 }), {
    minLength: WIDTH * 7,
    maxLength: WIDTH * 7,
  })
  .map((heights) => Int16Array.from(heights));

test("R4 exactly the voids are filled, flagged and counted; a measured height stays", () => {
  fc.assert(
    fc.property(grid, (heights) => {
      fc.pre(heights.some((h) => h !== VOID));
      const filled = fillVoids(heights, WIDTH);
      const measured = heights.filter((h) => h !== VOID);
      assert.equal(filled.count, heights.length - measured.length);
      const [low, high] = [Math.min(...measured), Math.max(...measured)];
      heights.forEach((h, i) => {
        assert.equal(filled.mask[i], h === VOID ? 1 : 0);
        if (h !== VOID) assert.equal(filled.heights[i], h);
        assert.ok(filled.heights[i]! >= low - 1e-3 && filled.heights[i]! <= high + 1e-3);
      });
    }),
  );
});

test("R4 a hole in high ground is high ground, not sea", () => {
  const heights = new Int16Array(WIDTH * 9).fill(2900);
  for (const hole of [30, 31, 39, 40, 41, 49]) heights[hole] = VOID;
  const filled = fillVoids(heights, WIDTH);
  assert.equal(filled.count, 6);
  assert.ok(filled.heights.every((h) => h === 2900));
});

test("R5 a hole of 4 × 4 samples in an even slope is filled within a step and a half of it", () => {
  const width = 32;
  const slope = Int16Array.from({ length: width * width }, (_, i) => 10 * (i % width) + 500);
  const holed = slope.map((h, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x >= 13 && x < 17 && y >= 13 && y < 17 ? VOID : h;
  });
  const { heights } = fillVoids(holed, width);
  slope.forEach((h, i) => assert.ok(Math.abs(heights[i]! - h) <= 15, `${heights[i]} for ${h}`));
});

test("a grid without any measured height is refused", () => {
  assert.throws(
    () => fillVoids(new Int16Array(12).fill(VOID), 4),
    /at least one measured height, got 12 voids/,
  );
});
