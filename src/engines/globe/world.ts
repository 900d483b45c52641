/**
 * The flat world in level rows, in the Equal Earth projection: every country has its true share of the page. Central meridian 11° E, so that the cut runs through the Bering Strait; Antarctica is left out.
 */
import { heightAt, latitudeAt, parametric, spreadAt, thetaAt } from "./equal-earth.ts";
import { LAND_RUNS } from "./land-mask.ts";
import { cellAt, unpackRuns } from "./land.ts";
import { type Row, evenRows, rowsPath, tenth } from "./rows.ts";

const RADIANS = Math.PI / 180;
const MERIDIAN = 11; // degrees east
const SOUTH = -58; // degrees: Cape Horn is drawn, Antarctica is not

/** Size of the drawing in px and about how many level rows it has. */
interface WorldOptions {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
}

/** `path` for class "land"; `project` puts a place (degrees) on the same drawing, to a tenth of a pixel. */
interface World {
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
    const lat = theta === undefined ? -90 : latitudeAt(theta) / RADIANS;
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
