/** The words of these pages in a language; English stands in for others. */
import { en, type WritingWords } from "./words/en.ts";

const WORDS: Readonly<Record<string, WritingWords>> = { en };

export const wordsIn = (lang: string): WritingWords => WORDS[lang.split("-")[0]!] ?? en;
