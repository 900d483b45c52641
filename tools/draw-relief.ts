/**
 * Draws the covers of the first campaign from real heights: `node tools/draw-relief.ts`.
 *
 * Reads campaign/terrain/<name>.hgt.gz (cut from SRTM tiles, see CREDITS.md there) and writes
 * campaign/media/<name>-day.webp and -night.webp. `node tools/draw-relief.ts --cut DIR` first cuts the windows
 * again from whole tiles in DIR, named as NASA names them (N42E001.hgt.gz).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { type Elevation, type Window, windowAround } from "../src/engines/relief/elevation.ts";
import { type ReliefOptions, type ReliefRaster, drawRelief } from "../src/engines/relief/relief.ts";

const TERRAIN = join(import.meta.dirname, "../campaign/terrain");
const MEDIA = join(import.meta.dirname, "../campaign/media");

const WIDTH = 960; // pixels; the cover of the look is 960 × 456
const HEIGHT = 456;
const MOST_BYTES = 14_000; // with 14 kB of page a first view stays below 30 kB
const TILE = 1201; // samples along a side of an SRTM3 tile
const ARC_SECONDS = 3;

/** The right and the foot of a cover carry its caption, so the ground leaves them early. */
const FADE = { left: 0.14, top: 0.22, right: 0.42, bottom: 0.4 };

/** One cover: which tile, the middle of the picture in samples of that tile, how many samples it is wide. */
interface Cover {
  readonly tile: string;
  /** Latitude of the tile's north edge, degrees. */
  readonly north: number;
  readonly middle: { readonly x: number; readonly y: number; readonly columns: number };
  readonly how?: Partial<ReliefOptions>;
}

const COVERS: Readonly<Record<string, Cover>> = {
  pyrenees: { tile: "N42E001", north: 43, middle: { x: 560, y: 430, columns: 960 } },
  gabon: {
    tile: "N00E010",
    north: 1,
    middle: { x: 560, y: 470, columns: 1000 },
    how: { exaggeration: 2, fade: { ...FADE, right: 0.55 } }, // hills of a few hundred metres
  },
};

const FILM = "pyrenees"; // cut here for film.ts, which draws it itself

const [flag, from] = process.argv.slice(2);
if (flag === "--cut" && from !== undefined) {
  for (const [name, cover] of Object.entries(COVERS)) cut(name, cover, from);
}
for (const [name, cover] of Object.entries(COVERS)) if (name !== FILM) await draw(name, cover);

/** Cuts the window of a cover out of its whole tile in `folder` and stores it, big-endian as SRTM is. */
function cut(name: string, cover: Cover, folder: string): void {
  const tile = heightsIn(join(folder, `${cover.tile}.hgt.gz`), TILE * TILE);
  const { left, top, width, height } = cutOf(cover);
  const heights = new Int16Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * TILE + left;
    heights.set(tile.subarray(start, start + width), row * width);
  }
  const bytes = gzipSync(Buffer.from(heights.buffer).swap16(), { level: 9 });
  writeFileSync(join(TERRAIN, `${name}.hgt.gz`), bytes);
  const at = `row ${top}, column ${left} of ${cover.tile}`;
  console.log(`${name}.hgt.gz: ${width} × ${height} from ${at}, ${bytes.length} bytes`);
}

/** Draws both prints of a cover from its stored cut. */
async function draw(name: string, cover: Cover): Promise<void> {
  const { left, top, width, height, window } = cutOf(cover);
  const heights = heightsIn(join(TERRAIN, `${name}.hgt.gz`), width * height);
  const relief = drawRelief(
    { ...gridOf(cover), heights, width, height },
    {
      window: { ...window, x: window.x - left, y: window.y - top },
      width: WIDTH,
      height: HEIGHT,
      fade: FADE,
      ...cover.how,
    },
  );
  for (const raster of [relief.day, relief.night]) {
    const { bytes, quality } = await encoded(raster);
    writeFileSync(join(MEDIA, `${name}-${raster.print}.webp`), bytes);
    console.log(
      `${name}-${raster.print}.webp: ${bytes.length} bytes, quality ${quality}, ${relief.voids.count} heights filled`,
    );
  }
}

/** The window of a cover on its tile, and the whole samples around it that are stored. */
function cutOf(cover: Cover) {
  const window: Window = windowAround(gridOf(cover), cover.middle, WIDTH / HEIGHT);
  const left = Math.max(Math.floor(window.x) - 2, 0); // 2: the reach of the resampling filter
  const top = Math.max(Math.floor(window.y) - 2, 0);
  const right = Math.min(Math.ceil(window.x + window.width) + 2, TILE - 1);
  const bottom = Math.min(Math.ceil(window.y + window.height) + 2, TILE - 1);
  return { window, left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** A grid without its heights: spacing, and the latitude of the middle of the picture. */
function gridOf({ north, middle }: Cover): Elevation {
  const latitude = north - (middle.y * ARC_SECONDS) / 3600;
  return { heights: new Int16Array(0), width: 0, height: 0, arcSeconds: ARC_SECONDS, latitude };
}

/** Heights of a gzipped big-endian grid. Throws when the file does not hold `count` of them. */
function heightsIn(file: string, count: number): Int16Array {
  const bytes = gunzipSync(readFileSync(file));
  if (bytes.length !== count * 2)
    throw new RangeError(`Expected ${count * 2} bytes in ${file}, got ${bytes.length}.`);
  const aligned = Buffer.alloc(bytes.length);
  bytes.copy(aligned);
  aligned.swap16();
  return new Int16Array(aligned.buffer, aligned.byteOffset, count);
}

/** The best WebP of at most MOST_BYTES. WebP, because phones too old for AVIF are the ones on 2G. */
async function encoded(raster: ReliefRaster): Promise<{ bytes: Buffer; quality: number }> {
  const { pixels, width, height, channels } = raster;
  const picture = sharp(pixels, { raw: { width, height, channels } }).removeAlpha();
  for (let quality = 70; quality >= 30; quality -= 4) {
    const bytes = await picture.clone().webp({ quality, effort: 6, preset: "picture" }).toBuffer();
    if (bytes.length <= MOST_BYTES) return { bytes, quality };
  }
  throw new RangeError(`Expected a picture of at most ${MOST_BYTES} bytes at quality 30.`);
}
