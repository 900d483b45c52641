/** The reference attenuation: what ground and air take beyond free space, at the median. [ERL 79-ITS 67; TR-82-100] */
import { diffractionLine } from "./diffraction.ts";
import { greater } from "./extremes.ts";
import { ITM_CODES } from "./itm-error.ts";
import type { ItmJob } from "./job.ts";
import { lineOfSight } from "./line-of-sight.ts";
import type { ItmPath } from "./path.ts";
import { troposcatter } from "./troposcatter.ts";
import { ITM_WARNINGS } from "./warnings.ts";

/**
 * From distance, horizons, effective heights, deltaH, surfaceRefractivity and radius of the path: its `reference` and
 * `mode`, and the bits of its warnings added to those there are.
 * @returns whether ITM takes the path; `code` says why not
 */
export function referenceAttenuation(job: ItmJob, path: ItmPath): boolean {
  const { radius, distance } = path;
  const smoothTx = Math.sqrt(2 * path.effectiveTx * radius);
  const smoothRx = Math.sqrt(2 * path.effectiveRx * radius);
  path.smoothSight = smoothTx + smoothRx;
  path.sight = path.horizonTx + path.horizonRx;
  path.angleOfSight = -greater(path.angleTx + path.angleRx, -path.sight / radius);
  path.mode = 0;
  path.warnings |= warningsOfHorizons(path, smoothTx, smoothRx);
  path.code = refusal(job, path);
  if (path.code !== 0) return false;
  if (path.surfaceRefractivity < 250) path.warnings |= ITM_WARNINGS.surfaceRefractivity;
  path.warnings |= warningsOfDistance(path);

  diffractionLine(job, path);
  let loss: number;
  if (distance < path.smoothSight) {
    path.mode = 1;
    loss = lineOfSight(job, path);
  } else loss = beyondSight(job, path);
  path.reference = greater(loss, 0);
  return true;
}

function warningsOfHorizons(path: ItmPath, smoothTx: number, smoothRx: number): number {
  let warnings = 0;
  if (Math.abs(path.angleTx) > 0.2) warnings |= ITM_WARNINGS.transmitterHorizonAngle;
  if (Math.abs(path.angleRx) > 0.2) warnings |= ITM_WARNINGS.receiverHorizonAngle;
  if (path.horizonTx < 0.1 * smoothTx) warnings |= ITM_WARNINGS.transmitterHorizonNear;
  if (path.horizonRx < 0.1 * smoothRx) warnings |= ITM_WARNINGS.receiverHorizonNear;
  if (path.horizonTx > 3 * smoothTx) warnings |= ITM_WARNINGS.transmitterHorizonFar;
  if (path.horizonRx > 3 * smoothRx) warnings |= ITM_WARNINGS.receiverHorizonFar;
  return warnings;
}

function refusal(job: ItmJob, { surfaceRefractivity, radius }: ItmPath): number {
  if (surfaceRefractivity < 150) return ITM_CODES.surfaceRefractivitySmall;
  if (surfaceRefractivity > 400) return ITM_CODES.surfaceRefractivityLarge;
  if (radius < 4_000_000 || radius > 13_333_333) return ITM_CODES.effectiveEarth;
  if (job.impedance <= Math.abs(job.reactance)) return ITM_CODES.groundImpedance;
  return 0;
}

function warningsOfDistance({ distance, effectiveTx, effectiveRx }: ItmPath): number {
  let warnings = 0;
  if (distance < Math.abs(effectiveTx - effectiveRx) / 0.2) warnings |= ITM_WARNINGS.steepPath;
  if (distance < 1e3) warnings |= ITM_WARNINGS.shortPath;
  if (distance > 1000e3) warnings |= ITM_WARNINGS.farPath;
  if (distance > 2000e3) warnings |= ITM_WARNINGS.veryFarPath;
  return warnings;
}

/** The line of diffraction up to where that of scatter is the lesser. */
function beyondSight(job: ItmJob, path: ItmPath): number {
  const { distance, slope, intercept, sight, smoothSight, radius } = path;
  path.mode = 2;
  // scatter is the lesser from its own edge on at the earliest
  const edge = sight + 1.088 * Math.cbrt((radius * radius) / job.frequency) * job.logarithm;
  if (distance <= edge) return slope * distance + intercept;
  path.gain = -1;
  const near = sight + 200e3;
  const farLoss = troposcatter(job, path, sight + 400e3);
  const nearLoss = troposcatter(job, path, near);
  if (!(nearLoss < 1000)) {
    // no scatter: NTIA's line of scatter is then that of diffraction, from 10,000 km on
    if (distance > 10e6) path.mode = 3;
    return slope * distance + intercept;
  }
  const scatterSlope = (farLoss - nearLoss) / 200e3;
  const from = greater(
    greater(smoothSight, edge),
    (nearLoss - intercept - scatterSlope * near) / (slope - scatterSlope),
  );
  if (!(distance > from)) return slope * distance + intercept;
  path.mode = 3;
  return scatterSlope * distance + (slope - scatterSlope) * from + intercept;
}
