/**
 * The work `media.ladder`: what readers on a bad link get in place of a heavy file. Each rung is in the store and noted
 * before the next is begun, so a crash costs what was being made and nothing else. Decision 0016.
 */
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Work } from "../../jobs/jobs.ts";
import { RefusedJob } from "../../jobs/jobs.ts";
import { askLadders, type LadderRow } from "../../private/ladders.ts";
import type { Privately } from "../../private/part.ts";
import { DEMUXERS, probe } from "../ffmpeg.ts";
import { isPicture, type MediaKind } from "../kind.ts";
import { MediaError } from "../media-error.ts";
import type { Media } from "../media.ts";
import { readCues, transcriptOf } from "../webvtt.ts";
import { makeFilm, makePoster, makeSmall, makeSound, type Source } from "./films.ts";
import { POSTER_BYTES } from "../../folder/film-fields.ts";
import { printPicture, seePicture } from "../pictures/pictures.ts";
import { drawPlaceholder, makePicture } from "./pictures.ts";
import {
  filmRungs,
  PICTURE_RULES,
  pictureRungs,
  PRINTS,
  RULES,
  SMALL_PICTURE,
  SOUND,
} from "./rules.ts";
import { drawWaveform } from "./waveform.ts";

export const LADDER = "media.ladder";

interface LadderOptions {
  readonly media: Media;
  /** A folder of its own for what is not finished; a job that goes on after a crash looks into it, and empties it. */
  readonly work: string;
  readonly private: Privately;
  /** Pages rest on these names: they are rendered anew when something of them is there. */
  readonly touch: (names: readonly string[]) => Promise<void>;
}

/** What a job is about; `has` names the rungs that the campaign brought along. */
export interface LadderJob {
  readonly media: string;
  readonly has: readonly string[];
}

type About = Partial<Pick<LadderRow, "seconds" | "placeholder" | "waveform" | "transcript">>;

/** @throws RefusedJob (in the work) when the file is not here or cannot be read */
export function ladderWork({ media, work, private: privately, touch }: LadderOptions): Work {
  return async (argument, { progress, signal }) => {
    const { media: name, has } = argument as LadderJob;
    const { ladder } = await askLadders(privately).of(name);
    if ((ladder?.rules ?? 0) < 0) return; // a feature made it meanwhile
    const folder = join(work, name);
    await mkdir(folder, { recursive: true });
    try {
      await askLadders(privately).begin({
        media: name,
        rules: isPicture(kindOf(name)) ? PICTURE_RULES : RULES,
      });
      const about = await make({
        name,
        folder,
        media,
        signal,
        privately,
        progress,
        made: new Set([...has, ...(await standingRungs(name, { media, private: privately }))]),
      });
      await askLadders(privately).finish({ media: name, about });
      await touch(["ladders"]);
    } catch (error) {
      if (error instanceof MediaError && error.code !== "busy") throw new RefusedJob(error.message);
      throw error;
    } finally {
      if (!signal.aborted) await rm(work, { recursive: true, force: true });
    }
  };
}

/** Rungs that were noted and are in the store. */
export async function standingRungs(
  name: string,
  { media, private: privately }: Pick<LadderOptions, "media" | "private">,
): Promise<string[]> {
  const { rungs } = await askLadders(privately).of(name);
  const here = await Promise.all(rungs.map(async ({ file }) => file === "" || media.has(file)));
  return rungs.filter((_, i) => here[i]).map(({ rung }) => rung);
}

export interface Making {
  readonly name: string;
  readonly folder: string;
  readonly media: Media;
  readonly signal: AbortSignal;
  readonly privately: Privately;
  readonly progress: (done: number, total: number) => Promise<void>;
  readonly made: ReadonlySet<string>;
}

async function make(making: Making): Promise<About> {
  const { name, media } = making;
  const kind = kindOf(name);
  const path = media.path(name);
  if (!(await media.has(name))) throw new RefusedJob(`The file ${name} is not here any more.`);
  if (kind === "vtt")
    return { transcript: transcriptOf(readCues(await readFile(path, "utf8")) ?? []) };
  if (isPicture(kind)) return pictures(making, path);
  const demuxer = DEMUXERS[kind];
  if (demuxer === undefined) return {};
  const probed = await probe(path, demuxer, making.signal);
  return recordings(making, { path, demuxer, probed });
}

const kindOf = (name: string): MediaKind => name.slice(name.indexOf(".") + 1) as MediaKind;

async function pictures(making: Making, path: string): Promise<About> {
  const { size } = await stat(path);
  const placeholder = await drawPlaceholder(path, making.signal);
  const { width } = await seePicture(path, making.signal);
  const wanted = size <= SMALL_PICTURE ? [] : pictureRungs(width);
  for (const { rung, side, most } of PRINTS) {
    if (size <= most || making.made.has(rung)) continue;
    const { bytes, ...shown } = await printPicture(
      path,
      { ...STILL, width: side, height: side, most },
      making.signal,
    );
    if (bytes.length <= most) await note(making, rung, bytes, size, shown);
  }
  for (const [i, rung] of wanted.entries()) {
    if (making.made.has(rung.rung)) continue;
    making.signal.throwIfAborted();
    const { bytes, ...shown } = await makePicture(path, rung, making.signal);
    await note(making, rung.rung, bytes, size, shown);
    await making.progress(i + 1, wanted.length);
  }
  return placeholder === undefined ? {} : { placeholder };
}

/** Sound first: it is small, soon made, and for many all they can load; then the films, smallest first. */
async function recordings(making: Making, source: Source): Promise<About> {
  const { folder, signal, made } = making;
  const { probed, path } = source;
  const { size } = await stat(path);
  const films = filmRungs(probed);
  const names = [
    ...(probed.sound === undefined ? [] : [SOUND.rung]),
    ...(probed.picture ? ["poster"] : []),
    ...films.map(({ rung }) => rung),
  ];
  const { width = 0, height = 0 } = probed.picture ?? {};
  const isLarge = Math.min(width, height) > (films.at(-1)?.height ?? Infinity);
  const tell = teller(making.progress, names.length + (isLarge ? 1 : 0));
  let done = names.filter((rung) => made.has(rung)).length;
  await tell(done);
  const about: { -readonly [K in keyof About]: About[K] } = { seconds: Math.round(probed.seconds) };
  if (probed.sound !== undefined) {
    if (!probed.picture) about.waveform = await drawWaveform(source, signal);
    if (!made.has(SOUND.rung)) {
      await note(making, SOUND.rung, await makeSound(source, folder, signal), size);
      await tell(++done);
    }
  }
  if (probed.picture) {
    about.placeholder = await notePoster(making, source, size);
    if (!made.has("poster")) await tell(++done);
  }
  let from = source;
  // Nobody waits for it: where it cannot be noted, on a full disk say, the note of the whole rung says so.
  const within = (at: number) =>
    void tell(done + Math.min(0.99, at / (probed.seconds || 1))).catch(() => undefined);
  const missing = films.filter(({ rung }) => !made.has(rung));
  if (isLarge) {
    if (missing.length > 1) from = await makeSmall(source, films.at(-1)!, folder, signal, within);
    await tell(++done);
  }
  for (const rung of missing) {
    const file = await makeFilm(from, rung, folder, signal, within);
    await note(making, rung.rung, file, size, shownAt(source, rung.height));
    await tell(++done);
  }
  return about;
}

/** @returns the drawing that stands in its place */
export async function notePoster(
  making: Making,
  source: Source,
  whole: number,
): Promise<string | null> {
  const { folder, signal, made } = making;
  const poster = await makePoster(source, folder, signal);
  if (!made.has("poster")) {
    const { bytes, ...shown } = await printPicture(poster, STILL, signal);
    await note(making, "poster", bytes, whole, shown);
  }
  return (await drawPlaceholder(poster, signal)) ?? null;
}

/** A still comes with the page that shows the film: as good as it can be within its bytes. */
const STILL = {
  format: "webp",
  width: 480,
  height: 480,
  qualities: [60, 45, 30, 20, 10, 1],
  most: POSTER_BYTES,
  effort: 5,
} as const;
const PARTS = 100; // of a step, so that a film of an hour is seen to go on
const SELDOM = 2000; // ms between two notes within a step; each is a durable write

/** Tells how many steps are done, and at times how much of the next. */
export function teller(
  progress: Making["progress"],
  steps: number,
): (done: number) => Promise<void> {
  let told = -Infinity;
  return async (done) => {
    if (!Number.isInteger(done) && performance.now() - told < SELDOM) return;
    told = performance.now();
    await progress(Math.floor(done * PARTS), steps * PARTS);
  };
}

/** As the scaling rounds it: the shorter side as asked for, the other one even. */
export function shownAt({ probed: { picture } }: Source, side: number) {
  const { width = side, height = side } = picture ?? {};
  const other = Math.round((Math.max(width, height) * side) / Math.min(width, height) / 2) * 2;
  return height > width ? { width: side, height: other } : { width: other, height: side };
}

/** Into the store, durable, and then into the table. One that outweighs the file itself is none. */
export async function note(
  { media, name, privately }: Making,
  rung: string,
  from: Uint8Array | string,
  whole: number,
  shown: { readonly width?: number; readonly height?: number } = {},
): Promise<void> {
  const size = { width: shown.width ?? null, height: shown.height ?? null };
  const bytes = typeof from === "string" ? (await stat(from)).size : from.length;
  const row = { media: name, rung, bytes, ...size };
  if (bytes >= whole) {
    await askLadders(privately).add({ ...row, file: "" });
    return;
  }
  await media.alone(async () => {
    // Erased while this was made.
    if (!(await media.has(name))) throw new RefusedJob(`The file ${name} is not here any more.`);
    const file = await media.put(from);
    await askLadders(privately).add({ ...row, file: file.media });
  });
}
