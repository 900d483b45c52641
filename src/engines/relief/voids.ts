/**
 * Heights that were never measured: filled smoothly from their neighbours so that a picture has no holes,
 * and flagged, so that nobody takes a filled height for a measured one.
 *
 * Method: pull–push (Gortler, Grzeszczuk, Szeliski, Cohen: The Lumigraph, SIGGRAPH 1996, section 3.4).
 * Pull: halve the grid again and again, averaging what is known, until nothing is unknown. Push: on the way back
 * an unknown cell takes the bilinear value of the coarser grid. Linear time; a filled height never leaves the
 * range of the measured ones.
 */
import { VOID } from "./elevation.ts";

/** Heights without holes; `mask` is 1 where the height is a guess, `count` how many those are. */
export interface Filled {
  readonly heights: Float32Array;
  readonly mask: Uint8Array;
  readonly count: number;
}

/** One step of the pyramid: known cells have weight 1, unknown ones 0. */
interface Level {
  readonly values: Float32Array;
  readonly known: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Fills the voids of a `width`-wide grid. Throws RangeError when there is no measured height at all. */
export function fillVoids(heights: Int16Array, width: number): Filled {
  const values = Float32Array.from(heights);
  const mask = new Uint8Array(heights.length);
  let count = 0;
  for (let i = 0; i < heights.length; i++) {
    if (heights[i] !== VOID) continue;
    mask[i] = 1;
    count++;
  }
  if (count === heights.length)
    throw new RangeError(`Expected at least one measured height, got ${count} voids.`);
  if (count > 0) {
    const known = mask.map((flag) => 1 - flag);
    pullPush({ values, known, width, height: heights.length / width });
  }
  return { heights: values, mask, count };
}

/** Gives every unknown cell of a level a value, by way of the next coarser level. */
function pullPush(level: Level): void {
  const { values, known, width, height } = level;
  if (!known.includes(0)) return;
  const coarse = halve(level);
  pullPush(coarse);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (known[i] === 0) values[i] = bilinear(coarse, x / 2 - 0.25, y / 2 - 0.25);
    }
  }
}

/** The level above: each cell is the mean of the known ones among the up to four below it. */
function halve({ values, known, width, height }: Level): Level {
  const w = Math.ceil(width / 2);
  const h = Math.ceil(height / 2);
  const coarse = {
    values: new Float32Array(w * h),
    known: new Uint8Array(w * h),
    width: w,
    height: h,
  };
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0;
      let weight = 0;
      for (let dy = 0; dy < 2 && 2 * y + dy < height; dy++) {
        for (let dx = 0; dx < 2 && 2 * x + dx < width; dx++) {
          const i = (2 * y + dy) * width + 2 * x + dx;
          if (known[i] === 0) continue;
          sum += values[i]!;
          weight++;
        }
      }
      if (weight === 0) continue;
      coarse.values[y * w + x] = sum / weight;
      coarse.known[y * w + x] = 1;
    }
  }
  return coarse;
}

/** Value between four cells; outside the grid the edge goes on. */
function bilinear({ values, width, height }: Level, x: number, y: number): number {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const fx = cx - left;
  const fy = cy - top;
  const north = values[top * width + left]! * (1 - fx) + values[top * width + right]! * fx;
  const south = values[bottom * width + left]! * (1 - fx) + values[bottom * width + right]! * fx;
  return north * (1 - fy) + south * fy;
}
