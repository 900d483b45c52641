/** What a prediction hands back. */
import { decibels } from "./decibels.ts";
import { ItmError, pathRefusal } from "./itm-error.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

export interface ItmResult {
  /** Basic transmission loss, dB. */
  readonly loss: number;
  /** That of free space, and what the ground takes at the median beyond it, dB. */
  readonly freeSpace: number;
  readonly reference: number;
  readonly mode: "line of sight" | "diffraction" | "troposcatter";
  /** Bits of ITM_WARNINGS. */
  readonly warnings: number;
  /** Metres. */
  readonly distance: number;
  /** Terrain irregularity, metres. */
  readonly deltaH: number;
  /** Of transmitter and receiver: radians over the level, metres, metres. */
  readonly horizonAngles: readonly [number, number];
  readonly horizons: readonly [number, number];
  readonly effectiveHeights: readonly [number, number];
  /** N-units. */
  readonly surfaceRefractivity: number;
}

const MODES = ["line of sight", "diffraction", "troposcatter"] as const;

/** @throws ItmError where ITM refused the path */
export function itmResult(job: ItmJob, path: ItmPath, loss: number): ItmResult {
  if (path.code !== 0) throw new ItmError(path.code, pathRefusal(path.code), path.warnings);
  return {
    loss,
    freeSpace: freeSpace(job, path),
    reference: path.reference,
    mode: MODES[path.mode - 1]!,
    warnings: path.warnings,
    distance: path.distance,
    deltaH: path.deltaH,
    horizonAngles: [path.angleTx, path.angleRx],
    horizons: [path.horizonTx, path.horizonRx],
    effectiveHeights: [path.effectiveTx, path.effectiveRx],
    surfaceRefractivity: path.surfaceRefractivity,
  };
}

/** dB. */
export const freeSpace = (job: ItmJob, path: ItmPath): number =>
  job.freeSpaceAtOneMetre + 2 * decibels(path.distance);
