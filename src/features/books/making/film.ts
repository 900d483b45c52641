/** The film of a signing as it comes in: a film and nothing else, without sound unless its signer agreed to be heard. Rule PB44. */
import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { ffmpeg, probe, readFrom } from "../../../platform/media/ffmpeg.ts";
import { HEAD_BYTES, mediaKind, type MediaKind } from "../../../platform/media/kind.ts";
import { TAKING } from "../../../platform/media/limits.ts";
import type { Media, MediaFile } from "../../../platform/media/media.ts";

export interface SignedFilm extends MediaFile {
  /** Milliseconds. */
  readonly length: number;
  /** Frames in 1,000 seconds. */
  readonly rate: number;
}

/**
 * @param path a film that was looked at; it stays as it is
 * @param work a folder for the work, on the disk of the data
 * @throws MediaError where it cannot be read
 */
export async function keepFilm(
  media: Pick<Media, "put">,
  path: string,
  { isHeard, work }: { readonly isHeard: boolean; readonly work: string },
): Promise<SignedFilm> {
  const { kind, demuxer, sound, coding: _, ...more } = await measured(path);
  if (isHeard || sound === undefined) return { ...(await media.put(path)), ...more };
  const silent = join(work, `silent-${randomUUID()}`);
  try {
    const copied = ["-map", "0:V:0", "-an", "-c", "copy", "-map_metadata", "-1"];
    const form = kind === "webm" ? ["-f", "webm"] : ["-movflags", "+faststart", "-f", "mp4"];
    await ffmpeg(
      [...readFrom(path, demuxer), ...copied, "-fflags", "+bitexact", ...form],
      { file: `file:${silent}`, seconds: TAKING.seconds + 2, bytes: 1_000_000_000 },
      TAKING,
    );
    return { ...(await media.put(silent)), ...more };
  } finally {
    await rm(silent, { force: true });
  }
}

/** How long a film is, and how many frames it has. */
export async function measured(path: string) {
  const kind = await kindOf(path);
  const demuxer = kind === "webm" ? "matroska" : "mov";
  const { seconds, picture, sound, coding } = await probe(path, demuxer);
  const length = Math.round(seconds * 1000);
  return { kind, demuxer, sound, coding, length, rate: Math.round((picture?.rate ?? 25) * 1000) };
}

async function kindOf(path: string): Promise<MediaKind | undefined> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return mediaKind(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
