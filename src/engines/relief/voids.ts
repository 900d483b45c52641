/**
 * Heights that were never measured: filled smoothly from their neighbours so that a picture has no holes,
 * and flagged, so that nobody takes a filled height for a measured one.
 */
import { fillHoles } from "../terrain/fill-holes.ts";
import { VOID } from "./elevation.ts";

/** Heights without holes; `mask` is 1 where the height is a guess, `count` how many those are. */
interface Filled {
  readonly heights: Float32Array;
  readonly mask: Uint8Array;
  readonly count: number;
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
  if (count > 0)
    fillHoles({
      values,
      known: mask.map((flag) => 1 - flag),
      width,
      height: heights.length / width,
    });
  return { heights: values, mask, count };
}
