/**
 * Media files, named by what they hold: `<sha256>.<kind>`. A file is complete and durable before its name
 * exists, so whoever finds a name may trust it, and the record that names it is appended afterwards.
 */
import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { openTurn } from "../db/in-turn.ts";
import { HEAD_BYTES, isPicture, mediaKind } from "./kind.ts";
import { MediaError } from "./media-error.ts";
import { seePicture } from "./pictures/pictures.ts";
import { isMediaName, openPlain, pathOfMedia, readMedia } from "./reading.ts";
import { machineNow } from "../process/steady-clock.ts";

const TEMPORARY = ".new-";
export const MAX_MEDIA = 500_000_000; // bytes; a film of an hour at 1 Mbit/s

/** What a record says of a file, but for the name that people know it by. */
export interface MediaFile {
  readonly media: string;
  readonly bytes: number;
  /** Of pictures, as they are shown: turned where their metadata says so. */
  readonly width?: number;
  readonly height?: number;
}

export interface Media {
  /** Keep a file, given as bytes or as a path. The same bytes are kept once. @throws MediaError */
  put(from: Uint8Array | string): Promise<MediaFile>;
  /** Where the file lies. @throws MediaError when the name is none of ours */
  path(media: string): string;
  /**
   * Opened for reading, by whoever closes it; undefined where no plain file of this name is here. A link is not
   * followed, wherever it came from: nothing outside the folder is ever sent as one of its files.
   */
  open(media: string): Promise<{ readonly file: FileHandle; readonly size: number } | undefined>;
  /** Its bytes as they come; undefined where the file is not here. */
  read(media: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  has(media: string): Promise<boolean>;
  /** Is it there, and do its bytes hash to its name? */
  holds(media: string): Promise<boolean>;
  /** No error when it is gone already. */
  remove(media: string): Promise<void>;
  /**
   * What is made of a file is noted, and a file and what was made of it are let go, one after the other: nothing is noted of
   * what has just gone, and nothing that was just noted stays.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Delete files that nobody names and that are older; returns how many. */
  sweep(isNamed: (media: string) => boolean, olderThanMs: number): Promise<number>;
}

export function openMedia(dir: string): Media {
  const path = (media: string): string => pathOfMedia(dir, media);
  return {
    path,

    async put(from) {
      await mkdir(dir, { recursive: true });
      const temporary = join(dir, `${TEMPORARY}${randomUUID()}`);
      try {
        await copy(from, temporary);
        const file = await describeMedia(temporary); // what was written is what is named
        // Also when the name exists: the new date keeps the sweep away until a record names the file.
        await rename(temporary, path(file.media));
        await syncFolder(dir);
        return file;
      } finally {
        await rm(temporary, { force: true });
      }
    },

    open: (media) => openPlain(path(media)),

    read: (media) => readMedia(dir, media),

    has: (media) =>
      lstat(path(media)).then(
        (found) => found.isFile(),
        () => false,
      ),

    async holds(media) {
      try {
        const bytes = (await openPlain(path(media)))?.file.createReadStream();
        return bytes !== undefined && media.startsWith((await hashOf(bytes)).hash);
      } catch {
        return false;
      }
    },

    remove: (media) => rm(path(media), { force: true }),

    alone: openTurn(),

    async sweep(isNamed, olderThanMs) {
      let removed = 0;
      for (const name of await readdir(dir).catch(() => [])) {
        const isOurs = isMediaName(name);
        if ((!isOurs && !name.startsWith(TEMPORARY)) || (isOurs && isNamed(name))) continue;
        const found = await stat(join(dir, name)).catch(() => undefined);
        if (!found || machineNow() - found.mtimeMs <= olderThanMs) continue;
        await rm(join(dir, name), { force: true });
        removed++;
      }
      return removed;
    },
  };
}

/** What a record would say of the file at `path`, without keeping it. @throws MediaError */
export async function describeMedia(path: string): Promise<MediaFile> {
  const { hash, bytes, head } = await hashOf(createReadStream(path));
  const kind = mediaKind(head);
  if (!kind)
    throw new MediaError(
      "unknown-kind",
      "Expected AVIF, WebP, JPEG, PNG, MP4, WebM, MP3, Ogg, WebVTT or CSV, got another kind of file.",
    );
  return { media: `${hash}.${kind}`, bytes, ...(isPicture(kind) && (await sizeOf(path))) };
}

async function hashOf(
  chunks: AsyncIterable<Buffer>,
): Promise<{ hash: string; bytes: number; head: Uint8Array }> {
  const digest = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    digest.update(chunk);
    bytes += chunk.length;
    if (bytes > MAX_MEDIA)
      throw new MediaError("too-large", `Expected at most ${MAX_MEDIA} bytes, got more.`);
  }
  return { hash: digest.digest("hex"), bytes, head };
}

async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { width, height } = await seePicture(path);
  return { width, height };
}

async function copy(from: Uint8Array | string, to: string): Promise<void> {
  // A link that someone put in the file's place after it was listed is not followed.
  const source =
    typeof from === "string"
      ? await open(from, constants.O_RDONLY | constants.O_NOFOLLOW)
      : undefined;
  const file = await open(to, "wx");
  try {
    await file.writeFile(
      source ? source.createReadStream({ autoClose: false }) : (from as Uint8Array),
    );
    await file.sync();
  } finally {
    await file.close();
    await source?.close();
  }
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
