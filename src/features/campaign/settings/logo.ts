/** A logo from a form: one small picture, through the one door for files from outside, made small. Rule C18. */
import type { IncomingMessage } from "node:http";
import type { StoredMedia } from "../../../platform/folder/fields.ts";
import { takeFile } from "../../../platform/media/intake.ts";
import { MediaError } from "../../../platform/media/media-error.ts";
import type { Media } from "../../../platform/media/media.ts";
import { printPicture } from "../../../platform/media/pictures/pictures.ts";
import { leaving } from "../../../platform/web/leaving.ts";
import { smallFile } from "../../../platform/web/small-file.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { MAX_LOGO } from "../folder.ts";
import type { SettingsWords } from "./words.ts";

const MAX_FILE = 5_000_000; // bytes; a large drawing, or a photo of one
const TALL = 88; // pixels: twice what the masthead shows, for fine screens
const WIDE = 640;

/** @param store.work a folder on the disk of the data @returns the logo as a record names it, or why there is none */
export async function takeLogo(
  req: IncomingMessage,
  store: { readonly media: Media; readonly work: string },
  { logo: w }: SettingsWords,
): Promise<StoredMedia | { readonly problem: string }> {
  const file = await smallFile(req, "logo", MAX_FILE);
  if (file === "large") {
    const bytes = Number(req.headers["content-length"] ?? MAX_FILE);
    return { problem: w.large(formatBytes(bytes)) };
  }
  if (file === undefined) return { problem: w.unread };
  if (file.size === 0) return { problem: w.missing };
  try {
    using left = leaving(req);
    const { work } = store;
    await using taken = await takeFile(file.stream(), {
      what: ["picture"],
      work,
      signal: left.signal,
    });
    const { media, bytes, width, height } = await store.media.put(await madeSmall(taken.path));
    const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
    return { media, name: "media/logo.webp", ...size, bytes };
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    if (error.code === "too-large") return { problem: w.points };
    return { problem: error.code === "unreadable" ? w.damaged : w.kind };
  }
}

/** What is too heavy for its size, as a photo of gravel, is made half as large. */
async function madeSmall(path: string, scale = 1): Promise<Uint8Array> {
  const size = { width: WIDE * scale, height: TALL * scale };
  const { bytes } = await printPicture(path, { ...size, format: "webp", qualities: [82] });
  return bytes.length <= MAX_LOGO ? bytes : madeSmall(path, scale / 2);
}
