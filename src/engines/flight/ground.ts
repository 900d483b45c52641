/** Ground to fly over: a grid of heights with its light, in metres from the north-west corner, on a round earth. */

/** `width` × `height` samples row by row from the north-west; no voids. */
export interface Ground {
  /** Metres above the sea. */
  readonly heights: Float32Array;
  /** Light against level ground: above 0 lit, below in shade. */
  readonly light: Float32Array;
  /** Red, green, blue of each sample, where the ground is drawn in its own colours; else it is paper. */
  readonly colours?: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** East–west and north–south size of a sample. */
  readonly metres: { readonly x: number; readonly y: number };
}

/** A point: metres east and south of the north-west corner, and above the sea. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const EARTH = 6_371_009; // metres, mean radius (IUGG)
/** Radio bends with the air: the earth looks 4/3 as large to it (ITU-R P.453, standard atmosphere). */
const RADIO_EARTH = (EARTH * 4) / 3;

/** How far the earth falls away below a level look. */
export const drop = (distance: number): number => (distance * distance) / (2 * EARTH);

/** Height at a place between samples; undefined outside of the grid. */
export function heightAt(ground: Ground, x: number, y: number): number | undefined {
  return between(ground, ground.heights, x, y);
}

/** The value of a layer at a place, from its four samples. */
export function between(
  { width, height, metres }: Ground,
  layer: Float32Array,
  x: number,
  y: number,
): number | undefined {
  const column = x / metres.x;
  const row = y / metres.y;
  if (!(column >= 0 && row >= 0 && column < width - 1 && row < height - 1)) return undefined;
  const left = Math.floor(column);
  const top = Math.floor(row);
  const [u, v] = [column - left, row - top];
  const i = top * width + left;
  const north = layer[i]! * (1 - u) + layer[i + 1]! * u;
  const south = layer[i + width]! * (1 - u) + layer[i + width + 1]! * u;
  return north * (1 - v) + south * v;
}

/**
 * Does one point see the other as radio does, in a straight line over this ground? Fresnel zones are left to those who
 * plan links: this says what a film may claim, not what a link needs.
 */
export function sees(ground: Ground, from: Point, to: Point): boolean {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const step = Math.min(ground.metres.x, ground.metres.y) / 2;
  for (let d = step; d < distance - step / 2; d += step) {
    const t = d / distance;
    const height = heightAt(ground, from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    if (height === undefined) return false;
    const bulge = (d * (distance - d)) / (2 * RADIO_EARTH);
    if (height + bulge > from.z + (to.z - from.z) * t) return false;
  }
  return true;
}
