/**
 * ITM's attenuation for sweeps: the formulas of propagation/itm (diffraction.ts, line-of-sight.ts, ground.ts,
 * reference.ts, which name their sources), over numbers in one array and with tables in place of exponentials. A test
 * holds it to 0.005 dB of them, but for paths that lie at one of ITM's thresholds. Lengths are metres, angles radians, losses dB.
 */
import { bendRays } from "../propagation/itm/atmosphere.ts";
import { decibels } from "../propagation/itm/decibels.ts";
import { surfaceRoughness } from "../propagation/itm/diffraction.ts";
import { shareOfRoughness } from "../propagation/itm/irregularity.ts";
import type { ItmJob } from "../propagation/itm/job.ts";
import { lossOfPath } from "../propagation/itm/p2p.ts";
import { ItmPath } from "../propagation/itm/path.ts";
import { curveAt, withVariability } from "../propagation/itm/variability.ts";
import { orRefuse } from "./itm-node.ts";
import { decay, tableOf, valueAt, type Table } from "./table.ts";

/** Where in a sheet a path's numbers lie: first what is given, then what is found on the way. */
export const DISTANCE = 0;
/** Metres over the sea: of the mean of the path's middle. */
const HEIGHT = 1;
export const ANGLE_TX = 2;
export const ANGLE_RX = 3;
export const HORIZON_TX = 4;
export const HORIZON_RX = 5;
export const EFFECTIVE_TX = 6;
export const EFFECTIVE_RX = 7;
export const DELTA_H = 8;
export const RADIUS = 9;
const SMOOTH_SIGHT = 10;
const SIGHT = 11;
const ANGLE_OF_SIGHT = 12;
const SLOPE = 13;
const INTERCEPT = 14;
const CLUTTER = 15;
const STRETCH = 16;
const GAIN = 17;
const RAISED = 18;
export const SHEET = 19;

const MOST_DISTANCE = 1200e3;
const LOWEST = -1000; // of ground, over the sea
const HEIGHTS = 10_000; // from there
const MOST_ROOT = 60; // of a roughness of 3600 m
/** 4/3 of the Earth's radius, over which a horizon's curvature is told. */
const FOUR_THIRDS = (4 / 3) * 6_370_000;

/** What all paths of a job have in common. */
export interface QuickItm {
  readonly itm: ItmJob;
  /** By height over LOWEST: radius of the effective Earth, and the cube root of its square over the frequency. */
  readonly radius: Table;
  readonly step: Table;
  /** Metres over the sea between which ITM takes a path: refractivities of 400 and 150. */
  readonly lowest: number;
  readonly highest: number;
  /** By distance: how much of the roughness shows. */
  readonly share: Table;
  /** By the square root of roughness, as both are steep about 0: within the first Fresnel zone, and the loss by it. */
  readonly sigma: Table;
  readonly clutter: Table;
  /** By effective distance: dB that the median is less than the reference; absent where more than the median is asked. */
  readonly median: Table | undefined;
  /** K of the ground at a curvature of 1, and the stretch of a distance. */
  readonly absorption: number;
  readonly stretch: number;
  readonly path: ItmPath;
}

export function quickItm(itm: ItmJob): QuickItm {
  const { frequency, spread, transmitter, receiver, refractivity } = itm;
  const path = new ItmPath();
  const radiusAt = (height: number) => {
    bendRays(itm, height, path);
    return path.radius;
  };
  const clutterOf = (roughness: number) =>
    Math.min(
      15,
      0.5 * decibels(1 + 1e-5 * transmitter * receiver * frequency * surfaceRoughness(roughness)),
    );
  const isMedian = [spread.time, spread.location, spread.situation].every(
    (z) => Math.abs(z) < 1e-3,
  );
  return {
    itm,
    radius: tableOf((over) => radiusAt(LOWEST + over), HEIGHTS, 400),
    step: tableOf((over) => Math.cbrt(radiusAt(LOWEST + over) ** 2 / frequency), HEIGHTS, 400),
    lowest: 9460 * Math.log(refractivity / 400),
    highest: 9460 * Math.log(refractivity / 150),
    share: tableOf(shareOfRoughness, MOST_DISTANCE, 2400),
    sigma: tableOf((root) => surfaceRoughness(root * root), MOST_ROOT, 4000),
    clutter: tableOf((root) => clutterOf(root * root), MOST_ROOT, 4000),
    median: isMedian
      ? tableOf((distance) => curveAt(spread.median, distance), MOST_DISTANCE, 2400)
      : undefined,
    absorption: 0.017778 / itm.cubeRoot / itm.impedanceSize,
    stretch: itm.cubeRoot / 1000,
    path,
  };
}

/** Sets HEIGHT, and RADIUS by it. */
export function bendRaysOf({ radius }: QuickItm, q: Float64Array, height: number): void {
  q[HEIGHT] = height;
  q[RADIUS] = valueAt(radius, height - LOWEST);
}

/** Horizons within sight: of rough ground about the fitted line. */
export function smoothHorizonsOf(q: Float64Array): void {
  const deltaH = q[DELTA_H]!;
  let tx = q[EFFECTIVE_TX]!;
  let rx = q[EFFECTIVE_RX]!;
  const double = 2 * q[RADIUS]!;
  const dampTx = decay(0.07 * Math.sqrt(deltaH / (tx > 5 ? tx : 5)));
  const dampRx = decay(0.07 * Math.sqrt(deltaH / (rx > 5 ? rx : 5)));
  let smoothTx = Math.sqrt(double * tx);
  let smoothRx = Math.sqrt(double * rx);
  let horizonTx = smoothTx * dampTx;
  let horizonRx = smoothRx * dampRx;
  const both = horizonTx + horizonRx;
  if (both <= q[DISTANCE]!) {
    const raise = q[DISTANCE]! / both;
    tx *= raise * raise;
    rx *= raise * raise;
    smoothTx *= raise;
    smoothRx *= raise;
    horizonTx = smoothTx * decay(0.07 * Math.sqrt(deltaH / (tx > 5 ? tx : 5)));
    horizonRx = smoothRx * decay(0.07 * Math.sqrt(deltaH / (rx > 5 ? rx : 5)));
    q[EFFECTIVE_TX] = tx;
    q[EFFECTIVE_RX] = rx;
  }
  q[HORIZON_TX] = horizonTx;
  q[HORIZON_RX] = horizonRx;
  q[ANGLE_TX] = (0.65 * deltaH * (smoothTx / horizonTx - 1) - 2 * tx) / smoothTx;
  q[ANGLE_RX] = (0.65 * deltaH * (smoothRx / horizonRx - 1) - 2 * rx) / smoothRx;
}

/** Basic transmission loss of a sheet whose first ten numbers are given. @throws ItmError where ITM refuses the path */
export function quickLoss(quick: QuickItm, q: Float64Array): number {
  const { itm } = quick;
  const distance = q[DISTANCE]!;
  const radius = q[RADIUS]!;
  const smoothSight =
    Math.sqrt(2 * q[EFFECTIVE_TX]! * radius) + Math.sqrt(2 * q[EFFECTIVE_RX]! * radius);
  const sight = q[HORIZON_TX]! + q[HORIZON_RX]!;
  const angle = q[ANGLE_TX]! + q[ANGLE_RX]!;
  const smoothAngle = -sight / radius;
  q[SMOOTH_SIGHT] = smoothSight;
  q[SIGHT] = sight;
  q[ANGLE_OF_SIGHT] = -(angle > smoothAngle ? angle : smoothAngle);
  const height = q[HEIGHT]!;
  const step = valueAt(quick.step, height - LOWEST);
  const mayScatter = !(distance < smoothSight) && distance > sight + 1.088 * step * itm.logarithm;
  if (mayScatter || height < quick.lowest || height > quick.highest) return wholeLoss(quick, q);
  diffractionLineOf(quick, q, step);
  const loss =
    distance < smoothSight ? withinSight(quick, q) : q[SLOPE]! * distance + q[INTERCEPT]!;
  return freeSpaceAnd(quick, q, loss > 0 ? loss : 0);
}

/** By ITM itself. */
function wholeLoss({ itm, path }: QuickItm, q: Float64Array): number {
  bendRays(itm, q[HEIGHT]!, path);
  path.distance = q[DISTANCE]!;
  path.angleTx = q[ANGLE_TX]!;
  path.angleRx = q[ANGLE_RX]!;
  path.horizonTx = q[HORIZON_TX]!;
  path.horizonRx = q[HORIZON_RX]!;
  path.effectiveTx = q[EFFECTIVE_TX]!;
  path.effectiveRx = q[EFFECTIVE_RX]!;
  path.deltaH = q[DELTA_H]!;
  return orRefuse(lossOfPath(itm, path), path);
}

function freeSpaceAnd({ itm, median, path }: QuickItm, q: Float64Array, reference: number): number {
  const distance = q[DISTANCE]!;
  const free = itm.freeSpaceAtOneMetre + 2 * decibels(distance);
  if (!median) {
    path.distance = distance;
    path.effectiveTx = q[EFFECTIVE_TX]!;
    path.effectiveRx = q[EFFECTIVE_RX]!;
    path.deltaH = q[DELTA_H]!;
    path.reference = reference;
    return free + withVariability(itm, path);
  }
  const meets =
    Math.sqrt(18e6 * q[EFFECTIVE_TX]!) + Math.sqrt(18e6 * q[EFFECTIVE_RX]!) + itm.spread.reach;
  const effective = distance < meets ? (130e3 * distance) / meets : 130e3 + distance - meets;
  const loss = reference - valueAt(median, effective);
  return free + (loss < 0 ? (loss * (29 - loss)) / (29 - 10 * loss) : loss);
}

/** Fills SLOPE and INTERCEPT. */
function diffractionLineOf(quick: QuickItm, q: Float64Array, step: number): void {
  const { itm, absorption, stretch } = quick;
  const tx = q[EFFECTIVE_TX]!;
  const rx = q[EFFECTIVE_RX]!;
  const horizonTx = q[HORIZON_TX]!;
  const horizonRx = q[HORIZON_RX]!;
  const smoothSight = q[SMOOTH_SIGHT]!;
  q[CLUTTER] = valueAt(quick.clutter, Math.sqrt(q[DELTA_H]! * valueAt(quick.share, smoothSight)));
  const cTx = Math.cbrt((2 * FOUR_THIRDS * tx) / (horizonTx * horizonTx));
  const cRx = Math.cbrt((2 * FOUR_THIRDS * rx) / (horizonRx * horizonRx));
  const kTx = absorption * cTx;
  const kRx = absorption * cRx;
  const xTx = (1.607 - kTx) * cTx * cTx * stretch * horizonTx;
  const xRx = (1.607 - kRx) * cRx * cRx * stretch * horizonRx;
  q[STRETCH] = xTx + xRx;
  q[GAIN] = heightGain(xTx, kTx) + heightGain(xRx, kRx);
  const product = itm.transmitter * itm.receiver;
  q[RAISED] = Math.sqrt(1 + (tx * rx - product) / (product + itm.lowAntennas));
  const reach = q[SIGHT]! + 5 * step;
  const near = smoothSight > reach ? smoothSight : reach;
  const lossNear = diffractionLoss(quick, q, near);
  const slope = (diffractionLoss(quick, q, near + 10 * step) - lossNear) / (10 * step);
  q[SLOPE] = slope;
  q[INTERCEPT] = lossNear - slope * near;
}

function diffractionLoss(quick: QuickItm, q: Float64Array, distance: number): number {
  const { itm, absorption, stretch, share } = quick;
  const radius = q[RADIUS]!;
  const sight = q[SIGHT]!;
  const angleOfSight = q[ANGLE_OF_SIGHT]!;
  const rough = q[DELTA_H]! * valueAt(share, distance) * itm.wavenumber;
  const uneven =
    (q[RAISED]! + (sight - angleOfSight * radius) / distance) * (rough < 6283.2 ? rough : 6283.2);
  const weight = 25.1 / (25.1 + Math.sqrt(uneven));
  const angle = distance / radius - angleOfSight;
  const beyond = distance - sight;
  const c = Math.cbrt((FOUR_THIRDS * angle) / beyond);
  const x = (1.607 - absorption * c) * c * c * stretch * beyond + q[STRETCH]!;
  const smooth = 0.05751 * x - decibels(x) - q[GAIN]! - 20;
  const scale = 0.0795775 * itm.wavenumber * angle * angle * beyond;
  const horizonTx = q[HORIZON_TX]!;
  const horizonRx = q[HORIZON_RX]!;
  const edges =
    edge((scale * horizonTx) / (beyond + horizonTx)) +
    edge((scale * horizonRx) / (beyond + horizonRx));
  return weight * smooth + (1 - weight) * edges + q[CLUTTER]!;
}

const edge = (square: number): number =>
  square < 5.76 ? 6.02 + 9.11 * Math.sqrt(square) - 1.27 * square : 12.953 + decibels(square);

function heightGain(x: number, k: number): number {
  if (x < 200) {
    const w = -Math.log(k);
    if (k < 1e-5 || x * w * w * w > 5495) return x > 1 ? 17.372 * Math.log(x) - 117 : -117;
    return (2.5e-5 * x * x) / k - 8.686 * w - 15;
  }
  const log = Math.log(x);
  const far = 0.05751 * x - 4.343 * log;
  if (x >= 2000) return far;
  const weight = 0.0134 * x * decay(0.005 * x);
  return (1 - weight) * far + weight * (17.372 * log - 117);
}

function withinSight(quick: QuickItm, q: Float64Array): number {
  const smoothSight = q[SMOOTH_SIGHT]!;
  const sight = q[SIGHT]!;
  const slope = q[SLOPE]!;
  const intercept = q[INTERCEPT]!;
  const lossEnd = smoothSight * slope + intercept;
  let near = 0.04 * quick.itm.frequency * q[EFFECTIVE_TX]! * q[EFFECTIVE_RX]!;
  let middle: number;
  if (intercept >= 0) {
    if (near > 0.5 * sight) near = 0.5 * sight;
    middle = near + 0.25 * (sight - near);
  } else middle = Math.max(-intercept / slope, 0.25 * sight);
  const lossMiddle = twoRays(quick, q, middle);
  let rise = 0;
  let bend = 0;
  let isBent = false;
  if (near < middle) {
    const lossNear = twoRays(quick, q, near);
    const length = Math.log(smoothSight / near);
    bend =
      ((smoothSight - near) * (lossMiddle - lossNear) - (middle - near) * (lossEnd - lossNear)) /
      ((smoothSight - near) * Math.log(middle / near) - (middle - near) * length);
    if (!(bend > 0)) bend = 0;
    isBent = intercept > 0 || bend > 0;
    if (isBent) {
      rise = (lossEnd - lossNear - bend * length) / (smoothSight - near);
      if (rise < 0) {
        rise = 0;
        bend = lossEnd > lossNear ? (lossEnd - lossNear) / length : 0;
        if (bend === 0) rise = slope;
      }
    }
  }
  if (!isBent) {
    rise = lossEnd > lossMiddle ? (lossEnd - lossMiddle) / (smoothSight - middle) : slope;
    bend = 0;
  }
  const distance = q[DISTANCE]!;
  return lossEnd - rise * (smoothSight - distance) - bend * Math.log(smoothSight / distance);
}

function twoRays(quick: QuickItm, q: Float64Array, distance: number): number {
  const { itm, sigma, share } = quick;
  const tx = q[EFFECTIVE_TX]!;
  const rx = q[EFFECTIVE_RX]!;
  const { impedance, reactance, wavenumber } = itm;
  const rough = valueAt(sigma, Math.sqrt(q[DELTA_H]! * valueAt(share, distance)));
  const heights = tx + rx;
  const grazing = heights / Math.sqrt(distance * distance + heights * heights);
  const size = decay(wavenumber * rough * grazing);
  const over = grazing - impedance;
  const under = grazing + impedance;
  const factor = size / (under * under + reactance * reactance);
  let real = (over * under - reactance * reactance) * factor;
  let imaginary = (-reactance * under - over * reactance) * factor;
  const power = real * real + imaginary * imaginary;
  if (power < 0.25 || power < grazing) {
    const raise = Math.sqrt(grazing / power);
    real *= raise;
    imaginary *= raise;
  }
  let phase = (wavenumber * 2 * tx * rx) / distance;
  if (phase > Math.PI / 2) phase = Math.PI - (Math.PI / 2) ** 2 / phase;
  const x = Math.PI / 2 - phase;
  const square = x * x;
  const sumReal = x * sineOver(square) + real; // the cosine of the phase
  const sumImaginary = imaginary - cosineOf(square);
  const reflected = -decibels(sumReal * sumReal + sumImaginary * sumImaginary);
  const end = q[SMOOTH_SIGHT]!;
  const weight = 1 / (1 + (itm.frequency * q[DELTA_H]!) / (end > 10e3 ? end : 10e3));
  return weight * reflected + (1 - weight) * (q[SLOPE]! * distance + q[INTERCEPT]!);
}

/** sin(x) / x and cos(x) by the square of x, up to a right angle, to 1e-8: Taylor's series. */
const sineOver = (s: number): number =>
  1 + s * (-1 / 6 + s * (1 / 120 + s * (-1 / 5040 + s * (1 / 362_880 + s * (-1 / 39_916_800)))));
const cosineOf = (s: number): number =>
  1 +
  s *
    (-1 / 2 +
      s *
        (1 / 24 +
          s * (-1 / 720 + s * (1 / 40_320 + s * (-1 / 3_628_800 + s * (1 / 479_001_600))))));
