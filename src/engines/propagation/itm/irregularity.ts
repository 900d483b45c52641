/** Terrain irregularity Δh: how far the highest tenth of a profile stands over its lowest, about a fitted line. */
import { decileSpread } from "./deciles.ts";

const MOST = 245; // samples of the profile: NTIA's bound
const samples = new Float64Array(MOST);

/**
 * @param start and end of the part of the profile that counts, metres from the transmitter
 * @returns metres, as of a path of any length: [ERL 79-ITS 67, Eq. 3] turned round; 0 where less than two intervals count
 */
export function irregularity(
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  start: number,
  end: number,
): number {
  const first = start / spacing;
  const length = end / spacing - first;
  if (length < 2) return 0;
  const tenth = Math.min(Math.max(4, (0.1 * (length + 8)) | 0), 25);
  const count = 10 * tenth - 5;
  resample(heights, intervals, first, length / (count - 1), count);
  const last = count - 1;
  const { mean, slope } = fitSamples(last);
  const level = mean - slope * (0.5 * last);
  const rise = (mean + slope * (0.5 * last) - level) / last; // rounded as NTIA's
  return decileSpread(samples, count, tenth, level, rise) / shareOfRoughness(end - start);
}

/** Of Δh, what a path of this length in metres shows of it: [ERL 79-ITS 67, Eq. 3]. */
export const shareOfRoughness = (distance: number): number => 1 - 0.8 * Math.exp(-distance / 50e3);

function resample(
  heights: Float64Array | Float32Array,
  intervals: number,
  first: number,
  step: number,
  count: number,
): void {
  let i = first | 0; // an integer to V8 too, which makes the loop three times as fast
  let over = first - (i + 1); // intervals beyond node i + 1; mostly negative
  for (let j = 0; j < count; j++) {
    while (over > 0 && i + 1 < intervals) {
      over--;
      i++;
    }
    const height = heights[i + 1]!;
    samples[j] = height + (height - heights[i]!) * over;
    over += step;
  }
}

/** The line that fits the samples best: its mean height and its slope from one to the next. */
function fitSamples(last: number): { mean: number; slope: number } {
  let place = -0.5 * last;
  let sum = 0.5 * (samples[0]! + samples[last]!);
  let moment = 0.5 * (samples[0]! - samples[last]!) * place;
  for (let j = 1; j < last; j++) {
    place++;
    sum += samples[j]!;
    moment += samples[j]! * place;
  }
  return { mean: sum / last, slope: (moment * 12) / ((last * last + 2) * last) };
}
