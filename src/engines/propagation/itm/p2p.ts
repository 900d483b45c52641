/** ITM over a path whose ground is known. NTIA's Irregular Terrain Model v1.4 (Longley-Rice), point to point. */
import { bendRays, pathHeight } from "./atmosphere.ts";
import { readGround } from "./ground.ts";
import { ITM_CODES, ItmError } from "./itm-error.ts";
import { itmJob, type ItmJob } from "./job.ts";
import type { ItmOptions } from "./options.ts";
import { ItmPath } from "./path.ts";
import { referenceAttenuation } from "./reference.ts";
import { freeSpace, itmResult, type ItmResult } from "./result.ts";
import { withVariability } from "./variability.ts";

/** What stands on the ground, and the ground: `heights` over the sea from transmitter to receiver. All in metres. */
export interface ItmGround {
  readonly transmitter: number;
  readonly receiver: number;
  readonly heights: Float64Array | Float32Array;
  /** From height to height. */
  readonly spacing: number;
  /** One less than there are heights, unless the array is longer than the path. */
  readonly intervals?: number;
}

/** @throws ItmError with NTIA's code, or one of ours for a profile that is none */
export function itmPointToPoint(ground: ItmGround, options: ItmOptions): ItmResult {
  const job = itmJob(ground, options);
  const { heights, spacing, intervals = heights.length - 1 } = ground;
  checkProfile(heights, spacing, intervals, job.warnings);
  const path = new ItmPath();
  const loss = lossOverGround(job, heights, spacing, intervals, path);
  return itmResult(job, path, loss);
}

/**
 * The same without checks and without allocation, for who predicts many paths: into a sheet that is used again.
 * @returns basic transmission loss in dB; NaN where ITM refuses the path, and `path.code` says why
 */
export function lossOverGround(
  job: ItmJob,
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  path: ItmPath,
): number {
  path.warnings = job.warnings;
  bendRays(job, pathHeight(heights, intervals), path);
  readGround(job, heights, spacing, intervals, path);
  return lossOfPath(job, path);
}

/** The loss of a path of which the ground has been read: NaN and `path.code` where ITM refuses it. */
export function lossOfPath(job: ItmJob, path: ItmPath): number {
  if (!referenceAttenuation(job, path)) return Number.NaN;
  return withVariability(job, path) + freeSpace(job, path);
}

const LOWEST = -1000; // m: no ground lies lower, and a void (-32768) is no height
const HIGHEST = 10_000;

function checkProfile(
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  warnings: number,
): void {
  if (!(Number.isInteger(intervals) && intervals >= 1 && intervals < heights.length))
    throw new ItmError(
      ITM_CODES.profileTooShort,
      `Expected a profile of two heights or more, got ${Math.min(intervals + 1, heights.length)}.`,
      warnings,
    );
  if (!(spacing > 0 && spacing < Infinity))
    throw new ItmError(
      ITM_CODES.distance,
      `Expected heights some metres apart, got a spacing of ${spacing}.`,
      warnings,
    );
  for (let i = 0; i <= intervals; i++)
    if (!(heights[i]! >= LOWEST && heights[i]! <= HIGHEST))
      throw new ItmError(
        ITM_CODES.profileHeight,
        `Expected heights from ${LOWEST} to ${HIGHEST} m, got ${heights[i]} at point ${i}.`,
        warnings,
      );
}
