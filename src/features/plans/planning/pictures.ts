/** The pictures of a plan: relief by day and by night, the ground as numbers, the coverage as a hatching. */
import sharp from "sharp";
import { VOID } from "../../../engines/relief/elevation.ts";
import { drawRelief, type ReliefRaster } from "../../../engines/relief/relief.ts";
import { bilinear } from "../../../engines/terrain/grid.ts";
import type { FilledGrid } from "../../../engines/terrain/voids.ts";
import { sizeOf, type Frame } from "./frame.ts";

const WIDTH = 720; // pixels, as the map of a plan
const RELIEF_BYTES = 14_000; // it comes with the page, which has to stay below 30 kB with it
const GROUND_BYTES = 1_200_000; // a reader asks for it by a button that says its weight, or asks the server instead
const GROUND_NODES = 2_000_000; // more of real ground never fit into that
const LOWEST = -1000; // m: what the ground picture holds is over this

/** Both prints, as WebP. */
export async function reliefOf(
  terrain: FilledGrid,
  frame: Frame,
): Promise<{ day: Buffer; night: Buffer }> {
  const { grid, voids } = terrain;
  const heights = Int16Array.from(grid.heights, (height, i) =>
    voids?.[i] === 1 ? VOID : Math.round(height),
  );
  const { width, height } = sizeOf(frame, WIDTH);
  const elevation = {
    heights,
    width: grid.columns,
    height: grid.rows,
    arcSeconds: grid.stepLat * 3600,
    latitude: (frame.south + frame.north) / 2,
  };
  const window = {
    x: Math.round((frame.west - grid.west) / grid.stepLon), // a frame goes from node to node
    y: Math.round((grid.north - frame.north) / grid.stepLat),
    width: Math.round((frame.east - frame.west) / grid.stepLon),
    height: Math.round((frame.north - frame.south) / grid.stepLat),
  };
  const { day, night } = drawRelief(elevation, { window, width, height, exaggeration: 1.3 });
  return { day: await lightest(day), night: await lightest(night) };
}

/** Of quality as good as fits; where the ground is too rough for that, of fewer pixels, which soft shades bear. */
async function lightest({ pixels, width, height, channels }: ReliefRaster): Promise<Buffer> {
  const picture = sharp(pixels, { raw: { width, height, channels } }).removeAlpha();
  for (let wide = width; ; wide = Math.round(wide * 0.8)) {
    const sized = picture.clone().resize({ width: wide });
    for (const quality of [70, 60, 50, 40]) {
      const bytes = await sized.clone().webp({ quality, effort: 6, preset: "picture" }).toBuffer();
      if (bytes.length <= RELIEF_BYTES || wide < 200) return bytes;
    }
  }
}

/**
 * Heights for profiles on a reader's device: metres over -1000 in the red (high) and the green (low) byte, without loss: every
 * node of the frame where that fits into 1.2 MB, or as many as do. The frame's corners are the middles of the corner pixels.
 * Between coarser nodes ridges are lost: at three steps to one, four of ten links were more than 1 dB off, one by 36 dB.
 */
export async function groundOf(
  { grid }: FilledGrid,
  frame: Frame,
  most = GROUND_BYTES,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const across = (frame.east - frame.west) / grid.stepLon;
  const down = (frame.north - frame.south) / grid.stepLat;
  const start = Math.min(1, Math.sqrt(GROUND_NODES / (across * down)));
  for (let share = start; ; share *= 0.85) {
    const [width, height] = [across, down].map((steps) => Math.round(steps * share) + 1) as [
      number,
      number,
    ];
    const pixels = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const lat = frame.north - ((frame.north - frame.south) * y) / (height - 1);
        const lon = frame.west + ((frame.east - frame.west) * x) / (width - 1);
        const at = bilinear(
          grid,
          (grid.north - lat) / grid.stepLat,
          (lon - grid.west) / grid.stepLon,
        );
        const value = Math.max(0, Math.min(65_535, Math.round(at) - LOWEST));
        const i = (y * width + x) * 3;
        pixels[i] = value >> 8;
        pixels[i + 1] = value & 255;
      }
    const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .webp({ lossless: true, effort: 6 })
      .toBuffer();
    if (bytes.length <= most) return { bytes, width, height };
    if (width < 32) throw new RangeError(`Expected a frame that fits into ${most} bytes.`);
  }
}

const INK = [26, 46, 40] as const; // the look's ink; the page turns it over at night
const HATCH = 5; // pixels from stroke to stroke

/** Hatched where a mast serves: computed, not measured. @param served whether a point of the Earth is */
export function coverageOf(
  frame: Frame,
  served: (lat: number, lon: number) => boolean,
): Promise<Buffer> {
  const { width, height } = sizeOf(frame, WIDTH);
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((x + y) % HATCH > 1) continue;
      const lat = frame.north - ((frame.north - frame.south) * (y + 0.5)) / height;
      const lon = frame.west + ((frame.east - frame.west) * (x + 0.5)) / width;
      if (!served(lat, lon)) continue;
      pixels.set([...INK, 255], (y * width + x) * 4);
    }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
}
