/**
 * Draws ground: shaded relief of an elevation grid in two prints, one for paper and one for the night.
 *
 * The picture has no frame. It is made to lie on the page by `mix-blend-mode`: the day print is white where paper
 * should stay (multiply), the night print black (screen). Plains are almost page, and towards its sides the
 * ground dissolves, valleys first.
 */
import { type Elevation, type Window, requireWindow, sampleMetres } from "./elevation.ts";
import { lightOf } from "./light.ts";
import { type Fade, type Tones, PRINTS, inkAt, presenceOf } from "./print.ts";
import { resample, smooth } from "./resample.ts";
import { fillVoids } from "./voids.ts";

/** What to draw and how large. */
export interface ReliefOptions {
  readonly window: Window;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** How many times heights are drawn too high; 1 is true. Defaults to 1.6, which suits mountains. */
  readonly exaggeration?: number;
  /** Smoothing of fine ground in pixels: calms forest and radar noise and makes smaller files. Defaults to 1. */
  readonly calm?: number;
  /** Where the ground dissolves, as shares of width and height. Defaults to nowhere. */
  readonly fade?: Fade;
}

/** 8-bit RGBA, row by row from the north-west corner; alpha is always 255. */
export interface ReliefRaster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 4;
  readonly print: "day" | "night";
}

/** Unmeasured samples in the window: how many, their share, and (1 per pixel) where the picture rests on one. */
interface ReliefVoids {
  readonly count: number;
  readonly share: number;
  readonly mask: Uint8Array;
}

/** Both prints of one piece of ground. */
interface Relief {
  readonly day: ReliefRaster;
  readonly night: ReliefRaster;
  readonly voids: ReliefVoids;
}

const BROAD = 9; // pixels: the size of the forms that carry the picture, valleys and massifs
const BROAD_SHARE = 0.76; // broad forms beside 0.62 of the fine ones ("resolution bumping", T. Patterson)
const FINE_SHARE = 0.62;

/** Draws both prints. Throws RangeError for a window outside the grid or a grid without any measured height. */
export function drawRelief(elevation: Elevation, options: ReliefOptions): Relief {
  const { window, width, height, exaggeration = 1.6, calm = 1, fade } = options;
  requireWindow(elevation, window);
  if (!(width >= 3 && height >= 3))
    throw new RangeError(`Expected a picture of at least 3 × 3 pixels, got ${width} × ${height}.`);

  const filled = fillVoids(elevation.heights, elevation.width);
  const ground = resample(filled.heights, elevation.width, window, width, height);
  const metres = sampleMetres(elevation);
  const spacing = {
    x: (metres.x * window.width) / width / exaggeration,
    y: (metres.y * window.height) / height / exaggeration,
  };
  const broadGround = smooth(ground, width, BROAD);
  const fine = lightOf(smooth(ground, width, calm), width, spacing);
  const broad = lightOf(broadGround, width, spacing);
  const light = fine.map((value, i) => value * FINE_SHARE + broad[i]! * BROAD_SHARE);
  const rise = riseOf(broadGround);
  const presence = presenceOf(rise, width, fade);

  const printed = (tones: Tones) => {
    const pixels = new Uint8Array(width * height * 4);
    for (let i = 0; i < light.length; i++)
      inkAt(pixels, i * 4, tones, light[i]!, rise[i]!, presence[i]!);
    return { pixels, width, height, channels: 4 as const };
  };
  return {
    day: { ...printed(PRINTS.day), print: "day" },
    night: { ...printed(PRINTS.night), print: "night" },
    voids: voidsIn(filled.mask, elevation, options),
  };
}

/** Heights as 0 (lowest twentieth) to 1 (highest twentieth) of this picture. */
function riseOf(heights: Float32Array): Float32Array {
  const sorted = heights.toSorted();
  const low = sorted[Math.floor(sorted.length * 0.05)]!;
  const high = sorted[Math.floor(sorted.length * 0.95)]!;
  const range = Math.max(high - low, 1); // metres: keeps level ground from a division by nothing
  return heights.map((h) => Math.min(Math.max((h - low) / range, 0), 1));
}

/** Counts the voids of the window and marks each pixel whose nearest sample is one. */
function voidsIn(mask: Uint8Array, elevation: Elevation, options: ReliefOptions): ReliefVoids {
  const { window, width, height } = options;
  let count = 0;
  let samples = 0;
  for (let y = Math.ceil(window.y); y <= window.y + window.height; y++) {
    for (let x = Math.ceil(window.x); x <= window.x + window.width; x++) {
      count += mask[y * elevation.width + x]!;
      samples++;
    }
  }
  const perPixel = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.round(window.y + ((y + 0.5) * window.height) / height) * elevation.width;
    for (let x = 0; x < width; x++) {
      const column = Math.round(window.x + ((x + 0.5) * window.width) / width);
      perPixel[y * width + x] = mask[row + column]!;
    }
  }
  return { count, share: samples === 0 ? 0 : count / samples, mask: perPixel };
}
