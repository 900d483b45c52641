/**
 * The folds of everything that is said whole each time: the last statement stands, a withdrawal ends it, an edit brings it back;
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
export function foldLongTexts(
  records: readonly LogRecord[],
  {
    translated,
    body,
  }: { readonly translated: string; readonly body: v.GenericSchema<unknown, Original> },
): LongTexts {
  let texts: Record<string, LongText> = {};
  let last: Original | undefined;
  let isErased = false; // what was said last of the original: what translates it is gone with it
  for (const record of records)
    if (record.kind === translated) {
      const said = v.safeParse(LongTextBody, record.body);
      if (isErased || !said.success) continue; // or a newer instance's record
      const { lang, ...text } = said.output;
      texts = { ...texts, [lang]: text };
    } else {
      const said = v.safeParse(body, record.body);
      isErased = record.body === null || (isErased && !said.success);
      if (!said.success) continue;
      if (last && isWordedAnew(last, said.output))
        texts = Object.fromEntries(
          Object.entries(texts).map(([lang, one]) => [lang, { ...one, behind: true }]),
        );
      last = said.output;
    }
  return texts;
}

const isWordedAnew = (a: Original, b: Original): boolean =>
  a.title !== b.title || a.summary !== b.summary || a.markdown !== b.markdown;
