/**
 * Long texts in other languages, each a file beside its original: `pages/about.fr.md`. What such a file says, what stands of
 * it, and what of it is shown at an address.
 */
import * as v from "valibot";
import { language, line, markdown, oneOf, paragraph } from "../folder/fields.ts";
import type { LogRecord } from "../records/record.ts";
import { pathIn, type Frame } from "../web/frame.ts";

export const longTextForm = {
  title: line,
  summary: v.optional(paragraph),
  state: oneOf("machine", "person", "reviewed"),
  translator: v.optional(line),
};
export const LongTextBody = v.strictObject({ ...longTextForm, lang: language, markdown });

export interface LongText extends Readonly<Omit<v.InferOutput<typeof LongTextBody>, "lang">> {
  /** The original was worded anew after this translation. */
  readonly behind?: true;
}
export type LongTexts = Readonly<Record<string, LongText>>;

/** What is translated of a thing. */
interface Original {
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
  for (const record of records)
    if (record.kind === translated) {
      const said = v.safeParse(LongTextBody, record.body);
      if (!said.success) continue; // a newer instance's record
      const { lang, ...text } = said.output;
      texts = { ...texts, [lang]: text };
    } else {
      const said = v.safeParse(body, record.body);
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

/** How a long text stands at an address. */
export interface Told {
  /** The language in which it stands there, where it is a translation. */
  readonly lang?: string;
  /** A machine made the translation, and nobody has reviewed it. */
  readonly byMachine?: true;
  readonly behind?: true;
  /** All in which it is translated. */
  readonly translated: readonly string[];
}

/** The thing in that language where it is translated, else as it is. */
export function inLongText<T extends Original>(
  thing: T,
  texts: LongTexts,
  lang: string | undefined,
): { readonly thing: T; readonly told: Told } {
  const translated = Object.keys(texts);
  const text = lang === undefined ? undefined : texts[lang];
  if (lang === undefined || !text) return { thing, told: { translated } };
  const { title, summary = thing.summary, markdown: words, state, behind } = text;
  return {
    thing: { ...thing, title, summary, markdown: words },
    told: {
      translated,
      lang,
      ...(state === "machine" && { byMachine: true }),
      ...(behind && { behind }),
    },
  };
}

/** The other languages of a page of such a text, its own first; a page that is not translated says nothing of them. */
export function languagesOf(
  { frame }: { readonly frame: Frame },
  path: string,
  { translated }: Pick<Told, "translated">,
): { readonly languages?: readonly { readonly lang: string; readonly path: string }[] } {
  const others = frame.languages.filter((lang) => translated.includes(lang));
  if (others.length === 0) return {};
  const { language } = frame;
  const all = [language, ...others.filter((lang) => lang !== language)];
  return { languages: all.map((lang) => ({ lang, path: pathIn(frame, lang, path) })) };
}
