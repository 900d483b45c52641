/**
 * What arrived is looked at before anybody sees it: it goes through the one door for files from outside, which decodes it and writes it
 * anew without what the camera or the phone put into it, or refuses it in words for its sender. Rules T6 and T7.
 */
import { rename } from "node:fs/promises";
import { extname } from "node:path";
import { takeFile, type What as Taken } from "../../platform/media/intake.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { describeMedia } from "../../platform/media/media.ts";
import { sortOf, type What } from "./bounds.ts";
import { noted, refusal } from "./file-notes.ts";

/** What is kept of a file, or why nothing is. */
type Looked =
  | { readonly kind: string; readonly kept: number; readonly note: string | null }
  | { readonly refused: string };

const TAKEN: Readonly<Record<ReturnType<typeof sortOf>, readonly Taken[]>> = {
  photo: ["picture"],
  voice: ["sound"],
  film: ["film"],
  sign: ["film"],
  proof: ["picture", "sound"],
};

/**
 * Look at the file at `path`, which stays as it is. @param to what is kept of it, written whole @param work a folder on the same disk
 * @throws MediaError `busy`, which is not the file's fault; the signal's reason
 */
export async function lookAt(
  path: string,
  what: What,
  {
    to,
    work,
    signal,
  }: { readonly to: string; readonly work: string; readonly signal?: AbortSignal },
): Promise<Looked> {
  try {
    await using taken = await takeFile(path, { what: TAKEN[sortOf(what)], work, signal });
    const { media, bytes } = await describeMedia(taken.path);
    await rename(taken.path, to);
    return {
      kind: extname(media).slice(1),
      kept: bytes,
      note: noted(taken.removed),
    };
  } catch (error) {
    if (error instanceof MediaError && error.code !== "busy") return { refused: refusal(error) };
    throw error;
  }
}
