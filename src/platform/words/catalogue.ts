/**
 * The interface's words. English stands beside its feature, and its shape is everybody's; every other language is one file,
 * `translations/<language>.po`, read when somebody first asks for it. Decision 34 says why.
 */
import { faultOf, type Translated } from "./faults.ts";
import { inEnglish } from "./fallback.ts";
import { messageOf, type Message, type Value } from "./message.ts";
import { sentence } from "./sentence.ts";
import { translationsOf, type Translations } from "./translations.ts";

/** A language for trials: English in letters that are not English, so that words outside a catalogue stand out. Accented English, by the tag that Unicode’s locale data gives it. */
export const PSEUDO = "en-XA";

const FULLWIDTH = 0xfee0; // from ASCII letters to their wide twins

/** The languages in which the interface is written: English, and each with a file of translations. */
export const LANGUAGES = ["en", "fr", "es", "pt", "ar", "sw", "hi", "zh"] as const;
type Language = (typeof LANGUAGES)[number];
export const isLanguage = (tag: string): tag is Language =>
  (LANGUAGES as readonly string[]).includes(tag);

export interface Words {
  /** The language that these words are in, for the `lang` of what holds them. */
  readonly lang: string;
}

export interface Catalogue<W extends Words> {
  /** Words by language: `pt-BR` finds `pt`, and a language that we have not is English and says so in its `lang`. */
  (lang: string): W;
  /** Its name, with which the context of each of its messages begins: `stories.gap.title` is of `stories`. */
  readonly of: string;
}

/** @param name unlike every other catalogue's @param english texts, and what `say` and `counted` make, in any nesting */
export function catalogue<W extends Words>(name: string, english: W): Catalogue<W> {
  const known = new Map<string, W>([["en", english]]);
  const read = (lang: string): W => {
    if (lang === PSEUDO) return { ...pseudo(english), lang: PSEUDO };
    return inLanguage(name, english, lang, translationsOf(lang));
  };
  const words = (lang: string): W => {
    const own = lang === PSEUDO ? PSEUDO : lang.split("-")[0]!;
    if (own !== PSEUDO && !isLanguage(own)) return english; // a form may say anything
    let found = known.get(own);
    if (!found) known.set(own, (found = read(own)));
    return found;
  };
  return Object.assign(words, { of: name });
}

/** The same shape in another language; each message that is missing, stale or wrong there is English and marked as such. */
export const inLanguage = <W extends Words>(
  name: string,
  english: W,
  lang: string,
  translations: Translations,
): W => ({ ...translated(name, english, lang, translations), lang });

function translated<T>(key: string, english: T, lang: string, translations: Translations): T {
  const message = messageOf(english);
  if (message) return leaf(english, message, lang, translations.messages.get(key)) as T;
  const inside = (name: string, one: unknown) =>
    translated(`${key}.${name}`, one, lang, translations);
  if (Array.isArray(english)) return english.map((one, i) => inside(String(i), one)) as T;
  if (typeof english !== "object" || english === null) return english;
  return Object.fromEntries(
    Object.entries(english).map(([name, one]) => [name, inside(name, one)]),
  ) as T;
}

function leaf(english: unknown, message: Message, lang: string, found?: Translated): unknown {
  const holds =
    found?.text === message.text &&
    found.several === message.several &&
    faultOf(found, lang) === undefined;
  if (english === "") return english;
  if (typeof english === "string") return holds ? found.texts[0] : inEnglish(english);
  if (holds) return sentence(lang, found.texts, message);
  return (...values: Value[]) => inEnglish((english as (...all: Value[]) => string)(...values));
}

/** The same catalogue with every text in wide letters; what stands between braces or is an address stays. */
export function pseudo<T>(value: T): T {
  if (typeof value === "string") return wide(value) as T;
  if (typeof value === "function")
    return ((...args: unknown[]) => pseudo((value as (...a: unknown[]) => unknown)(...args))) as T;
  if (Array.isArray(value)) return value.map(pseudo) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pseudo(one)])) as T;
  return value;
}

const wide = (text: string): string =>
  text.replace(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + FULLWIDTH),
  );
