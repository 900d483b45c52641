/** A film or sound of ours, as a story and the campaign itself say it: the file, its words, the rungs that came along. */
import { stat } from "node:fs/promises";
import * as v from "valibot";
import { count, language, line, listOf } from "./fields.ts";

/** Most bytes of a film's still: it comes with the page, when a reader is near. */
export const POSTER_BYTES = 6000;

/** A day: longer than any film of ours, and short enough to be read as hours and minutes. */
const MAX_SECONDS = 86_400;

/** Lighter files of one: with a height they are films, without one they are the sound alone. */
const rungsOver = <Media extends v.GenericSchema>(media: Media) =>
  v.optional(listOf(v.strictObject({ file: media, height: v.optional(count) }), 8));

/** `captions` and `descriptions` (WebVTT) are in the language of the story; `texts` holds them in others. */
export const filmOver = <Media extends v.GenericSchema>(media: Media) =>
  v.strictObject({
    file: media,
    title: line,
    height: v.optional(count),
    /** How long it is, and a still of it; where they are not said, what the ladder found. */
    seconds: v.optional(v.pipe(count, v.maxValue(MAX_SECONDS, `at most ${MAX_SECONDS} seconds`))),
    poster: v.optional(media),
    captions: v.optional(media),
    descriptions: v.optional(media),
    texts: v.optional(
      listOf(
        v.strictObject({
          language,
          captions: v.optional(media),
          descriptions: v.optional(media),
        }),
        40,
      ),
    ),
    /** The same with a voice that says what is seen. */
    described: v.optional(v.strictObject({ file: media, note: v.optional(line) })),
    rungs: rungsOver(media),
    credit: v.optional(line),
  });

/** A film of somebody who signs the story. */
export const signOver = <Media extends v.GenericSchema>(media: Media) =>
  v.strictObject({ file: media, language, rungs: rungsOver(media), credit: v.optional(line) });

/** Where a part finds the files of a film at `at`. */
export const filmMedia = (at: string): readonly string[] =>
  [
    "file",
    "poster",
    "captions",
    "descriptions",
    "texts[].captions",
    "texts[].descriptions",
    "described.file",
    "rungs[].file",
  ].map((field) => `${at}.${field}`);
export const signMedia = (at: string): readonly string[] => [`${at}.file`, `${at}.rungs[].file`];

/** Whether the still of a film is a picture, and light enough to come with a page. */
export async function checkPoster(
  film: object | undefined,
  pathOf: (file: string) => string,
  problem: (field: string, message: string) => void,
): Promise<void> {
  const { poster } = (film ?? {}) as { readonly poster?: unknown };
  if (typeof poster !== "string") return;
  const { size } = await stat(pathOf(poster)); // that a file is what its name says is looked at for every file
  if (size > POSTER_BYTES)
    problem("film.poster", `expected at most ${POSTER_BYTES} bytes, found ${size}`);
  else if (!/\.(?:avif|webp|png|jpe?g)$/i.test(poster))
    problem("film.poster", `expected a picture (AVIF, WebP, JPEG or PNG), found ${poster}`);
}
