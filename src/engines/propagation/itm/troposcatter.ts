/** Loss far beyond the horizon, by scatter in the troposphere. [Algorithm, 4.60 on; TN101, chapter 9] */
import { decibels } from "./decibels.ts";
import { greater, lesser } from "./extremes.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

/** The loss where scatter is not defined; whatever is over 1000 is no loss. */
const NONE = 1001;
const ROOT_2 = Math.SQRT2;

/** The attenuation at a distance; of the two of a path the farther comes first, and `gain` is -1 before it. */
export function troposcatter(job: ItmJob, path: ItmPath, distance: number): number {
  const gain = path.gain > 15 ? path.gain : frequencyGain(job, path, distance);
  if (gain === Infinity) return NONE;
  path.gain = gain;
  const angle = distance / path.radius - path.angleOfSight;
  const { wavenumber } = job;
  const humid = 0.1 * (path.surfaceRefractivity - 301) * Math.exp((-angle * distance) / 40e3);
  return distanceLoss(angle * distance) + decibels(wavenumber * 47.7 * angle ** 4) - humid + gain; // [Algorithm, Eq. 4.63]
}

/** H_0, dB; infinite where it is not defined. */
function frequencyGain(job: ItmJob, path: ItmPath, distance: number): number {
  const { effectiveTx, effectiveRx, surfaceRefractivity } = path;
  let unequal = path.horizonTx - path.horizonRx;
  let ratio = effectiveRx / effectiveTx;
  if (unequal < 0) {
    unequal = -unequal;
    ratio = 1 / ratio;
  }
  const angle = path.angleTx + path.angleRx + distance / path.radius;
  // [TN101, Eq. 9.4a]
  const r1 = 2 * job.wavenumber * angle * effectiveTx;
  const r2 = 2 * job.wavenumber * angle * effectiveRx;
  if (r1 < 0.2 && r2 < 0.2) return Infinity; // [Algorithm, page 11]

  // asymmetry, cut off at 0.1 and 10: [TN101, Eq. 9.5; Algorithm, page 16]
  const asymmetry = (distance - unequal) / (distance + unequal);
  const q = lesser(greater(0.1, ratio / asymmetry), 10);
  const s = greater(0.1, asymmetry);
  // where the rays cross: [Algorithm, 4.66; TN101, Eq. 9.3b]
  const height = ((distance - unequal) * (distance + unequal) * angle * 0.25) / distance;
  // η_s, how well the air scatters there: [TN101, Eq. 9.3a; Algorithm, 4.67]
  const air = 0.031 - surfaceRefractivity * 2.32e-3 + surfaceRefractivity ** 2 * 5.67e-6;
  const efficiency = (height / 1755.6) * (1 + air * Math.exp(-(lesser(1.7, height / 8000) ** 6)));

  // [TN101, Eq. 9.5]
  const mean = (gainOf(r1, efficiency) + gainOf(r2, efficiency)) / 2;
  const unevenness = 6 * (0.6 - Math.log10(greater(efficiency, 1))) * Math.log10(s) * Math.log10(q);
  let gain = greater(mean + lesser(mean, unevenness), 0);
  if (efficiency < 1) {
    const still =
      (((1 + ROOT_2 / r1) * (1 + ROOT_2 / r2)) ** 2 * (r1 + r2)) / (r1 + r2 + 2 * ROOT_2);
    gain = efficiency * gain + (1 - efficiency) * decibels(still);
  }
  // "If, at d_5, calculations show that H_0 will exceed 15 dB, they are replaced by the value it has at d_6" [Algorithm, page 12]
  return gain > 15 && path.gain >= 0 ? path.gain : gain;
}

const CURVE_A = [25, 80, 177, 395, 705]; // [Algorithm, 6.13]
const CURVE_B = [24, 45, 68, 80, 105];

/** Between the curves for whole efficiencies 1 to 5. */
function gainOf(r: number, efficiency: number): number {
  const bounded = lesser(greater(efficiency, 1), 5);
  const whole = Math.trunc(bounded);
  const share = bounded - whole;
  const gain = curve(whole - 1, r);
  return share === 0 ? gain : (1 - share) * gain + share * curve(whole, r);
}

function curve(j: number, r: number): number {
  const square = (1 / r) * (1 / r);
  return decibels(1 + CURVE_A[j]! * square * square + CURVE_B[j]! * square);
}

/** F(θd), dB. [Algorithm, 6.9] */
function distanceLoss(product: number): number {
  if (product <= 10e3) return 133.4 + 0.332e-3 * product - decibels(product);
  if (product <= 70e3) return 104.6 + 0.212e-3 * product - 0.25 * decibels(product);
  return 71.8 + 0.157e-3 * product + 0.5 * decibels(product);
}
