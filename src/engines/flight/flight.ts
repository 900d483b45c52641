/**
 * Draws ground as somebody sees it who flies over it: ink on paper, ridges as pen strokes, far mountains nearly paper,
 * and one line of colour that runs over them and behind them.
 *
 * Each column of the picture is a look in one direction, followed from near to far; what rises above everything nearer
 * is seen (a floating horizon). Sources and bounds: README.md.
 */
import { between, drop, heightAt, type Ground, type Point } from "./ground.ts";

/** Where the eye is and where it looks. */
export interface Eye extends Point {
  readonly at: Point;
}

export type Rgb = readonly [number, number, number];
interface Tones {
  readonly paper: Rgb;
  readonly lit: Rgb;
  readonly ink: Rgb;
  readonly signal: Rgb;
}

export interface Flight {
  readonly width: number;
  readonly height: number;
  /** How wide it looks, in degrees. */
  readonly degrees: number;
  readonly tones: Tones;
  /** How many times heights are drawn too high; 1 is true. */
  readonly exaggeration: number;
  /** Metres in which two thirds of the contrast are gone: 13,000, unless said otherwise. */
  readonly haze?: number;
  /** The line, as far as it is drawn, and the places that stand out on it. */
  readonly line: readonly Point[];
  readonly pins: readonly Point[];
}

/** 8-bit RGB, row by row. */
export interface Frame {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const FIRST = 40; // metres before the eye where looking begins
const LAST = 60_000; // metres; beyond it everything is paper
const FINE = 0.006; // of the distance: one step, about a row of the picture
const HAZE = 13_000;
const GAIN = 3.4; // ink rises as 1 - e^(-gain · shade): forms stay readable in the deepest shadow

export function drawFlight(ground: Ground, eye: Eye, flight: Flight): Frame {
  const { width, height, tones } = flight;
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < pixels.length; i += 3) pixels.set(tones.paper, i);
  const depth = new Float32Array(width * height).fill(Infinity);
  const look = lookOf(eye, flight);
  for (let column = 0; column < width; column++)
    drawColumn(ground, eye, flight, look, column, pixels, depth);
  drawLine(eye, flight, look, pixels, depth);
  return { pixels, width, height };
}

interface Look {
  readonly focal: number;
  readonly horizon: number;
  readonly forward: { readonly x: number; readonly y: number };
}

/** The picture stands upright, so that summits stay upright too: looking down moves the horizon up. */
function lookOf(eye: Eye, { width, height, degrees, exaggeration }: Flight): Look {
  const [x, y] = [eye.at.x - eye.x, eye.at.y - eye.y];
  const far = Math.max(Math.hypot(x, y), 1);
  const focal = width / 2 / Math.tan((degrees * Math.PI) / 360);
  const slope = ((eye.at.z - eye.z) * exaggeration) / far;
  return { focal, horizon: height / 2 + slope * focal, forward: { x: x / far, y: y / far } };
}

function drawColumn(
  ground: Ground,
  eye: Eye,
  flight: Flight,
  { focal, horizon, forward }: Look,
  column: number,
  pixels: Uint8Array,
  depth: Float32Array,
): void {
  const { width, height, tones, exaggeration, haze = HAZE } = flight;
  const aside = (column + 0.5 - width / 2) / focal;
  const direction = { x: forward.x - forward.y * aside, y: forward.y + forward.x * aside };
  let lowest = height; // rows from here on are drawn already
  let hidden = true; // the ground before this step was behind something nearer
  let before = 0;
  for (let d = FIRST; d < LAST && lowest > 0; d += Math.max(18, d * FINE)) {
    const [x, y] = [eye.x + direction.x * d, eye.y + direction.y * d];
    const rise = heightAt(ground, x, y);
    if (rise === undefined) continue;
    const row = horizon - (((rise - eye.z) * exaggeration - drop(d) * exaggeration) / d) * focal;
    const top = Math.max(0, Math.ceil(row));
    if (top < lowest) {
      const light = between(ground, ground.light, x, y) ?? 0;
      const near = Math.exp(-d / haze);
      const [tone, strength] = toned(ground, x, y, light, tones);
      const isRidge = hidden && d > before + d * FINE * 3;
      for (let r = top; r < lowest; r++) {
        const i = r * width + column;
        mix(pixels, i * 3, tones.paper, tone, strength * near);
        depth[i] = d;
      }
      // The foot of what is farther stands behind a ridge: the stroke belongs to the ridge in front of it.
      if (isRidge && lowest < height)
        over(pixels, (lowest * width + column) * 3, tones.ink, 0.72 * Math.exp(-before / haze));
      lowest = top;
      before = d;
      hidden = false;
    } else hidden = true;
  }
  if (lowest > 0 && lowest < height)
    over(pixels, (lowest * width + column) * 3, tones.ink, 0.8 * Math.exp(-before / haze));
}

/** What the light makes of the ground, and how much of that is seen from near by. */
function toned(
  ground: Ground,
  x: number,
  y: number,
  light: number,
  { lit, ink }: Tones,
): readonly [tone: Rgb, strength: number] {
  const shade = 1 - Math.exp(-Math.abs(light) * GAIN);
  const { colours, metres, width } = ground;
  if (!colours) return light < 0 ? [ink, shade * 0.82] : [lit, shade];
  const at = (Math.round(y / metres.y) * width + Math.round(x / metres.x)) * 3;
  const [towards, share] = light < 0 ? [ink, shade * 0.68] : [lit, shade * 0.3];
  const colour = (c: 0 | 1 | 2) => colours[at + c]! + (towards[c] - colours[at + c]!) * share;
  return [[colour(0), colour(1), colour(2)], 1];
}

/** Where a point stands in the picture; undefined behind the eye. */
export function project(
  eye: Eye,
  flight: Pick<Flight, "width" | "height" | "degrees" | "exaggeration">,
  point: Point,
): { x: number; y: number; distance: number } | undefined {
  return projected(eye, flight as Flight, lookOf(eye, flight as Flight), point);
}

function projected(
  eye: Eye,
  { width, exaggeration }: Flight,
  { focal, horizon, forward }: Look,
  point: Point,
) {
  const [dx, dy] = [point.x - eye.x, point.y - eye.y];
  const distance = dx * forward.x + dy * forward.y;
  if (distance < FIRST) return undefined;
  const aside = dy * forward.x - dx * forward.y;
  return {
    x: width / 2 + (aside / distance) * focal,
    y: horizon - ((point.z - eye.z - drop(distance)) * exaggeration * focal) / distance,
    distance,
  };
}

const STEP = 6; // metres between two dots of the line
const THICK = 16; // metres wide; never thinner than a fine pen, never thicker than a broad one

function drawLine(
  eye: Eye,
  flight: Flight,
  look: Look,
  pixels: Uint8Array,
  depth: Float32Array,
): void {
  const { line, pins, tones, width, height } = flight;
  const dot = (
    point: Point,
    metres: number,
    least: number,
    most: number,
    isPin = false,
    hollow = false,
  ) => {
    const at = projected(eye, flight, look, point);
    if (!at) return;
    const reach = Math.min(Math.max((metres * look.focal) / at.distance, least), most);
    const isHidden = (x: number, y: number) => depth[y * width + x]! < at.distance - 60; // behind a ridge
    // A pin stands up: where its foot is seen, all of it is.
    if (isPin && isHidden(Math.round(at.x), Math.round(at.y))) return;
    for (let y = Math.floor(at.y - reach - 1); y <= at.y + reach + 1; y++)
      for (let x = Math.floor(at.x - reach - 1); x <= at.x + reach + 1; x++) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        if (!isPin && isHidden(x, y)) continue;
        const away = Math.hypot(x - at.x, y - at.y);
        const edge = hollow ? Math.abs(away - reach) - 1.4 : away - reach;
        const share = Math.min(Math.max(0.5 - edge, 0), 1);
        if (share > 0) over(pixels, (y * width + x) * 3, tones.signal, share);
      }
  };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / STEP));
    for (let s = 0; s <= steps; s++) {
      const t = s / steps;
      dot(
        { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, z: a.z + (b.z - a.z) * t },
        THICK / 2,
        1.3,
        3.2,
      );
    }
  }
  for (const pin of pins) {
    dot(pin, 45, 4.5, 9, true);
    dot(pin, 110, 10, 22, true, true);
  }
}

function mix(pixels: Uint8Array, at: number, from: Rgb, to: Rgb, share: number): void {
  for (let c = 0; c < 3; c++) pixels[at + c] = Math.round(from[c]! + (to[c]! - from[c]!) * share);
}

function over(pixels: Uint8Array, at: number, tone: Rgb, share: number): void {
  for (let c = 0; c < 3; c++)
    pixels[at + c] = Math.round(pixels[at + c]! + (tone[c]! - pixels[at + c]!) * share);
}
