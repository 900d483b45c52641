/**
 * A locator globe: the half of the Earth that a place lies on, in level rows, with the place's pin.
 *
 * Orthographic projection on a sphere (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395,
 * 1987, pp. 145–153): the Earth as seen from far away. The place stands off the middle, to the west and towards
 * its pole, so that a reader sees the land that it belongs to and the globe looks like a ball, not like a target.
 */
import { LAND_RUNS } from "./land-mask.ts";
import { cellAt, unpackRuns } from "./land.ts";
import { type Row, evenRows, rowsPath, tenth } from "./rows.ts";

const RADIANS = Math.PI / 180;
const EAST_OF_PLACE = 14; // degrees from the place to the middle of the globe
const TILT = 0.5; // the middle lies at this share of the place's latitude

/** `size` is the side of the square drawing in px; `rows` about how many level rows it has. */
interface GlobeOptions {
  readonly size: number;
  readonly rows: number;
}

/** What to draw: `path` for class "land", `rim` for the circle around it, `pin` for the place. */
interface Globe {
  readonly path: string;
  readonly pin: { readonly x: number; readonly y: number };
  readonly rim: { readonly x: number; readonly y: number; readonly r: number };
}

let land: Uint8Array | undefined; // unpacked on first use: a page without a globe does not pay for it

/** The globe that shows a place. Throws RangeError for a latitude or longitude that is none. */
export function globeRows(lat: number, lon: number, { size, rows }: GlobeOptions): Globe {
  if (!(Math.abs(lat) <= 90)) throw new RangeError(`Expected a latitude of -90 to 90, got ${lat}.`);
  if (!(Math.abs(lon) <= 180))
    throw new RangeError(`Expected a longitude of -180 to 180, got ${lon}.`);
  const cells = (land ??= unpackRuns(LAND_RUNS));
  const centre = { lat: lat * TILT * RADIANS, lon: (lon + EAST_OF_PLACE) * RADIANS };
  const middle = size / 2;
  const radius = middle - 1; // the rim's stroke stays inside the drawing

  const sinTilt = Math.sin(centre.lat);
  const cosTilt = Math.cos(centre.lat);
  const inside = (x: number, y: number) => {
    // The point of the unit sphere behind (x, y): right, up, towards the reader; then turned to north and meridian.
    const right = (x - middle) / radius;
    const up = (middle - y) / radius;
    const near = Math.sqrt(Math.max(0, 1 - right * right - up * up));
    const north = up * cosTilt + near * sinTilt;
    const meridian = near * cosTilt - up * sinTilt;
    const latitude = Math.asin(Math.min(1, Math.max(-1, north)));
    return cells[cellAt(latitude, centre.lon + Math.atan2(right, meridian))] === 1;
  };
  const spans = evenRows(size, rows).map((y): Row => {
    const half = Math.sqrt(Math.max(0, radius * radius - (middle - y) ** 2));
    return { y, from: Math.ceil(middle - half), to: Math.floor(middle + half) };
  });
  const pin = orthographic(lat * RADIANS, lon * RADIANS, centre);
  return {
    path: rowsPath(spans, inside),
    pin: { x: tenth(middle + pin.x * radius), y: tenth(middle - pin.y * radius) },
    rim: { x: middle, y: middle, r: radius },
  };
}

/** Snyder (20-3) and (20-4) on the unit sphere, y upwards; radians. */
function orthographic(lat: number, lon: number, centre: { lat: number; lon: number }) {
  const across = lon - centre.lon;
  return {
    x: Math.cos(lat) * Math.sin(across),
    y:
      Math.cos(centre.lat) * Math.sin(lat) -
      Math.sin(centre.lat) * Math.cos(lat) * Math.cos(across),
  };
}
