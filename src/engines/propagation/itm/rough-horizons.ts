/** Horizons as rough ground has them at the median, from effective heights and terrain irregularity. */
import { greater } from "./extremes.ts";
import type { ItmPath } from "./path.ts";

/** Fills the distances of both horizons. [Algorithm, Eq. 3.3] */
export function placeHorizons(path: ItmPath): void {
  path.horizonTx = horizon(path, path.effectiveTx);
  path.horizonRx = horizon(path, path.effectiveRx);
}

const horizon = ({ radius, deltaH }: ItmPath, height: number): number =>
  Math.sqrt(2 * height * radius) * Math.exp(-0.07 * Math.sqrt(deltaH / greater(height, 5)));

/** Fills the angles of both horizons, which have been placed. [Algorithm, Eq. 3.4] */
export function angleHorizons(path: ItmPath): void {
  path.angleTx = angle(path, path.effectiveTx, path.horizonTx);
  path.angleRx = angle(path, path.effectiveRx, path.horizonRx);
}

function angle({ radius, deltaH }: ItmPath, height: number, distance: number): number {
  const smooth = Math.sqrt(2 * height * radius);
  return (0.65 * deltaH * (smooth / distance - 1) - 2 * height) / smooth;
}
