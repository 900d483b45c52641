/** Media files by their names, read and nothing else: what the log's thread needs of them. */
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { MediaError } from "./media-error.ts";

const NAME = /^[0-9a-f]{64}\.(avif|webp|jpg|png|mp4|webm|mp3|ogg|vtt|csv)$/;

export const isMediaName = (name: string): boolean => NAME.test(name);

/** Where the file lies. @throws MediaError when the name is none of ours */
export function pathOfMedia(dir: string, media: string): string {
  if (!NAME.test(media))
    throw new MediaError("bad-name", `Expected <sha256>.<kind>, got ${media.slice(0, 80)}.`);
  return join(dir, media);
}

/** Its bytes as they come; undefined where the file is not here. */
export async function readMedia(
  dir: string,
  media: string,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  return (await openPlain(pathOfMedia(dir, media)))?.file.createReadStream();
}

const GONE = new Set(["ENOENT", "ELOOP"]); // ELOOP: a link stands in its place

/** A plain file, opened; a link is not followed. */
export async function openPlain(
  path: string,
): Promise<{ file: FileHandle; size: number } | undefined> {
  // A pipe, which would wait for whoever writes into it, is opened at once and found to be none of ours.
  const how = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, how).catch((error: NodeJS.ErrnoException) => {
    if (!GONE.has(error.code ?? "")) throw error;
    return undefined;
  });
  const found = await file?.stat();
  if (file && found?.isFile()) return { file, size: found.size };
  await file?.close();
  return undefined;
}
