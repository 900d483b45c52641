/**
 * ITM's attenuation for sweeps: the formulas of propagation/itm (diffraction.ts, line-of-sight.ts, ground.ts,
 * reference.ts, which name their sources), over numbers in one array and with tables in place of exponentials. A test
 * holds it to 0.005 dB of them, but for paths that lie at one of ITM's thresholds. Lengths are metres, angles radians, losses dB.
 */
import { bendRays } from "../propagation/itm/atmosphere.ts";
import { decibels } from "../propagation/itm/decibels.ts";
import { lossOfPath } from "../propagation/itm/p2p.ts";
import { withVariability } from "../propagation/itm/variability.ts";
import { orRefuse } from "./itm-node.ts";
import {
  ANGLE_OF_SIGHT,
  ANGLE_RX,
  ANGLE_TX,
  CLUTTER,
  DELTA_H,
  DISTANCE,
  EFFECTIVE_RX,
  EFFECTIVE_TX,
  FOUR_THIRDS,
  GAIN,
  HEIGHT,
  HORIZON_RX,
  HORIZON_TX,
  INTERCEPT,
  LOWEST,
  RADIUS,
  RAISED,
  SIGHT,
  SLOPE,
  SMOOTH_SIGHT,
  STRETCH,
  type QuickItm,
} from "./itm-sheet.ts";
import { decay, valueAt } from "./table.ts";

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
