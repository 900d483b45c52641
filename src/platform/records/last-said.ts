/**
 * The folds of everything that is said whole: the last statement stands, or the first of what is never edited, a withdrawal ends it, an edit brings it back;
 * and of a long text in other languages, the last translation into each.
 */
import * as v from "valibot";
import { language, line, markdown, oneOf, paragraph } from "../folder/fields.ts";
import type { LogRecord } from "./record.ts";

/**
 * @param records of one subject, in reading order
 * @returns undefined when it is withdrawn or was never said; a body that does not fit (a newer instance's, an erased
 *   one) changes nothing
 */
export function lastSaid<S extends v.GenericSchema>(
  records: readonly LogRecord[],
  schema: S,
  withdrawn: string,
): v.InferOutput<S> | undefined {
  for (const { kind, body } of records.toReversed()) {
    if (kind === withdrawn) return undefined;
    const said = v.safeParse(schema, body);
    if (said.success) return said.output;
  }
  return undefined;
}

/** Of what is said once and never edited: the first that fits stands, and a withdrawal ends it for good. The rest as for `lastSaid`. */
export function firstSaid<S extends v.GenericSchema>(
  records: readonly LogRecord[],
  schema: S,
  withdrawn?: string,
): v.InferOutput<S> | undefined {
  if (records.some(({ kind }) => kind === withdrawn)) return undefined;
  for (const { body } of records) {
    const said = v.safeParse(schema, body);
    if (said.success) return said.output;
  }
  return undefined;
}

/** A long text in another language, in a file beside its original: `pages/about.fr.md`. */
export const longTextForm = {
  title: line,
  summary: v.optional(paragraph),
  state: oneOf("machine", "person", "reviewed"),
  translator: v.optional(line),
};
export const LongTextBody = v.strictObject({ ...longTextForm, lang: language, markdown });

interface LongText extends Readonly<Omit<v.InferOutput<typeof LongTextBody>, "lang">> {
  /** The original was worded anew after this translation. */
  readonly behind?: true;
}
export type LongTexts = Readonly<Record<string, LongText>>;

/** What is translated of a thing. */
export interface Original {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly markdown: string;
}

/**
 * The last translation of a thing into each language.
 * @param records of one subject, in reading order
 */
export const foldLongTexts = (
  records: readonly LogRecord[],
  of: { readonly translated: string; readonly body: v.GenericSchema<unknown, Original> },
): LongTexts =>
  foldTexts(records, {
    ...of,
    text: LongTextBody,
    wordsOf: ({ title, summary, markdown: words }) => [title, summary, words],
  });

/**
 * The same of any form of translation, which has the language in `lang`.
 * @param of.wordsOf what of an original is translated: where it changes, what was translated before is `behind`
 * @param of.fits whether a translation still is one of what stands
 */
export function foldTexts<O, T extends { readonly lang: string }>(
  records: readonly LogRecord[],
  of: {
    readonly translated: string;
    readonly body: v.GenericSchema<unknown, O>;
    readonly text: v.GenericSchema<unknown, T>;
    readonly wordsOf: (original: O) => unknown;
    readonly fits?: (text: T, original: O) => boolean;
  },
): Readonly<Record<string, Omit<T, "lang"> & { readonly behind?: true }>> {
  const texts = new Map<string, { readonly text: T; readonly isBehind: boolean }>();
  let last: O | undefined;
  let isErased = false; // what was said last of the original: what translates it is gone with it
  for (const record of records)
    if (record.kind === of.translated) {
      const said = v.safeParse(of.text, record.body);
      if (!isErased && said.success)
        texts.set(said.output.lang, { text: said.output, isBehind: false }); // or a newer instance's record
    } else {
      const said = v.safeParse(of.body, record.body);
      isErased = record.body === null || (isErased && !said.success);
      if (!said.success) continue;
      const words = (original: O) => JSON.stringify(of.wordsOf(original));
      if (last !== undefined && words(last) !== words(said.output))
        for (const [lang, { text }] of texts) texts.set(lang, { text, isBehind: true });
      last = said.output;
    }
  return Object.fromEntries(
    [...texts]
      .filter(([, { text }]) => last === undefined || of.fits?.(text, last) !== false)
      .map(([, { text, isBehind }]) => {
        const { lang, ...words } = text;
        return [lang, { ...words, ...(isBehind && { behind: true }) }];
      }),
  );
}
