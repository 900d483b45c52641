/** A film or sound of ours, as a story and the campaign itself say it: the file, its words, the rungs that came along. */
import * as v from "valibot";
import { count, language, line, listOf } from "./fields.ts";

/** Lighter files of one: with a height they are films, without one they are the sound alone. */
const rungsOver = <Media extends v.GenericSchema>(media: Media) =>
  v.optional(listOf(v.strictObject({ file: media, height: v.optional(count) }), 8));

/** `captions` and `descriptions` (WebVTT) are in the language of the story; `texts` holds them in others. */
export const filmOver = <Media extends v.GenericSchema>(media: Media) =>
  v.strictObject({
    file: media,
    title: line,
    height: v.optional(count),
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
    "captions",
    "descriptions",
    "texts[].captions",
    "texts[].descriptions",
    "described.file",
    "rungs[].file",
  ].map((field) => `${at}.${field}`);
export const signMedia = (at: string): readonly string[] => [`${at}.file`, `${at}.rungs[].file`];
