/**
 * What a link between two masts meets on its way: clearance, and a loss. Pure, and the same on the server and on a
 * reader's device.
 */
import { bulge, clearance, MEDIAN_K, type Way } from "../../../engines/propagation/clearance.ts";
import { freeSpaceLoss } from "../../../engines/propagation/free-space.ts";
import { bullingtonLoss } from "../../../engines/propagation/p526/bullington.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { EARTH_RADIUS } from "../../../engines/terrain/great-circle.ts";

export interface Hop {
  readonly km: number;
  /** The least clearance as a share of the first Fresnel zone's radius; below 0 the ground stands in the line. */
  readonly clearance: number;
  /** Where that is, km from the first end. */
  readonly tightest: number;
  /** dB: in free space, and what the ground adds, by the Bullington construction. */
  readonly freeSpace: number;
  readonly diffraction: number;
  /** What oxygen and vapour take. */
  readonly gases: number;
}

/** @returns undefined where a height on the way is not known */
export function hopOf(way: Way): Hop | undefined {
  const { heights, spacing, frequency } = way;
  for (let i = 0; i < heights.length; i++) if (Number.isNaN(heights[i])) return undefined;
  const { worst, at } = clearance(way);
  const km = (spacing * (heights.length - 1)) / 1000;
  return {
    km,
    clearance: worst,
    tightest: (at * spacing) / 1000,
    freeSpace: freeSpaceLoss(km, frequency),
    diffraction: edgeLoss(way),
    gases: gasLoss(km, frequency),
  };
}

/** The height of the straight line between the antennas over step `i`. */
export function lineOf({ heights, fromMast, toMast }: Way): (i: number) => number {
  const last = heights.length - 1;
  const [from, to] = [heights[0]! + fromMast, heights[last]! + toMast];
  return (i) => from + ((to - from) * i) / last;
}

/** The height of the ground over the chord between the ends, at step `i`. */
export function groundOf({ heights, spacing, k = MEDIAN_K }: Way): (i: number) => number {
  const last = heights.length - 1;
  return (i) => heights[i]! + bulge(i * spacing, (last - i) * spacing, k);
}

/** dB: all that stands in the way as one edge. */
function edgeLoss(way: Way): number {
  const { heights, spacing, frequency, fromMast, toMast, k = MEDIAN_K } = way;
  const last = heights.length - 1;
  return bullingtonLoss(
    {
      distances: Float64Array.from(heights, (_, i) => (i * spacing) / 1000),
      heights: Float64Array.from(heights),
      transmitter: heights[0]! + fromMast,
      receiver: heights[last]! + toMast,
    },
    { frequency, radius: k * EARTH_RADIUS },
  );
}
