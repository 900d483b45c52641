/** A straight line through a part of a profile, by least squares. */
import type { ItmPath } from "./path.ts";

/**
 * Writes the heights of the line over the profile's two ends into `fitTx` and `fitRx`. The part goes from `start` to
 * `end` metres, widened to whole intervals; `start` lies before `end`. [Hufford, Longley and Kissick, TR-82-100; ITM v1.4,
 * LinearLeastSquaresFit]
 */
export function fitLine(
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  start: number,
  end: number,
  path: ItmPath,
): void {
  const first = Math.max(start / spacing, 0) | 0;
  const last = intervals - (Math.max(intervals - end / spacing, 0) | 0);
  const length = last - first;
  let place = -0.5 * length;
  const middle = last + place; // the line has the mean height there
  let sum = 0.5 * (heights[first]! + heights[last]!);
  let moment = 0.5 * (heights[first]! - heights[last]!) * place;
  for (let i = first + 1; i < last; i++) {
    place++;
    sum += heights[i]!;
    moment += heights[i]! * place;
  }
  const mean = sum / length;
  const slope = (moment * 12) / ((length * length + 2) * length);
  path.fitTx = mean - slope * middle;
  path.fitRx = mean + slope * (intervals - middle);
}
