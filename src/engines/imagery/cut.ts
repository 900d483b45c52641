/** A picture around a place, cut from tiles of the whole Earth in Web Mercator (EPSG:3857, 256 px, rows from the north). */
import { azimuthal, distanceOf, type LatLon } from "./azimuthal.ts";

export const TILE = 256; // px, each way

/** A level of a pyramid of tiles, as far as it is here. */
export interface Tiles {
  /** 2 ** zoom tiles around the Earth. */
  readonly zoom: number;
  /** @returns red, green, blue of each pixel, row by row; undefined where there is none */
  readonly at: (column: number, row: number) => Uint8Array | undefined;
}

export interface Cut {
  /** The place in the middle. */
  readonly middle: LatLon;
  /** Degrees of arc from the left edge to the right one, through the middle: more than 0, less than 180. */
  readonly degrees: number;
  /** px */
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row; black where nothing is known. */
  readonly rgb: Uint8Array;
  /** Pixels of which nothing is known: beyond the poles' edge of the tiles, or where a tile is not here. */
  readonly unknown: number;
}

const RADIANS = Math.PI / 180;
const MOST_PIXELS = 16_000_000;

/**
 * Each pixel is the mean of as many samples as it covers pixels of the tiles, each between the four nearest.
 * @throws RangeError for a cut that is none
 */
export function cut(tiles: Tiles, { middle, degrees, width, height }: Cut): Picture {
  const { each, unit, inverse } = grain({ middle, degrees, width, height }, tiles.zoom);
  const sample = sampler(tiles);
  const rgb = new Uint8Array(width * height * 3);
  const sum = new Float64Array(3);
  let unknown = 0;
  for (let row = 0, to = 0; row < height; row++)
    for (let column = 0; column < width; column++, to += 3) {
      sum.fill(0);
      let known = 0;
      for (let i = 0; i < each * each; i++) {
        const right = column + ((i % each) + 0.5) / each;
        const down = row + (Math.floor(i / each) + 0.5) / each;
        const place = inverse({ x: (right - width / 2) * unit, y: (height / 2 - down) * unit });
        if (place && sample(place, sum)) known++;
      }
      if (known === 0) unknown++;
      else for (let c = 0; c < 3; c++) rgb[to + c] = Math.round(sum[c]! / known);
    }
  return { width, height, rgb, unknown };
}

/** How finely a cut is sampled. */
function grain({ middle, degrees, width, height }: Cut, zoom: number) {
  if (!(degrees > 0 && degrees < 180))
    throw new RangeError(
      `Expected a width of more than 0 and less than 180 degrees, got ${degrees}.`,
    );
  if (!(width >= 1 && height >= 1 && width * height <= MOST_PIXELS))
    throw new RangeError(`Expected 1 to ${MOST_PIXELS} pixels, got ${width} × ${height}.`);
  const unit = (2 * distanceOf(degrees / 2)) / width; // of the plane, for a pixel
  const around = TILE * 2 ** zoom; // px of the tiles around the Earth
  const stretch = 1 / Math.max(0.1, Math.cos(middle.lat * RADIANS)); // of Mercator, here
  const each = Math.min(8, Math.max(1, Math.round(((unit * around) / (2 * Math.PI)) * stretch)));
  return { each, unit, inverse: azimuthal(middle).inverse };
}

/** Adds the colour of a place to a sum. @returns whether it is known */
function sampler(tiles: Tiles): (place: LatLon, sum: Float64Array) => boolean {
  const count = 2 ** tiles.zoom;
  const side = TILE * count;
  const kept = new Map<number, Uint8Array | undefined>();
  const tile = (column: number, row: number): Uint8Array | undefined => {
    const name = row * count + column;
    if (!kept.has(name)) kept.set(name, tiles.at(column, row));
    return kept.get(name);
  };
  return ({ lat, lon }, sum) => {
    const s = Math.sin((lat * Math.PI) / 180);
    const x = ((lon + 180) / 360) * side - 0.5;
    const y = (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * side - 0.5;
    if (!(y >= -0.5 && y < side - 0.5)) return false;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - left, y - top];
    let weight = 0;
    const [r, g, b] = [sum[0]!, sum[1]!, sum[2]!];
    for (let i = 0; i < 4; i++) {
      const column = (left + (i & 1) + side) % side; // around the Earth
      const row = Math.min(side - 1, Math.max(0, top + (i >> 1)));
      const pixels = tile(Math.floor(column / TILE), Math.floor(row / TILE));
      if (!pixels) continue;
      const w = (i & 1 ? fx : 1 - fx) * (i >> 1 ? fy : 1 - fy);
      const at = ((row % TILE) * TILE + (column % TILE)) * 3;
      for (let c = 0; c < 3; c++) sum[c]! += w * pixels[at + c]!;
      weight += w;
    }
    if (weight > 0.5) {
      sum[0] = r + (sum[0]! - r) / weight;
      sum[1] = g + (sum[1]! - g) / weight;
      sum[2] = b + (sum[2]! - b) / weight;
      return true;
    }
    sum[0] = r;
    sum[1] = g;
    sum[2] = b;
    return false;
  };
}

/**
 * The tiles that a cut asks for, each once: those that its edge crosses, and those within, which are wider than the
 * steps between the places that are looked at.
 * @throws RangeError for a cut that is none
 */
export function tilesOf(cutting: Cut, zoom: number): (readonly [column: number, row: number])[] {
  const { width, height } = cutting;
  const { each, unit, inverse } = grain(cutting, zoom);
  const asked = new Map<string, readonly [number, number]>();
  const at = (column: number, row: number) => {
    asked.set(`${column}/${row}`, [column, row]);
    return undefined;
  };
  const sample = sampler({ zoom, at });
  const none = new Float64Array(3);
  const look = (column: number, row: number) => {
    const right = (column + 0.5) / each;
    const down = (row + 0.5) / each;
    const place = inverse({ x: (right - width / 2) * unit, y: (height / 2 - down) * unit });
    if (place) sample(place, none);
  };
  const [last, lowest] = [width * each - 1, height * each - 1];
  // Samples from one row that is looked at to the next: half a tile at most, at the latitude where Mercator is widest.
  const highest = Math.min(85.06, Math.abs(cutting.middle.lat) + cutting.degrees) * RADIANS;
  const apart = (unit * TILE * 2 ** zoom) / (2 * Math.PI * Math.cos(highest) * each);
  const step = Math.max(1, Math.floor(TILE / 2 / apart));
  for (let row = 0; row <= lowest; row++)
    if (row === 0 || row === lowest || row % step === 0)
      for (let column = 0; column <= last; column++) look(column, row);
    else for (const column of [0, last]) look(column, row);
  return [...asked.values()];
}
