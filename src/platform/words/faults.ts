/** What makes a translation unfit to be shown: another placeholder than in English, a form too few. */
import { formsOf, namesIn } from "./sentence.ts";

export interface Translated {
  /** The English that it is a translation of. */
  readonly text: string;
  readonly several?: string | undefined;
  /** One, or one for each form of plural that the language has. */
  readonly texts: readonly string[];
}

/** What is wrong with it, for whoever mends it; nothing where it is fit to be shown. */
export function faultOf({ text, several, texts }: Translated, lang: string): string | undefined {
  const forms = several === undefined ? 1 : formsOf(lang).length;
  if (texts.length !== forms || texts.some((one) => one === ""))
    return `expected ${forms === 1 ? "a text" : `${forms} forms (${formsOf(lang).join(", ")})`}, got ${texts.filter(Boolean).length}`;
  const expected = namesIn(several === undefined ? text : `${text} ${several}`);
  for (const one of texts) {
    const names = namesIn(one);
    for (const name of names)
      if (!expected.has(name)) return `expected ${listed(expected)}, got {${name}}`;
    for (const name of expected)
      if (!names.has(name) && !(name === "n" && several !== undefined))
        return `expected {${name}} in “${one}”`;
    if (links(one) !== links(text))
      return `expected ${links(text)} links in brackets, got ${links(one)} in “${one}”`;
  }
  return undefined;
}

const listed = (names: ReadonlySet<string>): string =>
  names.size === 0 ? "no placeholder" : [...names].map((name) => `{${name}}`).join(", ");
const links = (text: string): number => text.split("[").length - 1;
