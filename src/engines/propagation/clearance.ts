/**
 * How clear the way of a link is: the ray over the ground, the Earth's bulge, the first Fresnel zone. Sources: ITU-R
 * P.526-15, section 2.1 (ellipsoids of Fresnel) and 4.1 (heights over the chord); P.530-18, section 2.2.2 (clearance).
 */
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import { wavelength } from "./free-space.ts";

/** The Earth's radius seems so many times as large where rays bend as they do in the median. */
export const MEDIAN_K = 4 / 3;

export interface Way {
  /** Metres over the sea, at equal steps, both ends with them. */
  readonly heights: ArrayLike<number>;
  /** Metres from one to the next. */
  readonly spacing: number;
  /** Metres of the antennas over the ground. */
  readonly fromMast: number;
  readonly toMast: number;
  /** MHz */
  readonly frequency: number;
  /** Effective by true radius of the Earth. */
  readonly k?: number;
}

export interface Clearance {
  /** The least clearance as a share of the first Fresnel zone's radius there: 0 grazes, negative is blocked. */
  readonly worst: number;
  /** Which height stands nearest to the ray, in this sense. */
  readonly at: number;
  /** Metres from that height up to the ray; negative where the ground stands over it. */
  readonly metres: number;
}

/** Metres that the Earth bulges over the chord between two ends, at distances in metres from both. P.526-15 (Z). */
export const bulge = (from: number, to: number, k = MEDIAN_K): number =>
  (from * to) / (2 * k * EARTH_RADIUS * 1000);

/** Metres: the radius of the nth Fresnel zone at distances in metres from both ends. P.526-15, equation (2). */
export const fresnelRadius = (from: number, to: number, frequency: number, n = 1): number =>
  Math.sqrt((n * wavelength(frequency) * from * to) / (from + to));

/** @throws RangeError for a way without a point between its ends, or numbers that are none */
export function clearance(way: Way): Clearance {
  const { heights, spacing, fromMast, toMast, frequency, k = MEDIAN_K } = way;
  const last = heights.length - 1;
  if (last < 2) throw new RangeError(`Expected at least three heights, got ${heights.length}.`);
  if (!(frequency > 0)) throw new RangeError(`Expected a frequency over 0 MHz, got ${frequency}.`);
  if (!(k > 0)) throw new RangeError(`Expected k over 0, got ${k}.`);
  const start = heights[0]! + fromMast;
  const slope = (heights[last]! + toMast - start) / last;
  let found: Clearance = { worst: Number.POSITIVE_INFINITY, at: 1, metres: Number.NaN };
  for (let at = 1; at < last; at++) {
    const [from, to] = [at * spacing, (last - at) * spacing];
    const metres = start + slope * at - heights[at]! - bulge(from, to, k);
    if (Number.isNaN(metres))
      throw new RangeError(`Expected a height at point ${at}, got ${heights[at]}.`);
    const worst = metres / fresnelRadius(from, to, frequency);
    if (worst < found.worst) found = { worst, at, metres };
  }
  return found;
}
