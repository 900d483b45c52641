/** A path's numbers for `itm-quick.ts` in one array, and the tables that all paths of a job share. */
import { bendRays } from "../propagation/itm/atmosphere.ts";
import { decibels } from "../propagation/itm/decibels.ts";
import { surfaceRoughness } from "../propagation/itm/diffraction.ts";
import { shareOfRoughness } from "../propagation/itm/irregularity.ts";
import type { ItmJob } from "../propagation/itm/job.ts";
import { ItmPath } from "../propagation/itm/path.ts";
import { curveAt } from "../propagation/itm/variability.ts";
import { decay, tableOf, valueAt, type Table } from "./table.ts";

/** Where in a sheet a path's numbers lie: first what is given, then what is found on the way. */
export const DISTANCE = 0;
/** Metres over the sea: of the mean of the path's middle. */
export const HEIGHT = 1;
export const ANGLE_TX = 2;
export const ANGLE_RX = 3;
export const HORIZON_TX = 4;
export const HORIZON_RX = 5;
export const EFFECTIVE_TX = 6;
export const EFFECTIVE_RX = 7;
export const DELTA_H = 8;
export const RADIUS = 9;
export const SMOOTH_SIGHT = 10;
export const SIGHT = 11;
export const ANGLE_OF_SIGHT = 12;
export const SLOPE = 13;
export const INTERCEPT = 14;
export const CLUTTER = 15;
export const STRETCH = 16;
export const GAIN = 17;
export const RAISED = 18;
export const SHEET = 19;

const MOST_DISTANCE = 1200e3;
export const LOWEST = -1000; // of ground, over the sea
const HEIGHTS = 10_000; // from there
const MOST_ROOT = 60; // of a roughness of 3600 m
/** 4/3 of the Earth's radius, over which a horizon's curvature is told. */
export const FOUR_THIRDS = (4 / 3) * 6_370_000;

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
