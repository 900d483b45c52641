/** The words in a language, or in English. */
import { en, type Words } from "./words/en.ts";

const LANGUAGES: Readonly<Record<string, Words>> = { en };

export const wordsIn = (lang: string): Words => LANGUAGES[lang.split("-")[0]!] ?? en;
