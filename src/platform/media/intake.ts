/**
 * The one door for files from outside: what a stranger or the desk uploads is checked, bounded and made anew without
 * what it says about the one who made it. Nothing that came in is kept as it came, unless the owner wants originals.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { FIXED } from "../budget/limits.ts";
import { secondKind } from "./ends.ts";
import { DEMUXERS, ffmpeg, probe, readFrom } from "./ffmpeg.ts";
import { HEAD_BYTES, isPicture, mediaKind } from "./kind.ts";
import { MediaError } from "./media-error.ts";
import { MAX_MEDIA } from "./media.ts";
import { TAKING } from "./limits.ts";
import { cleanPicture } from "./pictures/pictures.ts";
import type { Removed } from "./pictures/job.ts";
import { openPlaces } from "./places.ts";
import { receive, tooLarge, type Receiving } from "./receiving.ts";
import { HOUR_OF_MP3, wrapping, type RawKind } from "./wrapping.ts";

export type What = "picture" | "sound" | "film" | "captions";

export interface Intake {
  /** What is wanted here; anything else is refused. */
  readonly what: readonly What[];
  /** A folder for the work, on the disk of the data. */
  readonly work: string;
  /** The longer side of a picture, in pixels; one that is larger is made smaller. */
  readonly side?: number | undefined;
  /** Where originals are kept, private, under their hash; they are not kept without it. */
  readonly originals?: string | undefined;
  /** The sender's leaving: what is being done for it ends, and what waits for it waits no more. */
  readonly signal?: AbortSignal | undefined;
}

export interface Taken extends AsyncDisposable {
  readonly what: What;
  /** The clean file; it is for `media.put`, and gone when this is disposed. */
  readonly path: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
  /** What it said about its maker and says no more, so that the sender can be told. */
  readonly removed: readonly Removed[];
}

const MOST: Readonly<Record<What, number>> = {
  picture: 40_000_000, // bytes; the largest photos of phones have 25 MB
  sound: 100_000_000, // an hour at 200 kbit/s
  film: MAX_MEDIA,
  captions: 1_000_000, // the words of ten hours
};

/** Whoever sends, files are looked at two at a time; what is still coming holds no place. */
const places = openPlaces(
  FIXED.file,
  () =>
    new MediaError(
      "busy",
      "More files are waiting than can be looked at. Please send it again in a minute.",
    ),
);

/**
 * @param from a file, which stays as it is, or bytes as they come
 * @throws MediaError with words for the person who sent it; the signal's reason
 */
export async function takeFile(
  from: string | AsyncIterable<Uint8Array>,
  intake: Intake,
): Promise<Taken> {
  const clean = join(intake.work, `out-${randomUUID()}`);
  try {
    const asItCame = intake.originals !== undefined;
    return await received(from, { ...intake, asItCame }, async (raw, kind, size) => {
      const taken = await places.hold(() => cleaned(raw, clean, kind, size, intake), intake.signal);
      intake.signal?.throwIfAborted();
      if (intake.originals !== undefined) await keep(raw, kind, intake.originals);
      const { size: bytes } = await stat(clean);
      const gone = () => rm(clean, { force: true });
      return { ...taken, path: clean, bytes, [Symbol.asyncDispose]: gone };
    });
  } catch (error) {
    await rm(clean, { force: true });
    throw error;
  }
}

/**
 * A picture that is looked at and not kept, as it came. @param look what is made of the file; then it is gone
 * @throws MediaError with words for the person who sent it; what `look` throws
 */
export const lookAtPicture = <T>(
  from: string | AsyncIterable<Uint8Array>,
  work: string,
  look: (raw: string) => Promise<T>,
): Promise<T> =>
  received(from, { what: ["picture"], work, asItCame: true }, async (raw, kind) => {
    await refuseTwoKinds(raw, kind); // and too many pieces
    if (kind !== "wav" && kind !== "mov" && isPicture(kind)) return look(raw);
    throw new MediaError("wrong-kind", `Expected a picture here, and this file is ${kind}.`);
  });

async function received<T>(
  from: string | AsyncIterable<Uint8Array>,
  { what, work: folder, asItCame }: Pick<Intake, "what" | "work"> & Pick<Receiving, "asItCame">,
  work: (raw: string, kind: RawKind, bytes: number) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const raw = typeof from === "string" ? from : join(folder, `in-${randomUUID()}`);
  const most = Math.max(...what.map((one) => MOST[one]));
  try {
    if (typeof from !== "string") await receive(from, raw, { most, asItCame });
    const { kind, bytes } = await kindOf(raw);
    if (bytes > most) throw tooLarge(most);
    return await work(raw, kind, bytes);
  } finally {
    if (raw !== from) await rm(raw, { force: true });
  }
}

const empty = (): MediaError =>
  new MediaError(
    "empty",
    "This file is empty (0 bytes): its picture or sound did not arrive. Please choose it again.",
  );

/** Of the outside: two more kinds than we serve, which phones and recorders make. */
async function kindOf(path: string): Promise<{ kind: RawKind; bytes: number }> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    const { size } = await file.stat();
    if (size === 0) throw empty();
    const mark = head.toString("latin1", 0, 12);
    const outside: RawKind | undefined =
      mark.startsWith("RIFF") && mark.endsWith("WAVE")
        ? "wav"
        : /^.{4}ftyp(qt |3gp)/s.test(mark)
          ? "mov"
          : undefined;
    const kind = outside ?? mediaKind(head.subarray(0, bytesRead));
    if (kind !== undefined && kind !== "csv") return { kind, bytes: size };
    throw new MediaError("unknown-kind", unknown(head.toString("latin1", 0, bytesRead)));
  } finally {
    await file.close();
  }
}

function unknown(head: string): string {
  const taken =
    "Photos are taken as JPEG, PNG, WebP or AVIF, films as MP4 or WebM, sound as MP3, Ogg, M4A or WAV.";
  if (/<svg|<!doctype|<html|<\?xml|<script/i.test(head))
    return `This file is a page or a drawing that can hold a program (SVG or HTML), and no photo. ${taken}`;
  if (head.startsWith("PK")) return `This file is an archive (ZIP), and no photo or film. ${taken}`;
  if (/ftyp(hei|mif|msf)/.test(head))
    return `This photo is kept as HEIC, which other phones cannot show. Set the camera to “most compatible” or send it as JPEG. ${taken}`;
  return `This file is none that can be shown here, whatever its name says. ${taken}`;
}

type Cleaned = Omit<Taken, "path" | "bytes" | typeof Symbol.asyncDispose>;

async function cleaned(
  raw: string,
  clean: string,
  kind: RawKind,
  bytes: number,
  { what: wanted, signal, side }: Intake,
): Promise<Cleaned> {
  const demand = (what: What): void => {
    if (!wanted.includes(what))
      throw new MediaError(
        "wrong-kind",
        `Expected ${wanted.join(" or ")} here, and this file is ${what === "captions" ? "" : "a "}${what}.`,
      );
    if (bytes > MOST[what]) throw tooLarge(MOST[what]);
  };
  if (kind === "vtt") {
    demand("captions");
    await copyFile(raw, clean);
    return { what: "captions", removed: [] };
  }
  await refuseTwoKinds(raw, kind);
  if (kind !== "wav" && kind !== "mov" && isPicture(kind)) {
    demand("picture");
    return { what: "picture", ...(await cleanPicture(raw, clean, kind, { side, signal })) };
  }
  return cleanRecording(raw, clean, kind, { demand, bytes, signal });
}

async function refuseTwoKinds(raw: string, kind: RawKind): Promise<void> {
  const second = await secondKind(raw, kind);
  if (second !== undefined)
    throw new MediaError(
      "two-kinds",
      `This file is two things at once: behind what it shows it is ${second}. Please send the photo, sound or film alone.`,
    );
}

interface Demanding {
  readonly demand: (what: What) => void;
  readonly bytes: number;
  readonly signal: AbortSignal | undefined;
}

/** Sound and film: the same coded picture and sound in a new wrapping, without places, dates and names of machines. */
async function cleanRecording(
  raw: string,
  clean: string,
  kind: RawKind,
  { demand, bytes, signal }: Demanding,
): Promise<Cleaned> {
  const demuxer = DEMUXERS[kind] ?? "mov";
  const { seconds, picture, sound } = await probe(raw, demuxer, signal).catch(broken);
  if (!picture && sound === undefined) return broken();
  const what = picture ? "film" : "sound";
  demand(what);
  if (seconds > TAKING.seconds) throw tooLong(seconds);
  const only = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"];
  const streams = picture ? ["-map", "0:V:0", "-map", "0:a:0?"] : ["-map", "0:a:0"];
  const { args, to, isCopy } = wrapping(kind, sound, what);
  const written = {
    file: `file:${clean}`,
    seconds: TAKING.seconds + 2,
    bytes: isCopy ? Math.min(MOST[what], Math.round(bytes * 1.25) + 1_000_000) : HOUR_OF_MP3,
  };
  const all = [...readFrom(raw, demuxer), ...streams, ...only, ...args];
  await ffmpeg(all, written, { ...TAKING, signal }).catch(broken);
  // What its beginning says was believed for as long as nothing was kept.
  const made = await probe(clean, to, signal).catch(broken);
  if (made.seconds > TAKING.seconds) throw tooLong(made.seconds);
  if (made.seconds === 0 || (picture ? !made.picture : made.sound === undefined)) return broken();
  return {
    what,
    seconds: Math.round(made.seconds),
    ...(picture && { width: picture.width, height: picture.height }),
    removed: ["recording"],
  };
}

const tooLong = (seconds: number): MediaError =>
  new MediaError(
    "too-long",
    `This recording lasts ${Math.round(seconds / 60)} minutes. At most ${TAKING.seconds / 60} can be taken; please cut it.`,
  );

function broken(error?: unknown): never {
  if (error instanceof MediaError && error.code !== "unreadable") throw error;
  if (error instanceof Error && error.name !== "MediaError") throw error;
  throw new MediaError(
    "unreadable",
    "This recording cannot be read: its beginning is damaged or it did not arrive whole. Please send it again, or record it anew.",
  );
}

/** Readable by the owner of the data alone; not in the store that is served. */
async function keep(raw: string, kind: RawKind, originals: string): Promise<void> {
  await mkdir(originals, { recursive: true, mode: 0o700 });
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(raw)) digest.update(chunk as Buffer);
  const to = join(originals, `${digest.digest("hex")}.${kind}`);
  await copyFile(raw, `${to}.new`);
  await rename(`${to}.new`, to);
}
