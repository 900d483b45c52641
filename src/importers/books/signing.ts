/** The films of a book, one a page, as one film that somebody signs, with cues; only for a person who is named and agrees. */
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DEMUXERS, ffmpeg, probe, readFrom } from "../../platform/media/ffmpeg.ts";
import type { MediaKind } from "../../platform/media/kind.ts";
import { TAKING } from "../../platform/media/limits.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { writeBlocks } from "../../platform/media/webvtt.ts";
import type { Folder } from "../../platform/folder/read.ts";
import { ArrivalError } from "../site.ts";
import type { Film } from "./arriving.ts";

const RATE = 25; // pictures a second; signing takes 20
const SIDE = 960; // px of the longer side
const MOST = 2_000_000_000; // bytes
const FRAME = 1000 / RATE; // ms

/** Of the folder, who may be shown on this day. @throws ArrivalError where they are not named, or do not agree to a film */
export function checkSigner(
  { things }: Pick<Folder, "things">,
  signer: string,
  today: string,
): void {
  const person = things.find(({ part, slug }) => part.space === "people" && slug === signer);
  const consent = person?.fields["consent"] as
    | { readonly purposes?: readonly string[]; readonly until?: string }
    | undefined;
  if (!person)
    throw new ArrivalError(
      "bad-folder",
      `Expected ${signer} in people.yaml, found nobody of that name.`,
    );
  if (!consent?.purposes?.includes("film") || (consent.until ?? "") < today)
    throw new ArrivalError(
      "bad-folder",
      `Expected ${signer} of people.yaml to agree to a film today, found no such consent. Ask first.`,
    );
}

export interface Joined {
  readonly path: string;
  readonly seconds: number;
  readonly cues: string;
  /** Pages of several sentences: when each begins was worked out by their length. */
  readonly guessed: readonly number[];
}

/**
 * One after the other, silent, all of the size of the first.
 * @param films in the order of their pages, clean
 * @param pages the sentences of each page
 * @throws MediaError where one cannot be read
 */
export async function joinFilms(
  films: readonly (Film & { readonly kind: MediaKind })[],
  pages: readonly (readonly string[])[],
  work: string,
): Promise<Joined> {
  await mkdir(work, { recursive: true });
  const path = join(work, `joined-${randomUUID()}.mp4`);
  const inputs: string[] = [];
  const shown: string[] = [];
  const blocks: { id: string; start: number; end: number; payload: string }[] = [];
  const guessed: number[] = [];
  let size: string | undefined;
  let at = 0; // ms
  for (const [i, { page, path: file, from = 0, to, kind }] of films.entries()) {
    const demuxer = DEMUXERS[kind] ?? "mov";
    const { seconds, picture } = await probe(file, demuxer);
    const frames = Math.round((Math.min(to ?? seconds, seconds) - from) * RATE);
    if (!picture || frames < 2)
      throw new MediaError("unreadable", `The film of page ${page} shows nothing.`);
    size ??= sizeOf(picture);
    const length = frames * FRAME;
    inputs.push("-ss", String(from), "-t", String(length / 1000), ...readFrom(file, demuxer));
    // As many pictures as its cues count, though its last one were missing.
    shown.push(
      `[${i}:V:0]fps=${RATE},scale=${size}:force_original_aspect_ratio=decrease,pad=${size}:-1:-1,setsar=1,tpad=stop_mode=clone:stop=${RATE},trim=end_frame=${frames},setpts=N/${RATE}/TB[f${i}]`,
    );
    const lines = pages[page - 1] ?? [];
    if (lines.length > 1) guessed.push(page);
    blocks.push(...cuesOf(lines, page, at, length));
    at += length;
  }
  const all = films.map((_, i) => `[f${i}]`).join("");
  const graph = `${shown.join(";")};${all}concat=n=${films.length},setpts=N/${RATE}/TB[out]`;
  const coded = `-map [out] -r ${RATE} -an -c:v libx264 -preset veryfast -crf 22 -pix_fmt yuv420p -map_metadata -1 -fflags +bitexact -movflags +faststart -f mp4`;
  const written = { file: `file:${path}`, seconds: TAKING.seconds, bytes: MOST };
  await ffmpeg([...inputs, "-filter_complex", graph, ...coded.split(" ")], written, TAKING);
  return { path, seconds: Math.round(at / 1000), cues: writeBlocks(blocks), guessed };
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }): string {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return `${even(width)}:${even(height)}`;
}

/** The time of the page, shared among its sentences by their length, whole pictures each. */
function cuesOf(lines: readonly string[], page: number, at: number, length: number) {
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  let before = 0;
  return lines.flatMap((line, i) => {
    const edge = (share: number) => at + Math.round((length * share) / whole / FRAME) * FRAME;
    const [start, end] = [edge(before), edge(before + line.length)];
    before += line.length;
    const id = `p${page}s${i + 1}`;
    return end - start < 2 * FRAME ? [] : [{ id, start, end, payload: JSON.stringify({ s: id }) }];
  });
}
