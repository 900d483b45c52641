/**
 * Loss beyond the horizon, by diffraction: a line over distance, through two points far in the region of diffraction,
 * each a mean of knife edges and a smooth Earth. [ERL 79-ITS 67, 3.2; Algorithm, section 4]
 */
import { decibels } from "./decibels.ts";
import { greater, lesser } from "./extremes.ts";
import { shareOfRoughness } from "./irregularity.ts";
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

/** Fills `slope` and `intercept`. */
export function diffractionLine(job: ItmJob, path: ItmPath): void {
  const step = Math.cbrt((path.radius * path.radius) / job.frequency);
  const near = greater(path.smoothSight, path.sight + 5 * step);
  const far = near + 10 * step;
  path.clutter = clutterLoss(job, path);
  walkToHorizons(job, path);
  const lossNear = diffractionLoss(job, path, near);
  const lossFar = diffractionLoss(job, path, far);
  path.slope = (lossFar - lossNear) / (far - near);
  path.intercept = lossNear - path.slope * near;
}

/** [ERL 79-ITS 67, Eq. 3.38c], with the roughness at the distance of smooth sight (page 3-13). */
function clutterLoss(job: ItmJob, { smoothSight, deltaH }: ItmPath): number {
  const sigma = surfaceRoughness(deltaH * shareOfRoughness(smoothSight));
  const { transmitter, receiver, frequency } = job;
  return lesser(15, 0.5 * decibels(1 + 1e-5 * transmitter * receiver * frequency * sigma));
}

/** σ_h, metres: the roughness within the first Fresnel zone. [ERL 79-ITS 67, Eq. 3.6a] */
export const surfaceRoughness = (deltaH: number): number =>
  0.78 * deltaH * Math.exp(-0.5 * Math.sqrt(Math.sqrt(deltaH)));

function diffractionLoss(job: ItmJob, path: ItmPath, distance: number): number {
  const { sight, angleOfSight, radius, effectiveTx, effectiveRx } = path;
  const roughness = path.deltaH * shareOfRoughness(distance);
  const product = job.transmitter * job.receiver;
  const low = product + job.lowAntennas;
  const raised = Math.sqrt(1 + (effectiveTx * effectiveRx - product) / low);
  const q =
    (raised + (-angleOfSight * radius + sight) / distance) *
    lesser(roughness * job.wavenumber, 6283.2);
  const weight = 25.1 / (25.1 + Math.sqrt(q)); // [ERL 79-ITS 67, Eq. 3.23]
  const smooth = smoothEarth(job, path, distance);
  return weight * smooth + (1 - weight) * knifeEdges(job, path, distance) + path.clutter;
}

/** Two edges, at the horizons. [TN101, Eq. I.1, I.7] */
function knifeEdges(job: ItmJob, path: ItmPath, distance: number): number {
  const { horizonTx, horizonRx } = path;
  const angle = distance / path.radius - path.angleOfSight; // [Algorithm, Eq. 4.12]
  const beyond = distance - path.sight;
  const scale = 0.0795775 * job.wavenumber * angle * angle; // 1 / (4 π)
  const tx = (scale * horizonTx * beyond) / (beyond + horizonTx);
  const rx = (scale * horizonRx * beyond) / (beyond + horizonRx);
  // where both are deep, one logarithm does for two
  return tx >= DEEP && rx >= DEEP ? 2 * 12.953 + decibels(tx * rx) : edge(tx) + edge(rx);
}

const DEEP = 5.76; // ν of 2.4, squared

/** Loss over an edge, by the square of ν. [TN101, Eq. III.24b, III.24c; ERL 79-ITS 67, Eq. 3.27] */
const edge = (square: number): number =>
  square < DEEP ? 6.02 + 9.11 * Math.sqrt(square) - 1.27 * square : 12.953 + decibels(square);

/** Vogler's method of three radii: from both ends to their horizons, and between these. [Vogler 1964; Algorithm, Eq. 4.20] */
function smoothEarth(job: ItmJob, path: ItmPath, distance: number): number {
  const angle = distance / path.radius - path.angleOfSight;
  const between = (distance - path.sight) / angle;
  const x = stretch(job, curvature(between), between * angle) + path.stretchOfEnds;
  return 0.05751 * x - decibels(x) - path.gainOfEnds - 20; // [TN101, Eq. 8.4]
}

/** Fills `stretchOfEnds` and `gainOfEnds`, which are those of every distance. */
function walkToHorizons(job: ItmJob, path: ItmPath): void {
  const { horizonTx, horizonRx } = path;
  const cTx = curvature((0.5 * horizonTx * horizonTx) / path.effectiveTx); // [Vogler 1964, Eq. 3]
  const cRx = curvature((0.5 * horizonRx * horizonRx) / path.effectiveRx);
  const xTx = stretch(job, cTx, horizonTx);
  const xRx = stretch(job, cRx, horizonRx);
  path.stretchOfEnds = xTx + xRx;
  path.gainOfEnds = heightGain(xTx, absorption(job, cTx)) + heightGain(xRx, absorption(job, cRx));
}

/** C_0, the cube root of 4/3 of the Earth's radius over an effective one. [Vogler 1964, Eq. 2] */
const curvature = (radius: number): number => Math.cbrt(((4 / 3) * 6_370_000) / radius);

/** K of the ground. [Vogler 1964, Eq. 6a, 7a] */
const absorption = (job: ItmJob, c: number): number =>
  (0.017778 * c) / job.cubeRoot / job.impedanceSize;

/** x, "km" of numerical distance. [Vogler 1964, Eq. 2; B_0 by figure 4] */
const stretch = (job: ItmJob, c: number, distance: number): number =>
  ((1.607 - absorption(job, c)) * c * c * job.cubeRoot * distance) / 1000;

/** F(x, K), dB. [Vogler 1964; ERL 79-ITS 67, 3.2; Algorithm, 6.2 on] */
function heightGain(x: number, k: number): number {
  if (x < 200) {
    const w = -Math.log(k);
    if (k < 1e-5 || x * w * w * w > 5495) return x > 1 ? 17.372 * Math.log(x) - 117 : -117;
    return (2.5e-5 * x * x) / k - 8.686 * w - 15;
  }
  const far = 0.05751 * x - 4.343 * Math.log(x);
  if (x >= 2000) return far;
  const weight = 0.0134 * x * Math.exp(-0.005 * x);
  return (1 - weight) * far + weight * (17.372 * Math.log(x) - 117);
}
