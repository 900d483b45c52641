/**
 * What a camera sees that hangs over a sphere and looks straight down: the vertical perspective projection (Snyder, Map
 * Projections: A Working Manual, USGS Professional Paper 1395, 1987, pp. 169–181). From afar the whole Earth is a disc in the
 * picture; from near by it is a map.
 */
import type { LatLon } from "./azimuthal.ts";

const RADIANS = Math.PI / 180;

export interface Camera {
  readonly over: LatLon;
  /** Above the ground, in radii of the Earth. */
  readonly up: number;
  /** Degrees clockwise from north to what is up in the picture. */
  readonly heading: number;
}

/** px */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Vector = readonly [number, number, number];

/** Focal length in heights of the picture: a lens that sees 30° from its lower edge to its upper one. */
const FOCAL = 0.5 / Math.tan(15 * RADIANS);

export const vectorOf = ({ lat, lon }: LatLon): Vector => {
  const cos = Math.cos(lat * RADIANS);
  return [cos * Math.cos(lon * RADIANS), cos * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
};
const placeOf = ([x, y, z]: Vector): LatLon => ({
  lat: Math.asin(Math.min(1, Math.max(-1, z))) / RADIANS,
  lon: Math.atan2(y, x) / RADIANS,
});
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** The sum of vectors, each so many times. */
const sum = (...parts: readonly (readonly [number, Vector])[]): Vector => {
  const at = (i: 0 | 1 | 2) => parts.reduce((all, [times, vector]) => all + times * vector[i], 0);
  return [at(0), at(1), at(2)];
};

/** East and north at a place; at a pole, north is where its longitude comes from. */
export function compass({ lat, lon }: LatLon): { readonly east: Vector; readonly north: Vector } {
  const [cos, sin] = [Math.cos(lon * RADIANS), Math.sin(lon * RADIANS)];
  const [up, flat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  return { east: [-sin, cos, 0], north: [-up * cos, -up * sin, flat] };
}

/** The place so many degrees of arc away, in a direction clockwise from north. */
export function away(from: LatLon, degrees: number, bearing: number): LatLon {
  const { east, north } = compass(from);
  const [near, far] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)];
  const [n, e] = [Math.cos(bearing * RADIANS), Math.sin(bearing * RADIANS)];
  return placeOf(sum([near, vectorOf(from)], [far * n, north], [far * e, east]));
}

export interface Lens {
  /** @returns undefined where the Earth itself is in the way */
  readonly project: (at: Vector) => { readonly x: number; readonly y: number } | undefined;
  /** @returns where a look through a point of the picture meets the ground; undefined where it passes by */
  readonly ground: (x: number, y: number) => Vector | undefined;
  /** How far from the middle of the Earth such a look passes, in radii: more than 1 beside it. */
  readonly passes: (x: number, y: number) => number;
  /** Radii of the Earth to a pixel, below the camera. */
  readonly unit: number;
}

/** @throws RangeError for a camera in the ground */
export function lensOf({ over, up, heading }: Camera, { width, height }: Size): Lens {
  if (!(up > 0)) throw new RangeError(`Expected a camera above the ground, got ${up}.`);
  const focal = FOCAL * height;
  const below = vectorOf(over);
  const { east, north } = compass(over);
  const [cos, sin] = [Math.cos(heading * RADIANS), Math.sin(heading * RADIANS)];
  const above = sum([cos, north], [sin, east]);
  const right = sum([cos, east], [-sin, north]);
  const high = 1 + up;
  return {
    unit: up / focal,
    project(at) {
      const towards = dot(at, below);
      if (towards < 1 / high) return undefined;
      const scale = focal / (high - towards);
      return {
        x: width / 2 + dot(at, right) * scale,
        y: height / 2 - dot(at, above) * scale,
      };
    },
    ground(x, y) {
      const [a, b] = [(x - width / 2) / focal, (height / 2 - y) / focal];
      const long = 1 + a * a + b * b;
      const inside = high * high - long * (high * high - 1);
      if (inside < 0) return undefined;
      const t = (high - Math.sqrt(inside)) / long;
      const [down, aside, ahead] = [high - t, a * t, b * t];
      return [
        down * below[0] + aside * right[0] + ahead * above[0],
        down * below[1] + aside * right[1] + ahead * above[1],
        down * below[2] + aside * right[2] + ahead * above[2],
      ];
    },
    passes(x, y) {
      const off = ((x - width / 2) ** 2 + (height / 2 - y) ** 2) / focal ** 2;
      return high * Math.sqrt(off / (1 + off));
    },
  };
}
