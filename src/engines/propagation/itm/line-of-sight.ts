/** Loss within the horizon: a line through a few points of a two-ray model. [ERL 79-ITS 67, 3.1; Algorithm, 4.43 on] */
import { surfaceRoughness } from "./diffraction.ts";
import { decibels } from "./decibels.ts";
import { excess, greater, lesser } from "./extremes.ts";
import { shareOfRoughness } from "./irregularity.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

/** @returns the attenuation of a path shorter than smooth sight; `diffractionLine` comes first */
export function lineOfSight(job: ItmJob, path: ItmPath): number {
  const { smoothSight, sight, slope, intercept, distance } = path;
  const lossEnd = smoothSight * slope + intercept;
  // [ERL 79-ITS 67, Eq. 3.16a and 3.16d]
  let near = 0.04 * job.frequency * path.effectiveTx * path.effectiveRx;
  let middle: number;
  if (intercept >= 0) {
    near = lesser(near, 0.5 * sight);
    middle = near + 0.25 * (sight - near);
  } else middle = greater(-intercept / slope, 0.25 * sight);
  const lossMiddle = twoRays(job, path, middle);

  let rise = 0; // dB/m
  let bend = 0; // dB for each factor e of distance
  let isBent = false;
  if (near < middle) {
    const lossNear = twoRays(job, path, near);
    const q = Math.log(smoothSight / near);
    // [ERL 79-ITS 67, Eq. 3.20]
    const bent =
      ((smoothSight - near) * (lossMiddle - lossNear) - (middle - near) * (lossEnd - lossNear)) /
      ((smoothSight - near) * Math.log(middle / near) - (middle - near) * q);
    bend = greater(0, bent);
    isBent = intercept > 0 || bend > 0;
    if (isBent) {
      rise = (lossEnd - lossNear - bend * q) / (smoothSight - near); // [ERL 79-ITS 67, Eq. 3.21]
      if (rise < 0) {
        rise = 0;
        bend = excess(lossEnd, lossNear) / q;
        if (bend === 0) rise = slope;
      }
    }
  }
  if (!isBent) {
    rise = excess(lossEnd, lossMiddle) / (smoothSight - middle);
    bend = 0;
    if (rise === 0) rise = slope;
  }
  // [ERL 79-ITS 67, Eq. 3.19]
  return (
    lossEnd -
    rise * (smoothSight - distance) -
    (bend === 0 ? 0 : bend * Math.log(smoothSight / distance))
  );
}

/** The direct ray and the one that the ground reflects, weighed with diffraction continued into sight. */
function twoRays(job: ItmJob, path: ItmPath, distance: number): number {
  const { effectiveTx, effectiveRx, deltaH } = path;
  const { impedance, reactance, wavenumber } = job;
  const sigma = surfaceRoughness(deltaH * shareOfRoughness(distance));
  const heights = effectiveTx + effectiveRx;
  const grazing = heights / Math.sqrt(distance * distance + heights * heights); // sin ψ, [Algorithm, Eq. 4.46]

  // the reflected ray, (sin ψ - Z) / (sin ψ + Z) · exp(...): [Algorithm, Eq. 4.47]
  const size = Math.exp(-lesser(10, wavenumber * sigma * grazing));
  const [over, under] = [grazing - impedance, grazing + impedance];
  const square = under * under + reactance * reactance;
  let real = ((over * under - reactance * reactance) / square) * size;
  let imaginary = ((-reactance * under - over * reactance) / square) * size;
  const power = real * real + imaginary * imaginary; // [Algorithm, Eq. 4.48]
  if (power < 0.25 || power < grazing) {
    const raise = Math.sqrt(grazing / power);
    real *= raise;
    imaginary *= raise;
  }

  let phase = (wavenumber * 2 * effectiveTx * effectiveRx) / distance; // [Algorithm, Eq. 4.49]
  if (phase > Math.PI / 2) phase = Math.PI - (Math.PI / 2) ** 2 / phase; // [Algorithm, Eq. 4.50]
  // From 0 to π, so that the sine gives the cosine: and to all digits where the rays nearly cancel, at small phases.
  const sin = Math.sin(phase);
  const cos = Math.sqrt(1 - sin * sin);
  const sumReal = phase > Math.PI / 2 ? real - cos : real + cos;
  const sumImaginary = imaginary - sin;
  const reflected = -decibels(sumReal * sumReal + sumImaginary * sumImaginary);
  const diffracted = path.slope * distance + path.intercept;
  const weight = 1 / (1 + (job.frequency * deltaH) / greater(10e3, path.smoothSight));
  return weight * reflected + (1 - weight) * diffracted;
}
