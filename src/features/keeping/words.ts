/** The words of keeping in a language; English stands in for others. */
import { aloud, book, keep, type AloudWords, type BookWords, type KeepWords } from "./words/en.ts";

export const bookWordsIn = (_lang: string): BookWords => book;
export const keepWordsIn = (_lang: string): KeepWords => keep;
export const aloudWordsIn = (_lang: string): AloudWords => aloud;
