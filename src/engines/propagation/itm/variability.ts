/** From the median to the share of time, places and situations that is asked for. [Algorithm, section 5] */
import type { Curve } from "./climates.ts";
import { shareOfRoughness } from "./irregularity.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

/** @returns dB beyond free space that are not exceeded; the bits of warnings are added to the path's */
export function withVariability(job: ItmJob, path: ItmPath): number {
  const { spread, wavenumber } = job;
  path.warnings |= spread.warnings;
  const distance = effectiveDistance(spread.reach, path);
  const deviationS = spread.hasSituation ? 5 + 3 * Math.exp(-distance / 100e3) : 0; // [Algorithm, Eq. 5.10]
  const deviationL = spread.hasLocation ? overLocations(wavenumber, path) : 0;
  const deviationT = curveAt(spread.times, distance) * spread.timesFactor;
  const locations = deviationL * spread.location;
  const times = deviationT * spread.time;
  const squareS = spread.situation * spread.situation;
  // of [Algorithm, Eq. 5.11]
  const rest =
    deviationS * deviationS +
    (times * times) / (7.8 + squareS) +
    (locations * locations) / (24 + squareS);

  const squareT = deviationT * deviationT;
  const squareL = deviationL * deviationL;
  let known = 0;
  let unsure = rest;
  if (spread.kind === 0) unsure += squareT + squareL;
  else if (spread.kind === 1) {
    known = times;
    unsure += squareL;
  } else if (spread.kind === 2) known = Math.sqrt(squareT + squareL) * spread.time;
  else known = times + locations;

  const loss =
    path.reference -
    curveAt(spread.median, distance) -
    known -
    Math.sqrt(unsure) * spread.situation;
  return loss < 0 ? (loss * (29 - loss)) / (29 - 10 * loss) : loss; // [Algorithm, Eq. 5.2]
}

/** In units in which diffraction meets scatter at 130 km. [Algorithm, Eq. 5.3] */
function effectiveDistance(reach: number, path: ItmPath): number {
  const { distance, effectiveTx, effectiveRx } = path;
  const meets = Math.sqrt(18e6 * effectiveTx) + Math.sqrt(18e6 * effectiveRx) + reach;
  return distance < meets ? (130e3 * distance) / meets : 130e3 + distance - meets;
}

/** [Algorithm, Eq. 5.9] */
function overLocations(wavenumber: number, { deltaH, distance }: ItmPath): number {
  const rough = wavenumber * deltaH * shareOfRoughness(distance);
  return (10 * rough) / (rough + 13);
}

export function curveAt([c1, c2, x1, x2, x3]: Curve, distance: number): number {
  const place = (distance - x2) / x3;
  const far = (distance / x1) * (distance / x1);
  return ((c1 + c2 / (1 + place * place)) * far) / (1 + far);
}
