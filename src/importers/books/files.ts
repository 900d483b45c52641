/** Pictures and films of a book, made anew by the door for files from outside: told by their bytes, without what a camera wrote. */
import { open } from "node:fs/promises";
import { takeFile, type Taken, type What } from "../../platform/media/intake.ts";
import { HEAD_BYTES, mediaKind, type MediaKind } from "../../platform/media/kind.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { fileWithin } from "./sources.ts";

const SIDE = 1600; // px; wider than any page shows it

interface Made {
  readonly path: string;
  readonly kind: MediaKind;
}
export interface Files extends AsyncDisposable {
  picture(path: string): Promise<Made | { readonly why: string }>;
  film(path: string): Promise<Made | { readonly why: string }>;
}

/** @param within the folder in which a file may lie @param work what is made lies here, until it is disposed */
export async function openFiles({
  within,
  work,
}: {
  readonly within: string;
  readonly work: string;
}): Promise<Files> {
  const taken: Taken[] = [];
  async function take(path: string, what: What): Promise<Made | { readonly why: string }> {
    const from = await fileWithin(path, within);
    if (from === undefined) return { why: "it is not in the book" };
    try {
      const made = await takeFile(from, { what: [what], work, side: SIDE });
      taken.push(made);
      return { path: made.path, kind: await kindOf(made.path) };
    } catch (error) {
      if (error instanceof MediaError) return { why: error.message };
      throw error;
    }
  }
  return {
    picture: (path) => take(path, "picture"),
    film: (path) => take(path, "film"),
    async [Symbol.asyncDispose]() {
      for (const one of taken) await one[Symbol.asyncDispose]();
    },
  };
}

async function kindOf(path: string): Promise<MediaKind> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(HEAD_BYTES) });
  return mediaKind(buffer.subarray(0, bytesRead))!;
}
