/**
 * The interface's words: one plain module a language, English first. Its shape is everybody's shape, so a language
 * in which a word is missing does not compile. Decision 17 says why there is no tool for this.
 */
import { pseudo, PSEUDO } from "./pseudo.ts";

/** The languages in which the interface is written; all but English await native review. */
export const LANGUAGES = ["en", "fr", "es", "pt", "ar", "sw", "hi", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];
export const isLanguage = (tag: string): tag is Language =>
  (LANGUAGES as readonly string[]).includes(tag);

export interface Words {
  /** The language that these words are in, for the `lang` of what holds them. */
  readonly lang: string;
}

/** Words by language: `pt-BR` finds `pt`, and what nobody has translated is English and says so in its `lang`. */
export function catalogue<W extends Words>(
  languages: { readonly en: W } & Readonly<Partial<Record<Language, W>>>,
): (lang: string) => W {
  let trial: W | undefined;
  return (lang) => {
    if (lang === PSEUDO) return (trial ??= { ...pseudo(languages.en), lang: PSEUDO });
    const own = lang.split("-")[0] as Language; // a form may say anything, `constructor` too
    return (Object.hasOwn(languages, own) ? languages[own] : undefined) ?? languages.en;
  };
}
