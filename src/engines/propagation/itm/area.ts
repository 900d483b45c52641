/** ITM where only the kind of ground is known. NTIA's Irregular Terrain Model v1.4 (Longley-Rice), area mode. */
import { bendRays } from "./atmosphere.ts";
import { greater, lesser } from "./extremes.ts";
import { ITM_CODES, ItmError } from "./itm-error.ts";
import { itmJob } from "./job.ts";
import type { ItmOptions } from "./options.ts";
import { lossOfPath } from "./p2p.ts";
import { ItmPath } from "./path.ts";
import { itmResult, type ItmResult } from "./result.ts";
import { angleHorizons, placeHorizons } from "./rough-horizons.ts";

/** With what care the place of an antenna was chosen. */
export type Siting = "random" | "careful" | "very careful";

export interface ItmArea {
  /** Metres over the ground. */
  readonly transmitter: number;
  readonly receiver: number;
  readonly transmitterSiting: Siting;
  readonly receiverSiting: Siting;
  /** km. */
  readonly distance: number;
  /** Terrain irregularity Δh, metres: 0 water, 30 plains, 90 hills, 200 mountains, 500 rugged mountains. */
  readonly deltaH: number;
}

/** @throws ItmError with NTIA's code */
export function itmArea(area: ItmArea, options: ItmOptions): ItmResult {
  const job = itmJob(area, options, "area");
  const { distance, deltaH, transmitterSiting, receiverSiting } = area;
  const check = (code: number, isRight: boolean, expected: string, got: unknown) => {
    if (!isRight)
      throw new ItmError(code, `Expected ${expected}, got ${String(got)}.`, job.warnings);
  };
  check(ITM_CODES.distance, distance > 0 && distance < Infinity, "a distance over 0 km", distance);
  check(ITM_CODES.deltaH, deltaH >= 0 && deltaH < Infinity, "a Δh of 0 m or more", deltaH);
  check(
    ITM_CODES.transmitterSiting,
    Object.hasOwn(CARE, transmitterSiting),
    SITINGS,
    transmitterSiting,
  );
  check(ITM_CODES.receiverSiting, Object.hasOwn(CARE, receiverSiting), SITINGS, receiverSiting);

  const path = new ItmPath();
  path.warnings = job.warnings;
  path.distance = distance * 1000;
  path.deltaH = deltaH;
  bendRays(job, 0, path);
  path.effectiveTx = effectiveHeight(area.transmitter, transmitterSiting, deltaH);
  path.effectiveRx = effectiveHeight(area.receiver, receiverSiting, deltaH);
  placeHorizons(path);
  angleHorizons(path);
  return itmResult(job, path, lossOfPath(job, path));
}

const SITINGS = "a siting that is random, careful or very careful";
/** Metres that care wins at most. */
const CARE: Readonly<Record<Siting, number>> = { random: 0, careful: 4, "very careful": 9 };

/** [Algorithm, Eq. 3.2] */
function effectiveHeight(height: number, siting: Siting, deltaH: number): number {
  if (siting === "random") return height;
  const care = CARE[siting] * (height < 5 ? Math.sin(0.1 * Math.PI * height) : 1);
  return height + (1 + care) * Math.exp(-lesser(20, (2 * height) / greater(1e-3, deltaH)));
}
