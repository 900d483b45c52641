/** The languages of books: those that are written, and those that are signed, by name. */
import { localeOf } from "../../platform/web/words.ts";
import { SIGN_LANGUAGES, signLanguageName } from "./sign-languages.ts";

type Named = readonly (readonly [tag: string, name: string])[];

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));

const kept = new Map<string, Named>();

/** Every written language that has a name, in the language of the page and in its order. */
export function writtenLanguages(lang: string): Named {
  const known = kept.get(lang);
  if (known) return known;
  const names = new Intl.DisplayNames(localeOf(lang), { type: "language", fallback: "none" });
  const all = CODES.flatMap((tag) => {
    const name = names.of(tag);
    return name === undefined ? [] : [[tag, name] as const];
  });
  const sorted = all.toSorted(byName(lang));
  kept.set(lang, sorted);
  return sorted;
}

/** Sign languages by name, in the language of the page. */
export const signLanguages = (lang: string): Named =>
  ["ase", ...SIGN_LANGUAGES]
    .map((tag) => [tag, signLanguageName(tag, lang)] as const)
    .toSorted(byName(lang));

/** Of two who sign one book in one language, the second has a part of its own in the tag: `xki-x-2`. */
export function signedIn(tag: string, lang: string): string {
  const [own = tag, n] = tag.split("-x-");
  const name = signLanguageName(own, lang);
  return n === undefined ? name : `${name} (${n})`;
}

const byName = (lang: string) => {
  const { compare } = new Intl.Collator(localeOf(lang));
  return (a: readonly [string, string], b: readonly [string, string]) => compare(a[1], b[1]);
};
