import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { type Elevation, VOID, joinEast, sampleMetres, windowAround } from "./elevation.ts";
import { drawRelief } from "./relief.ts";
import { resample } from "./resample.ts";

/** A valley and a ridge that run north–south, `width` × `width` samples. */
function ridges(width = 61, change: (h: number, i: number) => number = (h) => h): Elevation {
  const heights = Int16Array.from({ length: width * width }, (_, i) =>
    change(Math.round(1200 + 900 * Math.sin(((i % width) / width) * 4 * Math.PI)), i),
  );
  return { heights, width, height: width, arcSeconds: 3, latitude: 42 };
}

const WHOLE = { x: 0, y: 0, width: 60, height: 60 };
const SMALL = { window: WHOLE, width: 90, height: 60 };

/** Mean of the colour channels. */
const mean = (pixels: Uint8Array) =>
  pixels.reduce((sum, v, i) => sum + (i % 4 === 3 ? 0 : v), 0) / (pixels.length * 0.75);

test("R6 each print lies on its page: opaque, never beyond paper, the day light and the night dark", () => {
  const { day, night } = drawRelief(ridges(), SMALL);
  for (const { pixels, width, height, channels } of [day, night]) {
    assert.equal(pixels.length, width * height * channels);
    for (let i = 3; i < pixels.length; i += 4) assert.equal(pixels[i], 255);
  }
  assert.ok(mean(day.pixels) > 150 && mean(night.pixels) < 100);
});

test("R6 the west side of a ridge is lighter than its east side, in both prints", () => {
  const relief = drawRelief(ridges(), SMALL);
  for (const { pixels } of [relief.day, relief.night]) {
    const at = (x: number) => pixels[(30 * 90 + x) * 4]!; // ridge near pixel 11 and 56
    assert.ok(at(48) > at(64) + 40, `${at(48)} ${at(64)}`);
  }
});

test("R7 faded sides are exactly page, so the picture has no frame", () => {
  const fade = { left: 0.2, top: 0.2, right: 0.3, bottom: 0.3 };
  const { day, night } = drawRelief(ridges(), { ...SMALL, width: 300, height: 200, fade });
  for (const [{ pixels }, page] of [
    [day, 255],
    [night, 0],
  ] as const) {
    for (let x = 0; x < 300; x++) {
      for (const i of [x, 199 * 300 + x]) assert.ok(Math.abs(pixels[i * 4]! - page) <= 2);
    }
    for (let y = 0; y < 200; y++) {
      for (const i of [y * 300, y * 300 + 299]) assert.ok(Math.abs(pixels[i * 4]! - page) <= 2);
    }
  }
});

test("R8 voids in the window are reported with their place; those outside it are not", () => {
  const holed = ridges(61, (h, i) =>
    i === 30 * 61 + 40 || i === 30 * 61 + 41 || i === 0 ? VOID : h,
  );
  const part = drawRelief(holed, {
    window: { x: 19.5, y: 19.5, width: 30, height: 20 },
    width: 30,
    height: 20,
  });
  assert.equal(part.voids.count, 2);
  assert.equal(part.voids.share, 2 / (30 * 20));
  assert.equal(part.voids.mask[10 * 30 + 20], 1); // sample 40, row 30
  assert.equal(
    part.voids.mask.reduce((sum, v) => sum + v, 0),
    2,
  );
  assert.equal(drawRelief(ridges(), SMALL).voids.count, 0);
});

test("R9 a picture over the seam of two tiles is the picture of the one grid they are", () => {
  const whole = ridges(61);
  const half = (from: number): Elevation => ({
    ...whole,
    width: 31,
    heights: Int16Array.from(
      { length: 61 * 31 },
      (_, i) => whole.heights[Math.floor(i / 31) * 61 + from + (i % 31)]!,
    ),
  });
  const joined = joinEast(half(0), half(30));
  assert.deepEqual(joined, whole);
  assert.deepEqual(drawRelief(joined, SMALL).day.pixels, drawRelief(whole, SMALL).day.pixels);
  assert.throws(() => joinEast(half(0), half(29)), /same height on both sides of the seam/);
});

test("R10 resampling keeps a plane plane, larger and smaller", () => {
  const width = 80;
  const plane = Float32Array.from(
    { length: width * width },
    (_, i) => 3 * (i % width) - 2 * Math.floor(i / width),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 90 }),
      fc.double({ min: 12, max: 20, noNaN: true }),
      (size, start) => {
        const picture = resample(
          plane,
          width,
          { x: start, y: start, width: 40, height: 40 },
          size,
          size,
        );
        picture.forEach((h, i) => {
          const x = start + ((i % size) + 0.5) * (40 / size);
          const y = start + (Math.floor(i / size) + 0.5) * (40 / size);
          assert.ok(Math.abs(h - (3 * x - 2 * y)) < 0.15, `${h} for ${3 * x - 2 * y}`);
        });
      },
    ),
    { numRuns: 30 },
  );
});

test("R11 ground is not stretched: a window around a middle has the aspect of the picture in metres", () => {
  const elevation = ridges();
  const window = windowAround(elevation, { x: 30, y: 30, columns: 40 }, 2);
  const metres = sampleMetres(elevation);
  assert.ok(Math.abs((window.width * metres.x) / (window.height * metres.y) - 2) < 1e-9);
  assert.equal(window.x + window.width / 2, 30);
  assert.ok(Math.abs(metres.y - 92.66) < 0.01); // 3" of a great circle
});

test("what cannot be drawn is refused with what was expected", () => {
  const elevation = ridges();
  const draw = (window: typeof WHOLE) => () => drawRelief(elevation, { ...SMALL, window });
  assert.throws(draw({ ...WHOLE, width: 61 }), /within 0–60 × 0–60 samples, got 61 × 60 at 0, 0/);
  assert.throws(draw({ ...WHOLE, x: -1 }), RangeError);
  assert.throws(
    () => drawRelief({ ...elevation, width: 60 }, SMALL),
    /Expected 60 × 61 = 3660 heights, got 3721/,
  );
  assert.throws(
    () => drawRelief(elevation, { ...SMALL, width: 2 }),
    /at least 3 × 3 pixels, got 2 × 60/,
  );
});
