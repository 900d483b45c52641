/**
 * The flat world in level rows. Equal Earth projection (Šavrič, Patterson, Jenny: The Equal Earth map projection,
 * International Journal of Geographical Information Science 33:3, 2019): every country has its true share of the
 * page. Central meridian 11° E, so that the cut runs through the Bering Strait; Antarctica is left out.
 */
import { LAND_RUNS } from "./land-mask.ts";
import { cellAt, unpackRuns } from "./land.ts";
import { type Row, evenRows, rowsPath, tenth } from "./rows.ts";

const RADIANS = Math.PI / 180;
const MERIDIAN = 11; // degrees east
const SOUTH = -58; // degrees: Cape Horn is drawn, Antarctica is not
const M = Math.sqrt(3) / 2;
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];

/** Size of the drawing in px and about how many level rows it has. */
export interface WorldOptions {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
}

/** `path` for class "land"; `project` puts a place (degrees) on the same drawing, to a tenth of a pixel. */
export interface World {
  readonly path: string;
  readonly project: (lat: number, lon: number) => { readonly x: number; readonly y: number };
}

/** The world as large as fits into the drawing, in its middle. */
export function worldRows({ width, height, rows }: WorldOptions): World {
  const top = heightAt(parametric(90));
  const bottom = heightAt(parametric(SOUTH));
  const edge = Math.PI / spreadAt(0); // half the length of the equator
  const scale = Math.min(width / (2 * edge), height / (top - bottom));
  const middle = { x: width / 2, y: height / 2 + ((top + bottom) / 2) * scale };

  const project = (lat: number, lon: number) => {
    const theta = parametric(lat);
    const across = ((((lon - MERIDIAN + 180) % 360) + 360) % 360) - 180;
    return {
      x: tenth(middle.x + ((across * RADIANS) / spreadAt(theta)) * scale),
      y: tenth(middle.y - heightAt(theta) * scale),
    };
  };

  const land = unpackRuns(LAND_RUNS);
  const latitudes = new Map<number, { readonly lat: number; readonly spread: number }>();
  const spans = evenRows(height, rows).flatMap((y): Row[] => {
    const theta = thetaAt((middle.y - y) / scale);
    const lat = theta === undefined ? -90 : Math.asin(Math.sin(theta) / M) / RADIANS;
    if (theta === undefined || lat < SOUTH) return [];
    const spread = spreadAt(theta);
    latitudes.set(y, { lat: lat * RADIANS, spread });
    const half = (Math.PI / spread) * scale;
    return [{ y, from: Math.ceil(middle.x - half), to: Math.floor(middle.x + half) }];
  });
  const path = rowsPath(spans, (x, y) => {
    const { lat, spread } = latitudes.get(y)!;
    return land[cellAt(lat, ((x - middle.x) / scale) * spread + MERIDIAN * RADIANS)] === 1;
  });
  return { path, project };
}

/** Parametric latitude θ in radians: sin θ = √3/2 · sin φ. */
function parametric(lat: number): number {
  return Math.asin(M * Math.sin(lat * RADIANS));
}

/** y of a parametric latitude on the unit sphere, upwards. */
function heightAt(theta: number): number {
  const t2 = theta * theta;
  const t6 = t2 ** 3;
  return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

/** Radians of longitude in one unit of x at a parametric latitude. */
function spreadAt(theta: number): number {
  return (M * slopeAt(theta)) / Math.cos(theta);
}

/** Derivative of heightAt. */
function slopeAt(theta: number): number {
  const t2 = theta * theta;
  const t6 = t2 ** 3;
  return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

/** Parametric latitude of a y, by Newton's method (converges in 4 steps); undefined beyond the poles. */
function thetaAt(y: number): number | undefined {
  if (Math.abs(y) > heightAt(Math.PI / 3)) return undefined;
  let theta = y / A1;
  for (let step = 0; step < 8; step++) theta -= (heightAt(theta) - y) / slopeAt(theta);
  return theta;
}
