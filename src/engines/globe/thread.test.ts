import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { threadThrough } from "./thread.ts";

const point = fc.record({
  x: fc.integer({ min: 0, max: 960 }),
  y: fc.integer({ min: 0, max: 440 }),
});
const distinct = fc.uniqueArray(point, {
  minLength: 2,
  maxLength: 14,
  selector: ({ x, y }) => `${x} ${y}`,
});
/** Numbers of a path, two by two. */
const pairs = (all: number[]) => all.flatMap((v, i) => (i % 2 === 0 ? [[v, all[i + 1]!]] : []));
const numbers = (path: string) => path.match(/-?[\d.]+/g)!.map(Number);

test("G12 the line goes through every point in order", () => {
  fc.assert(
    fc.property(distinct, (points) => {
      const all = numbers(threadThrough(points));
      assert.equal(all.length, 2 + 6 * (points.length - 1));
      points.forEach(({ x, y }, i) => assert.deepEqual([all[6 * i], all[6 * i + 1]], [x, y]));
    }),
  );
});

test("G12 walked from the other end it is the same line", () => {
  fc.assert(
    fc.property(distinct, (points) => {
      const there = numbers(threadThrough(points));
      const back = numbers(threadThrough(points.toReversed()));
      assert.deepEqual(pairs(back).toReversed(), pairs(there));
    }),
  );
});

test("G13 it leaves a point the way it came: smooth, and between even points parallel to their neighbours", () => {
  // Even steps: the handle is a sixth of the way between the neighbours (uniform Catmull–Rom).
  const even = threadThrough([
    { x: 0, y: 0 },
    { x: 60, y: 30 },
    { x: 120, y: 0 },
  ]);
  assert.equal(even, "M0 0C0 0 40 30 60 30C80 30 120 0 120 0");
  fc.assert(
    fc.property(distinct, (points) => {
      const all = numbers(threadThrough(points));
      for (let i = 1; i + 1 < points.length; i++) {
        const [hx, hy, x, y, lx, ly] = all.slice(6 * i - 2, 6 * i + 4) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const cross = (x - hx) * (ly - y) - (y - hy) * (lx - x);
        const size = Math.hypot(x - hx, y - hy) + Math.hypot(lx - x, ly - y);
        assert.ok(Math.abs(cross) <= 0.12 * size + 0.02, `${cross} of ${size}`); // coordinates are tenths
      }
    }),
  );
});

test("a straight row of points gives a straight line; one and none give no curve", () => {
  const row = [0, 10, 40, 90].map((x) => ({ x, y: 7 }));
  const all = numbers(threadThrough(row));
  assert.ok(all.every((v, i) => i % 2 === 0 || v === 7));
  assert.equal(threadThrough([{ x: 1, y: 2 }]), "M1 2");
  assert.equal(threadThrough([]), "");
  assert.equal(
    threadThrough([
      { x: 1, y: 2 },
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]),
    "M1 2C1 2 3 4 3 4",
  );
});
