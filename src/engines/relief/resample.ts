/**
 * Brings a window of a grid to the size of the picture, and smooths it.
 *
 * Filter: Mitchell and Netravali (Reconstruction Filters in Computer Graphics, SIGGRAPH 1988) with B = C = 1/3,
 * widened when the picture has fewer pixels than the window has samples. It keeps planes plane.
 */
import type { Window } from "./elevation.ts";

/** Which samples a pixel takes along one axis: `taps` of them a pixel, from `first[pixel]` on. */
interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly taps: number;
}

/** The window of a `gridWidth`-wide grid in `width` × `height` pixels; beyond the grid its edge goes on. */
export function resample(
  heights: Float32Array,
  gridWidth: number,
  window: Window,
  width: number,
  height: number,
): Float32Array {
  const gridHeight = heights.length / gridWidth;
  const across = tapsFor(window.x, window.width, width);
  const down = tapsFor(window.y, window.height, height);
  const top = down.first[0]!;
  const rows = down.first[height - 1]! + down.taps - top;

  const squeezed = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) {
    const row = Math.min(Math.max(top + r, 0), gridHeight - 1) * gridWidth;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let t = 0; t < across.taps; t++) {
        const column = Math.min(Math.max(across.first[x]! + t, 0), gridWidth - 1);
        sum += across.weights[x * across.taps + t]! * heights[row + column]!;
      }
      squeezed[r * width + x] = sum;
    }
  }

  const picture = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let t = 0; t < down.taps; t++) {
      const weight = down.weights[y * down.taps + t]!;
      const from = (down.first[y]! + t - top) * width;
      for (let x = 0; x < width; x++) picture[y * width + x]! += weight * squeezed[from + x]!;
    }
  }
  return picture;
}

/** Pixel p looks at coordinate start + (p + ½) · length ÷ pixels. */
function tapsFor(start: number, length: number, pixels: number): Taps {
  const step = length / pixels;
  const stretch = Math.max(1, step);
  const taps = Math.ceil(4 * stretch) + 1;
  const first = new Int32Array(pixels);
  const weights = new Float32Array(pixels * taps);
  for (let p = 0; p < pixels; p++) {
    const at = start + (p + 0.5) * step;
    first[p] = Math.ceil(at - 2 * stretch);
    let sum = 0;
    for (let t = 0; t < taps; t++) {
      const weight = mitchell((first[p]! + t - at) / stretch);
      weights[p * taps + t] = weight;
      sum += weight;
    }
    for (let t = 0; t < taps; t++) weights[p * taps + t]! /= sum;
  }
  return { first, weights, taps };
}

/** Mitchell–Netravali kernel for B = C = 1/3, zero from distance 2 on. */
function mitchell(distance: number): number {
  const d = Math.abs(distance);
  if (d >= 2) return 0;
  if (d < 1) return (7 * d ** 3 - 12 * d ** 2 + 16 / 3) / 6;
  return ((-7 / 3) * d ** 3 + 12 * d ** 2 - 20 * d + 32 / 3) / 6;
}

/**
 * A smoother copy: three passes of a running mean of `radius` pixels each way, close to a Gaussian of
 * standard deviation √(radius · (radius + 1)) pixels. Time does not depend on the radius.
 */
export function smooth(values: Float32Array, width: number, radius: number): Float32Array {
  if (radius < 1) return values;
  const height = values.length / width;
  let from = values;
  for (let pass = 0; pass < 3; pass++) {
    const along = new Float32Array(values.length);
    for (let y = 0; y < height; y++) runningMean(from, along, y * width, 1, width, radius);
    const both = new Float32Array(values.length);
    for (let x = 0; x < width; x++) runningMean(along, both, x, width, height, radius);
    from = both;
  }
  return from;
}

/** Mean over 2 · radius + 1 values of one row or column; the end value goes on beyond the end. */
function runningMean(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  radius: number,
): void {
  const last = count - 1;
  const at = (i: number) => from[start + Math.min(Math.max(i, 0), last) * stride]!;
  const span = 2 * radius + 1;
  let sum = 0;
  for (let i = -radius; i <= radius; i++) sum += at(i);
  for (let i = 0; i < count; i++) {
    to[start + i * stride] = sum / span;
    sum += at(i + radius + 1) - at(i - radius);
  }
}
