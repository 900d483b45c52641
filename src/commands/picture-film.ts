/** A place's film as `cnd picture --film` makes it: drawn, coded within its weight, with its words and a still. */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { LatLon } from "../engines/imagery/azimuthal.ts";
import { seenAt } from "../engines/imagery/descent.ts";
import { tilesSeen, type Earth } from "../engines/imagery/earth.ts";
import type { Tiles } from "../engines/imagery/cut.ts";
import { POSTER_BYTES } from "../platform/folder/film-fields.ts";
import { codeDrawn, keepDrawn } from "../platform/media/drawn.ts";
import { MediaError } from "../platform/media/media-error.ts";
import { openTerrain, type Terrain } from "../platform/terrain/open-terrain.ts";
import { CommandError } from "./context.ts";
import { coloured, drawMoment, planFilm, type FilmPlan } from "./film-frames.ts";
import { filmWords, type Told } from "./film-words.ts";
import { within } from "./picture-print.ts";
import type { Pyramid } from "./picture-tiles.ts";

export const FILM_LINES = [144, 240, 480] as const;
type FilmLines = (typeof FILM_LINES)[number];

/** Most bytes: of 144 lines, on 2G, a film is there within eight seconds. */
const MOST: Readonly<Record<FilmLines, number>> = { 144: 200_000, 240: 500_000, 480: 1_600_000 };
export const RATE = 15;
const STILL = { width: 480, height: 270 };

export interface FilmOf {
  readonly slug: string;
  readonly position: LatLon;
  readonly told: Told;
  readonly night: Pyramid;
  readonly day: Pyramid;
  readonly lines: FilmLines;
  /** Pictures a second. */
  readonly rate: number;
  /** Files of heights, and whose they are. */
  readonly ground?: { readonly files: readonly string[]; readonly credit: string } | undefined;
  readonly report: (done: number, total: number) => void;
}

/**
 * @returns the film as the place names it; its files are put into `files`
 * @throws CommandError for what cannot be filmed
 */
export async function filmOf(film: FilmOf, files: Map<string, Uint8Array>): Promise<object> {
  const { slug, lines, told } = film;
  const { plan, earth } = await sceneOf(film);
  const height = lines === 480 ? lines : 2 * lines; // small ones are drawn twice as fine
  const size = { width: Math.round((height * 16) / 9), height };
  const work = mkdtempSync(join(tmpdir(), "film-"));
  try {
    const kept = join(work, "kept.mkv");
    const pictures = picturesOf(plan, earth, { ...size, rate: film.rate }, film.report);
    await keepDrawn({ ...size, rate: film.rate, pictures }, lines, kept);
    const file = `media/${slug}-film-${lines}.mp4`;
    files.set(file, await coded(kept, plan, film, join(work, "coded.mp4")));
    const poster = `media/${slug}-film-still.webp`;
    files.set(poster, await stillOf(plan, earth, poster));
    const texts = [...filmWords(plan, told)].map(([language, { said, seen }]) => {
      const [captions, descriptions] = ["film", "film.seen"].map(
        (part) => `media/${slug}-${part}.${language}.vtt`,
      ) as [string, string];
      files.set(captions, Buffer.from(said));
      files.set(descriptions, Buffer.from(seen));
      return { language, captions, descriptions };
    });
    const { language: _, ...own } = texts.find((one) => one.language === told.languages[0]) ?? {};
    const others = texts.filter((one) => one.language !== told.languages[0]);
    return {
      file,
      height: lines,
      seconds: Math.round(plan.seconds),
      poster,
      ...own,
      ...(others.length > 0 && { texts: others }),
      credit: creditOf(told, plan),
    };
  } catch (error) {
    if (error instanceof MediaError) throw new CommandError(error.message, { cause: error });
    throw error;
  } finally {
    rmSync(work, { recursive: true });
  }
}

const creditOf = ({ night, day, ground }: Told, { over }: FilmPlan): string =>
  [
    `${night.year}: ${night.credit}`,
    `${day.year}: ${day.credit}`,
    ...(over && ground !== undefined ? [ground] : []),
  ].join(" ");

function* picturesOf(
  plan: FilmPlan,
  earth: Earth,
  { rate, ...size }: { readonly width: number; readonly height: number; readonly rate: number },
  report: FilmOf["report"],
): Iterable<Uint8Array> {
  const all = Math.round(plan.seconds * rate);
  for (let i = 0; i < all; i++) {
    yield drawMoment(plan, earth, i / rate, size);
    report(i + 1, all);
  }
}

/** The best that weighs as little as it may. */
async function coded(
  kept: string,
  { seconds }: FilmPlan,
  { lines, slug }: FilmOf,
  to: string,
): Promise<Uint8Array> {
  const most = Math.floor((MOST[lines] * 8 * 2) / 1000 / seconds); // kbit: no second takes more than two of the mean
  for (let quality = 24; quality <= 51;) {
    const bytes = await codeDrawn(kept, { lines, seconds, quality, most }, to);
    const over = Math.log2(bytes / MOST[lines]);
    if (over <= 0) return readFileSync(to);
    quality += Math.max(1, Math.round(over * 6)); // x264 halves what it takes with about six more
  }
  throw new CommandError(`${slug}: expected a film of at most ${MOST[lines]} bytes, got more.`);
}

async function stillOf(plan: FilmPlan, earth: Earth, path: string): Promise<Uint8Array> {
  const pixels = drawMoment(plan, earth, plan.still, STILL);
  const raw = { ...STILL, channels: 3 } as const;
  const print = (quality: number, effort: number) =>
    sharp(pixels, { raw }).webp({ quality, effort, smartSubsample: true }).toBuffer();
  return within(POSTER_BYTES, print, path);
}

/** What the film goes over, read as far as it is seen. */
async function sceneOf(film: FilmOf): Promise<{ plan: FilmPlan; earth: Earth }> {
  const { slug, position, night, day, ground, rate } = film;
  if (Math.abs(position.lat) > 82)
    throw new CommandError(
      `${slug}: expected a place between 82° south and north, got ${position.lat}. Such tiles end at 85.05°.`,
    );
  const terrain = ground && (await heightsOf(slug, position, ground.files));
  const [first] = night.zooms;
  const coarse = first === undefined ? [] : [await night.some(first, wholeOf(first))];
  const plan = planFilm(position, coarse, terrain?.grid);
  if (!plan)
    throw new CommandError(
      `${slug}: expected heights up to 40 km away in the direction of view, found none. Get the neighbouring tiles, or leave out --ground.`,
    );
  const wanted = { night: new Map<number, Set<string>>(), day: new Map<number, Set<string>>() };
  const unknown = { night: 0, day: 0 };
  const size = { width: 512, height: 288 };
  const moments = Array.from({ length: Math.round(plan.seconds * rate) }, (_, i) => i / rate);
  for (const second of [...moments, plan.still]) {
    const seen = seenAt(plan.descent, second);
    const scene = { ...size, seen, place: position };
    if (seen.dawn < 1)
      unknown.night += tilesSeen(night.zooms, night.has, scene, wanted.night).unknown;
    if (seen.dawn > 0) unknown.day += tilesSeen(day.zooms, day.has, scene, wanted.day).unknown;
  }
  for (const kind of ["night", "day"] as const)
    if (unknown[kind] > 0)
      throw new CommandError(
        `${slug}: expected tiles by ${kind} of everything in the film, found none for parts of it. Get the coarse ones (zoom 0 to 4) of the whole Earth, and the finer ones around the place.`,
      );
  const earth: Earth = { night: await read(night, wanted.night), day: await read(day, wanted.day) };
  if (!plan.over || !terrain) return { plan, earth };
  return { plan: { ...plan, over: coloured(plan.over, earth.day, terrain.grid) }, earth };
}

const wholeOf = (zoom: number): string[] =>
  zoom > 4
    ? []
    : Array.from({ length: 4 ** zoom }, (_, i) => `${i % 2 ** zoom}/${Math.floor(i / 2 ** zoom)}`);

const read = (from: Pyramid, wanted: ReadonlyMap<number, Iterable<string>>): Promise<Tiles[]> =>
  Promise.all(from.zooms.map((zoom) => from.some(zoom, wanted.get(zoom) ?? [])));

const KM = 70; // around the place: as far as a flight sees, and a little beyond
const MOST_VOIDS = 0.02; // of all heights: so many are filled from their neighbours

/** @returns undefined where none of the files holds the place */
export async function heightsOf(
  slug: string,
  at: LatLon,
  files: readonly string[],
): Promise<Terrain | undefined> {
  const terrain = await openTerrain(files, { ...at, radiusKm: KM }).catch((error: Error) => {
    if (error.message.includes("none of these files holds it")) return undefined;
    throw new CommandError(error.message, { cause: error });
  });
  const guessed = terrain?.voids?.reduce((all, one) => all + one, 0) ?? 0;
  if (terrain && guessed > MOST_VOIDS * terrain.grid.heights.length)
    throw new CommandError(
      `${slug}: expected measured ground, found ${guessed} voids among ${terrain.grid.heights.length} heights. Get tiles without voids, or leave out --ground.`,
    );
  return terrain;
}

/** @throws CommandError where there is no terrain */
export function terrainIn(path: string): string[] {
  const is = statSync(path, { throwIfNoEntry: false });
  const files = is?.isDirectory()
    ? globSync("*.{hgt,hgt.gz,asc,tif,zip}", { cwd: path })
        .toSorted()
        .map((name) => join(path, name))
    : is
      ? [path]
      : [];
  if (files.length === 0)
    throw new CommandError(
      `--ground: expected a height file or a folder of them, found none at ${path}.`,
    );
  return files;
}
