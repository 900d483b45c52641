/** What the ground of a profile comes to: horizons, irregularity and effective heights. [TR-82-100; ITM v1.4, QuickPfl] */
import { lesser } from "./extremes.ts";
import { fitLine } from "./fit.ts";
import { findHorizons } from "./horizons.ts";
import { irregularity } from "./irregularity.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";
import { angleHorizons, placeHorizons } from "./rough-horizons.ts";

/** Fills all of the path that its profile decides; `bendRays` comes first. */
export function readGround(
  job: ItmJob,
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  path: ItmPath,
): void {
  const distance = intervals * spacing;
  path.distance = distance;
  findHorizons(job, heights, spacing, intervals, path);
  const start = firstThatCounts(job, path);
  const end = lastThatCounts(job, path);
  path.deltaH = irregularity(heights, spacing, intervals, start, end);
  if (isWithinSight(path)) {
    fitLine(heights, spacing, intervals, start, end, path);
    raiseAntennas(job, path, heights[0]!, heights[intervals]!);
    smoothHorizons(path);
    return;
  }
  fitLine(heights, spacing, intervals, start, 0.9 * path.horizonTx, path);
  const { fitTx } = path;
  fitLine(heights, spacing, intervals, distance - 0.9 * path.horizonRx, end, path);
  path.fitTx = fitTx;
  raiseAntennas(job, path, heights[0]!, heights[intervals]!);
}

/** The ground counts from 15 times the antenna's height on, or from a tenth of the way to the horizon: [Hufford 1982, page 25]. */
const firstThatCounts = (job: ItmJob, path: ItmPath): number =>
  lesser(15 * job.transmitter, 0.1 * path.horizonTx);
const lastThatCounts = (job: ItmJob, path: ItmPath): number =>
  path.distance - lesser(15 * job.receiver, 0.1 * path.horizonRx);

/** Both horizons together lie well beyond the path. */
const isWithinSight = (path: ItmPath): boolean =>
  path.horizonTx + path.horizonRx > 1.5 * path.distance;

/** Effective heights: over the fitted line, where the ground lies over it. */
function raiseAntennas(job: ItmJob, path: ItmPath, groundTx: number, groundRx: number): void {
  path.effectiveTx = job.transmitter + Math.max(groundTx - path.fitTx, 0);
  path.effectiveRx = job.receiver + Math.max(groundRx - path.fitRx, 0);
}

/** Horizons within sight are those of rough ground about the fitted line, not those of the profile. */
export function smoothHorizons(path: ItmPath): void {
  placeHorizons(path);
  const both = path.horizonTx + path.horizonRx;
  if (both <= path.distance) {
    const raise = (path.distance / both) ** 2;
    path.effectiveTx *= raise;
    path.effectiveRx *= raise;
    placeHorizons(path);
  }
  angleHorizons(path);
}
