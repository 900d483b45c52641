/**
 * What arrived is looked at before anybody sees it: told from its first bytes, decoded, and written anew without what the camera or the
 * phone put into it. What cannot be decoded is refused in words for its sender. Rules T6 and T7.
 */
import { execFile } from "node:child_process";
import { open, rename, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { HEAD_BYTES, isPicture, mediaKind, type MediaKind } from "../../platform/media/kind.ts";
import { MAX_PIXELS, type What } from "./bounds.ts";
import { en } from "./words/en.ts";

/** What is kept of a file, or why nothing is. */
export type Looked =
  | { readonly kind: MediaKind; readonly kept: number; readonly note: string | null }
  | { readonly refused: string };

const CLIPS: readonly MediaKind[] = ["mp4", "webm", "mp3", "ogg"];
const PICTURES: readonly MediaKind[] = ["jpg", "png", "webp", "avif"];
const TAKEN: Readonly<Record<What, readonly MediaKind[]>> = {
  photo: PICTURES,
  voice: CLIPS,
  film: ["mp4", "webm"],
  sign: ["mp4", "webm"],
  proof: [...PICTURES, ...CLIPS],
};

/** Look at the file at `path`, which afterwards holds what is kept of it. */
export async function lookAt(path: string, what: What): Promise<Looked> {
  const head = await headOf(path);
  if (head.length === 0) return { refused: en.refused.empty };
  const kind = mediaKind(head);
  if (!kind || !TAKEN[what].includes(kind)) return { refused: en.refused.kind(en.kinds[what]) };
  const clean = `${path}.clean`;
  try {
    const refused = await (isPicture(kind) ? cleanPicture : cleanClip)(path, clean, kind);
    if (refused !== undefined) return { refused };
    await rename(clean, path);
    return { kind, kept: (await stat(path)).size, note: en.stripped };
  } finally {
    await rm(clean, { force: true });
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const LONGEST = 2560; // pixels; what a wide screen shows
const QUALITY = 85;

/** Only the points go on; whatever else the file held (a place, a second file behind the picture) stays behind. */
async function cleanPicture(
  from: string,
  to: string,
  kind: MediaKind,
): Promise<string | undefined> {
  const { default: sharp } = await import("sharp");
  try {
    const picture = sharp(from, { limitInputPixels: MAX_PIXELS, failOn: "truncated" })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true });
    const quality = QUALITY;
    if (kind === "png") await picture.png().toFile(to);
    else if (kind === "webp") await picture.webp({ quality }).toFile(to);
    else if (kind === "avif") await picture.avif({ quality: 60 }).toFile(to);
    else await picture.jpeg({ quality, mozjpeg: true }).toFile(to);
    return undefined;
  } catch (error) {
    return /pixel limit/.test((error as Error).message) ? en.refused.pixels : en.refused.broken;
  }
}

const run = promisify(execFile);
const DEMUXERS: Readonly<Record<string, string>> = {
  mp4: "mov",
  webm: "matroska",
  ogg: "ogg",
  mp3: "mp3",
};
const LONG = 120_000; // ms that copying a film of the largest size may take

/** Sound and pictures are copied as they are into a new file; titles, places and devices stay behind. */
async function cleanClip(from: string, to: string, kind: MediaKind): Promise<string | undefined> {
  const asked = ["-v", "error", "-nostdin", "-protocol_whitelist", "file", "-f", DEMUXERS[kind]!];
  const copied = ["-map", "0:v?", "-map", "0:a?", "-c", "copy", "-map_metadata", "-1"];
  const plain = ["-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"];
  const made = [...copied, ...plain, "-f", kind, "-y", to];
  try {
    await run("ffmpeg", [...asked, "-i", from, ...made], { timeout: LONG, maxBuffer: 100_000 });
    return (await stat(to)).size > 0 ? undefined : en.refused.broken;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new Error("Expected the program ffmpeg to look at recordings with, found none.", {
        cause: error,
      });
    return en.refused.broken;
  }
}
