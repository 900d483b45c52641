/**
 * What a link between two masts meets on its way: clearance, and losses. Pure, and the same on the server and on a
 * reader's device; the planner and `cnd radio link` judge by the same engines.
 */
import { bulge, MEDIAN_K, type Way } from "../../../engines/propagation/clearance.ts";
import { groundLosses, type GroundLosses } from "../../../engines/propagation/doubt.ts";
import { ITM_DEFAULTS } from "../../../engines/propagation/itm/options.ts";
import { linkOverGround } from "../../../engines/propagation/link.ts";

export interface Hop {
  readonly km: number;
  /** The least clearance as a share of the first Fresnel zone's radius; below 0 the ground stands in the line. */
  readonly clearance: number;
  /** Where that is, km from the first end. */
  readonly tightest: number;
  /** dB in free space. */
  readonly freeSpace: number;
  /** What the ground adds. */
  readonly ground: GroundLosses;
  /** What oxygen and vapour take. */
  readonly gases: number;
}

/** @returns undefined where a height on the way is not known */
export function hopOf(way: Way): Hop | undefined {
  const { spacing, frequency, fromMast, toMast, k = MEDIAN_K } = way;
  const heights = Float64Array.from(way.heights);
  if (heights.some(Number.isNaN)) return undefined;
  const itm = { ...ITM_DEFAULTS, frequency };
  const report = linkOverGround({ heights, spacing, fromMast, toMast, k, itm });
  return {
    km: report.km,
    clearance: report.clearance.worst,
    tightest: (report.clearance.at * spacing) / 1000,
    freeSpace: report.freeSpace,
    ground: groundLosses(report),
    gases: report.gases,
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
