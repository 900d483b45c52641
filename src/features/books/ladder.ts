/**
 * The work `books.clips`: of each film in which somebody signs, lighter ones, and a clip of each sentence. What is there
 * stays, what no cue names any more is let go. Rules PB22 to PB27 of README.md, decision 0047.
 */
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob, type Work } from "../../platform/jobs/jobs.ts";
import { DEMUXERS, isPlayed, probe } from "../../platform/media/ffmpeg.ts";
import { makeClip, makeFilm, makeSmall, type Source } from "../../platform/media/ladder/films.ts";
import {
  note,
  notePoster,
  shownAt,
  standingRungs,
  teller,
  type Making,
} from "../../platform/media/ladder/ladder.ts";
import { LADDER_USE } from "../../platform/media/ladder/rungs-of.ts";
import type { MediaKind } from "../../platform/media/kind.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { askLadders } from "../../platform/private/ladders.ts";
import { readSignCues, writeSignCues, type SignCue } from "./cues.ts";
import { shownFilms, type ShownFilm } from "./films.ts";
import { signingsPart } from "./private.ts";
import { HEARD, SILENT, signClips, signFilms } from "./rungs.ts";
import { readWhole } from "./signed.ts";

export const CLIPS = "books.clips";
export interface ClipsJob {
  /** The name of the film in the store. */
  readonly film: string;
}

/** @throws RefusedJob (in the work) when the film cannot be read */
export function clipsWork({ instance, now }: Pick<Serving, "instance" | "now">): Work {
  const { log, media, folder, snapshot } = instance;
  const ask = askLadders(log.private);
  const wanted = async (film: string): Promise<ShownFilm | undefined> => {
    const { shown, isInWork } = await snapshot(async (db: Db) => ({
      shown: (await shownFilms(db, dayAt(now()))).get(film),
      isInWork: (await signingsPart.media(db)).includes(film),
    }));
    if (shown || !isInWork || !(await media.has(film))) return shown;
    // What the desk marks has to be seen there, whatever it came as.
    return isPlayed(await probe(media.path(film), demuxerOf(film))) ? undefined : UNSAID;
  };

  /** Forget some of what was made, or all, and delete it. */
  async function letGo(film: string, rungs?: readonly string[]): Promise<void> {
    const files = await media.alone(async () => {
      const gone = rungs ? await ask.dropRungs({ media: film, rungs }) : await ask.drop([film]);
      await Promise.all(gone.map((file) => media.remove(file)));
      return gone;
    });
    if (files.length > 0) await log.touch([LADDER_USE]);
  }

  async function make(film: string, shown: ShownFilm, making: Making): Promise<void> {
    const rules = shown.isHeard ? HEARD : SILENT;
    const { ladder } = await ask.of(film);
    if (ladder && ladder.rules !== rules) await letGo(film);
    const cues = await cuesIn(shown.cues);
    if (!(await media.has(film))) throw new RefusedJob(`The file ${film} is not here any more.`);
    await ask.begin({ media: film, rules });
    const made = new Set(await standingRungs(film, { media, private: log.private }));
    const about = await makeAll({ ...making, made }, shown, cues, (rungs) => letGo(film, rungs));
    await ask.finish({ media: film, about });
    await log.touch([LADDER_USE]);
  }

  /** Read once and kept in one form for pages, which read no files. */
  async function cuesIn(names: readonly string[]): Promise<SignCue[]> {
    const all: SignCue[] = [];
    for (const name of names) {
      const file = await media.read(name);
      if (!file) continue;
      const cues = readSignCues(await readWhole(file)) ?? [];
      all.push(...cues);
      if ((await ask.of(name)).ladder?.done === 1) continue;
      await ask.begin({ media: name, rules: SILENT });
      await ask.finish({ media: name, about: { transcript: writeSignCues(cues) } });
      await log.touch([LADDER_USE]);
    }
    return all;
  }

  return async (argument, { progress, signal: ending }) => {
    const { film } = argument as ClipsJob;
    const work = join(folder.ladder, film);
    await mkdir(work, { recursive: true });
    const gone = new AbortController();
    const signal = AbortSignal.any([ending, gone.signal]);
    // A copy of the film lies in the work: once it was erased, nobody goes on for an hour.
    const looking = setInterval(() => {
      const hear = (is: boolean) => is || gone.abort(new RefusedJob(`The file ${film} is gone.`));
      media.has(film).then(hear, () => undefined);
    }, LOOK);
    const making = { name: film, folder: work, media, signal, privately: log.private, progress };
    try {
      // Cues, and who agrees to what, may change while a film is made of.
      for (let said = ""; ;) {
        const shown = await wanted(film);
        const says = JSON.stringify(shown ?? null);
        if (says === said) break;
        said = says;
        if (shown) await make(film, shown, { ...making, made: new Set() });
        else if (((await ask.of(film)).ladder?.rules ?? 0) < 0) await letGo(film); // not a story’s
      }
    } catch (error) {
      if (error instanceof MediaError && error.code !== "busy") throw new RefusedJob(error.message);
      throw error;
    } finally {
      clearInterval(looking);
      if (!ending.aborted) {
        await rm(work, { recursive: true, force: true });
        // What was noted in the moment of an erasure; of a film that was lost the clips stay.
        if (!(await media.has(film)) && !(await wanted(film))) await letGo(film);
      }
    }
  };
}
const LOOK = 1000; // ms
/** Nobody was asked yet for it to be heard, and it has no cues that anybody sees. */
const UNSAID: ShownFilm = { isHeard: false, cues: [] };
const demuxerOf = (film: string): string =>
  DEMUXERS[film.slice(film.indexOf(".") + 1) as MediaKind] ?? "mov";

/** The whole film first, smallest first, then the clips; a film that is larger is made small once. */
async function makeAll(
  making: Making,
  { isHeard }: ShownFilm,
  cues: readonly SignCue[],
  letGo: (rungs: readonly string[]) => Promise<void>,
): Promise<{ seconds: number; placeholder: string | null }> {
  const { name, media, folder, signal, made } = making;
  const path = media.path(name);
  const demuxer = demuxerOf(name);
  const { sound, ...rest } = await probe(path, demuxer, signal);
  const probed = isHeard && sound !== undefined ? { ...rest, sound } : rest;
  if (!probed.picture) throw new RefusedJob("Expected a film with pictures, got none in it.");
  const source: Source = { path, demuxer, probed };
  const films = signFilms(probed);
  const clips = [...new Map(signClips(cues, probed).map((clip) => [clip.rung, clip])).values()];
  const names = new Set([...films, ...clips].map(({ rung }) => rung));
  await letGo([...made].filter((rung) => rung !== "poster" && !names.has(rung)));
  const missing = { films: films.filter(isMissing), clips: clips.filter(isMissing) };
  const tell = teller(making.progress, missing.films.length + missing.clips.length + 2);
  const placeholder = await notePoster(making, source, Infinity);
  let done = 1;
  await tell(done);
  const within = (at: number) =>
    void tell(done + Math.min(0.99, at / (probed.seconds || 1))).catch(() => undefined);
  const side = Math.min(probed.picture.width, probed.picture.height);
  const most = films.at(-1)!;
  const isLarge = side > most.height && missing.films.length + missing.clips.length > 1;
  const from = isLarge ? await makeSmall(source, most, folder, signal, within) : source;
  await tell(++done);
  for (const film of missing.films) {
    const file = await makeFilm(from, film, folder, signal, within);
    await note(making, film.rung, file, Infinity, shownAt(source, film.height));
    await tell(++done);
  }
  for (const clip of missing.clips) {
    signal.throwIfAborted();
    const file = await makeClip(from, clip, folder, signal);
    // One that begins behind the last picture is noted as none.
    const whole = (await stat(file)).size < LEAST_CLIP ? 0 : Infinity;
    await note(making, clip.rung, file, whole, shownAt(source, clip.height));
    await rm(file, { force: true });
    await tell(++done);
  }
  return { seconds: Math.round(probed.seconds), placeholder };

  function isMissing({ rung }: { readonly rung: string }): boolean {
    return !made.has(rung);
  }
}
const LEAST_CLIP = 500; // bytes; without a picture it has 225, with one of two by two pixels 1,300
