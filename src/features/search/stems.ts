/**
 * Words without their endings, so that `teachers` finds a teacher and `écoles` a school. Snowball's rules, and beside them
 * what those leave undone and readers meet at once: the article of Arabic, the plurals of Portuguese. Rule Q10 of README.md.
 */
import { fold } from "../../engines/tokens/fold.ts";
import { tokens } from "../../engines/tokens/tokens.ts";
import { whenUsed } from "../../platform/process/when-used.ts";

/** Each has some thousand endings, which only who reads in that language needs. */
function snowball(language: string): (word: string) => string {
  const loaded = whenUsed(
    (from) => from(`@orama/stemmers/${language}`) as { readonly stemmer: (word: string) => string },
  );
  return (word) => loaded().stemmer(word);
}
const portuguese = snowball("portuguese");
const arabic = snowball("arabic");

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  en: snowball("english"),
  fr: snowball("french"),
  es: snowball("spanish"),
  pt: (word) => portuguese(singular(word)),
  ar: (word) => arabic(withoutArticle(word)),
  hi: snowball("indian"),
};
const LATIN = ["en", "fr", "es", "pt"] as const;

const LONGEST = 40; // characters; what is longer is no word
const SHORTEST = 3; // letters; with fewer left, words that have nothing in common become one
const KNOWN = 20_000; // words of each language that are remembered, about 2 MB; a text says the same few again and again

const known = new Map(Object.keys(STEMMERS).map((lang) => [lang, new Map<string, string>()]));

/** The words of a text, and what each is without its ending: by these it is found. */
export function wordsOf(text: string, lang: string): Set<string> {
  const words = new Set<string>();
  for (const { word, from, to } of tokens(text)) {
    words.add(word);
    const stem = stemOf(text.slice(from, to), lang);
    if (stem !== undefined) words.add(stem);
  }
  return words;
}

/** The stem of a word as it stands in a text of that language, folded; `undefined` where there is none beside the word. */
export function stemOf(word: string, lang: string): string | undefined {
  const [language = ""] = lang.split("-");
  const stemmer = STEMMERS[language];
  if (!stemmer || word.length > LONGEST) return undefined;
  const before = known.get(language)!;
  let stem = before.get(word);
  if (stem === undefined) {
    stem = stemmed(word, stemmer);
    if (before.size === KNOWN) before.clear();
    before.set(word, stem);
  }
  return stem === "" ? undefined : stem;
}

/** The stems that a word of a question may have: it does not say which language it is in. */
export function stemsOf(word: string): string[] {
  const found = new Set<string>();
  for (const lang of languagesOf(word))
    for (const written of [word, fold(word)]) {
      const stem = stemOf(written, lang);
      if (stem !== undefined) found.add(stem);
    }
  return [...found];
}

function stemmed(word: string, stemmer: (word: string) => string): string {
  const small = word.toLowerCase().normalize("NFC");
  if (!/^[\p{L}\p{M}]+$/u.test(small)) return "";
  const stem = fold(stemmer(small)).replace(/[^\p{L}\p{M}]/gu, "");
  return stem.length < SHORTEST || stem === fold(small) ? "" : stem;
}

function languagesOf(word: string): readonly string[] {
  if (/^[\p{sc=Latn}\p{M}]/u.test(word)) return LATIN;
  if (/^\p{sc=Arab}/u.test(word)) return ["ar"];
  return /^\p{sc=Deva}/u.test(word) ? ["hi"] : [];
}

/** `conexões`, also without its accent, is of one `conexão`; `aldeias` is left to Snowball. */
const singular = (word: string): string =>
  word
    .replace(/[oõaã]es$/, "ão")
    .replace(/([ae])is$/, "$1l")
    .replace(/ns$/, "m");

/** `والمعلم` is a `معلم`; whoever types quickly ends a word in `ه` that is written with `ة`. */
const withoutArticle = (word: string): string =>
  word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/u, "").replace(/ه$/, "ة");
