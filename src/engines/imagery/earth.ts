/** Draws the Earth as a camera sees it that looks straight down: by night, by day where the day has come, the line over it. */
import {
  away,
  compass,
  dot,
  lensOf,
  vectorOf,
  type Lens,
  type Size,
  type Vector,
} from "./camera.ts";
import type { LatLon } from "./azimuthal.ts";
import type { Seen } from "./descent.ts";
import { TILE, type Tiles } from "./cut.ts";

/** Levels of tiles, coarse ones first, each as far as it is here. */
export interface Earth {
  readonly night: readonly Tiles[];
  /** None where it stays night. */
  readonly day: readonly Tiles[];
}

interface Scene extends Size {
  readonly seen: Seen;
  readonly place: LatLon;
  /** Red, green, blue of the line. */
  readonly tone: Vector;
}

/** Red, green, blue of each pixel, row by row. */
export function drawEarth(earth: Earth, scene: Scene): Uint8Array {
  const { width, height, seen, place } = scene;
  const lens = lensOf(seen.camera, scene);
  const [night, day] = [mixer(earth.night, lens.unit, place), mixer(earth.day, lens.unit, place)];
  const light = dawnOf(scene, lens);
  const pixels = new Uint8Array(width * height * 3);
  const [dark, lit]: [Float64Array, Float64Array] = [new Float64Array(3), new Float64Array(3)];
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 3) {
      const at = lens.ground(x + 0.5, y + 0.5);
      if (!at) {
        const glow = 0.5 * Math.exp((1 - lens.passes(x + 0.5, y + 0.5)) / AIR);
        for (let c = 0; c < 3; c++) pixels[to + c] = Math.round(glow * RIM[c]!);
        continue;
      }
      night(at, dark);
      const share = earth.day.length === 0 ? 0 : light(at);
      if (share > 0) day(at, lit);
      const red = 4 * share * (1 - share);
      for (let c = 0; c < 3; c++) {
        const plain = dark[c]! + (lit[c]! - dark[c]!) * share;
        pixels[to + c] = Math.round(plain + (SUNRISE[c]! - plain) * 0.12 * red);
      }
    }
  drawLine(scene, lens, pixels);
  return pixels;
}

const AIR = 0.012; // radii: how high the air is drawn, a few times too high, or nobody would see it
const RIM: Vector = [70, 110, 170];
const SUNRISE: Vector = [255, 150, 90];

/**
 * The tiles that a scene reads, by zoom, as `column/row`, and how many of its looks meet ground of which no level has a tile.
 * @param has which tiles there are
 */
export function tilesSeen(
  zooms: readonly number[],
  has: (zoom: number, column: number, row: number) => boolean,
  scene: Omit<Scene, "tone">,
  into: Map<number, Set<string>>,
): { readonly unknown: number; readonly looks: number } {
  const lens = lensOf(scene.seen.camera, scene);
  const levels = zooms.map((zoom): Tiles => {
    const asked = into.get(zoom) ?? new Set<string>();
    into.set(zoom, asked);
    return {
      zoom,
      at(column, row) {
        if (!has(zoom, column, row)) return undefined;
        asked.add(`${column}/${row}`);
        return EMPTY;
      },
    };
  });
  const [look, none] = [mixer(levels, lens.unit, scene.place), new Float64Array(3)];
  let [unknown, looks] = [0, 0];
  for (let y = 0; y < scene.height; y += STRIDE)
    for (let x = 0; x < scene.width; x += STRIDE) {
      const at = lens.ground(x + 0.5, y + 0.5);
      if (!at) continue;
      looks++;
      if (!look(at, none)) unknown++;
    }
  return { unknown, looks };
}

const EMPTY = new Uint8Array(TILE * TILE * 3);
const STRIDE = 6; // px: much less than a tile, whatever the level

/**
 * Puts the colour of a place into `out`, from the two levels that suit a picture best, and says whether there is one.
 * @param unit radii of the Earth to one of its pixels
 */
export function mixer(
  levels: readonly Tiles[],
  unit: number,
  { lat }: LatLon,
): (at: Vector, out: Float64Array) => boolean {
  // The zoom whose pixels are as large as the picture's, at the place; tiles finer than that are not looked at.
  const wanted = Math.log2((2 * Math.PI * Math.cos((lat * Math.PI) / 180)) / (TILE * unit));
  const over = levels.findIndex(({ zoom }) => zoom >= wanted);
  const fine = levels[over === -1 ? levels.length - 1 : over];
  const coarse = levels[over === -1 ? levels.length - 1 : Math.max(0, over - 1)];
  // A finer level comes in over one zoom, so that none comes in a jump; where levels between are not here, earlier.
  const from = fine && coarse ? Math.max(coarse.zoom, fine.zoom - 2) : 0;
  const share = fine === coarse ? 1 : Math.min(1, Math.max(0, wanted - from));
  const samples = levels.map(sampler);
  const first = new Float64Array(3);
  /** At this level, or where it has no tile, at one that has. */
  const take = (tiles: Tiles | undefined, x: number, y: number, out: Float64Array): boolean => {
    for (let i = tiles ? levels.indexOf(tiles) : -1; i >= 0; i--)
      if (samples[i]!(x, y, out)) return true;
    out.fill(0);
    return false;
  };
  return (at, out) => {
    const s = Math.min(EDGE, Math.max(-EDGE, at[2]));
    const x = Math.atan2(at[1], at[0]) / (2 * Math.PI) + 0.5;
    const y = 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
    if (share === 1) return take(fine, x, y, out);
    const isKnown = take(coarse, x, y, out);
    if (share === 0 || !take(fine, x, y, first)) return isKnown;
    for (let c = 0; c < 3; c++) out[c] = out[c]! + (first[c]! - out[c]!) * share;
    return true;
  };
}

/** Of the latitude where the tiles end, 85.05°: what is beyond is drawn as it is there. */
const EDGE = Math.sin((85.05 * Math.PI) / 180);

/** x and y are shares of the whole level. @returns whether a tile is here */
function sampler({ zoom, at }: Tiles): (x: number, y: number, out: Float64Array) => boolean {
  const count = 2 ** zoom;
  const side = TILE * count;
  let held = -1;
  let pixels: Uint8Array | undefined;
  const hold = (column: number, row: number): Uint8Array | undefined => {
    const name = row * count + column;
    if (name !== held) {
      held = name;
      pixels = at(column, row);
    }
    return pixels;
  };
  return (x, y, out) => {
    const px = x * side - 0.5;
    const py = y * side - 0.5;
    const left = Math.floor(px);
    const top = Math.floor(py);
    const fx = px - left;
    const fy = py - top;
    const inX = left & (TILE - 1);
    const inY = top & (TILE - 1);
    // All four within one tile, as nearly always.
    if (left >= 0 && top >= 0 && top < side && inX < TILE - 1 && inY < TILE - 1) {
      const tile = hold((left >> 8) % count, top >> 8);
      if (!tile) return false;
      const i = (inY * TILE + inX) * 3;
      const j = i + TILE * 3;
      for (let c = 0; c < 3; c++) {
        const north = tile[i + c]! + (tile[i + c + 3]! - tile[i + c]!) * fx;
        const south = tile[j + c]! + (tile[j + c + 3]! - tile[j + c]!) * fx;
        out[c] = north + (south - north) * fy;
      }
      return true;
    }
    let weight = 0;
    let [r, g, b] = [0, 0, 0];
    for (let i = 0; i < 4; i++) {
      const column = (left + (i & 1) + side) % side;
      const row = Math.min(side - 1, Math.max(0, top + (i >> 1)));
      const tile = hold(column >> 8, row >> 8);
      if (!tile) continue;
      const w = (i & 1 ? fx : 1 - fx) * (i >> 1 ? fy : 1 - fy);
      const from = ((row & 255) * TILE + (column & 255)) * 3;
      r += w * tile[from]!;
      g += w * tile[from + 1]!;
      b += w * tile[from + 2]!;
      weight += w;
    }
    if (weight === 0) return false;
    out[0] = r / weight;
    out[1] = g / weight;
    out[2] = b / weight;
    return true;
  };
}

/** From which side a place is come to: the one where more light is, as the coarsest level has it. */
export function brighterSide(night: readonly Tiles[], place: LatLon): 1 | -1 {
  const [coarsest] = night;
  const look = mixer(coarsest ? [coarsest] : [], 1, place);
  const colour = new Float64Array(3);
  let more = 0;
  for (const side of [1, -1])
    for (let far = 8; far <= 120; far += 2)
      for (let off = -60; off <= 60; off += 5)
        if (look(vectorOf(away(place, far, side * 90 + off)), colour))
          more += side * Math.max(0, colour[0]! - 40);
  return more > 0 ? 1 : -1;
}

/** How much day there is on the ground: it comes from the east, over the width of the picture. */
function dawnOf({ seen, place, width }: Scene, { unit }: Lens): (at: Vector) => number {
  const { east } = compass(place);
  const half = (width / 2) * unit;
  const front = half * (1.9 - 3.8 * seen.dawn);
  if (seen.dawn === 0) return () => 0;
  if (seen.dawn === 1) return () => 1;
  return (at) => {
    const t = Math.min(1, Math.max(0, (dot(at, east) - front) / (half * 0.9) + 0.5));
    return t * t * (3 - 2 * t);
  };
}

/** Line, dot and ring, laid over the picture once, so that what crosses itself is not darker there. */
function drawLine({ seen, place, tone, width, height }: Scene, lens: Lens, pixels: Uint8Array) {
  const cover = new Float32Array(width * height);
  const least = height / 144; // of a picture of 144 lines
  const paint = (x0: number, y0: number, x1: number, y1: number, reach: number, ring?: number) => {
    const wide = reach + (ring ?? 0) + 1;
    const [left, right] = [Math.floor(Math.min(x0, x1) - wide), Math.ceil(Math.max(x0, x1) + wide)];
    const [top, foot] = [Math.floor(Math.min(y0, y1) - wide), Math.ceil(Math.max(y0, y1) + wide)];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const long = dx * dx + dy * dy;
    for (let y = Math.max(0, top); y <= Math.min(height - 1, foot); y++)
      for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
        const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
        const t = long === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / long));
        const off = Math.hypot(px - t * dx, py - t * dy);
        const edge = ring === undefined ? off - reach : Math.abs(off - reach) - ring;
        const share = Math.min(1, Math.max(0, 0.5 - edge));
        const i = y * width + x;
        if (share > cover[i]!) cover[i] = share;
      }
  };
  let before: { x: number; y: number } | undefined;
  for (const at of seen.line) {
    const now = lens.project(at);
    if (now && before && near(now, before, width))
      paint(before.x, before.y, now.x, now.y, 0.75 * least);
    before = now;
  }
  const pin = seen.dot > 0 ? lens.project(vectorOf(place)) : undefined;
  if (pin) {
    const open = 1 - (1 - seen.dot) ** 3;
    paint(pin.x, pin.y, pin.x, pin.y, 3.2 * least * open);
    paint(pin.x, pin.y, pin.x, pin.y, (3.2 + 4.8 * open) * least, 0.55 * least);
  }
  for (let i = 0; i < cover.length; i++)
    if (cover[i]! > 0)
      for (let c = 0; c < 3; c++) {
        const plain = pixels[i * 3 + c]!;
        pixels[i * 3 + c] = Math.round(plain + (tone[c]! - plain) * cover[i]!);
      }
}

/** A piece that is in the picture, or close to it. */
const near = (a: { x: number; y: number }, b: { x: number; y: number }, width: number): boolean =>
  Math.min(Math.abs(a.x - width / 2), Math.abs(b.x - width / 2)) < 2 * width;
