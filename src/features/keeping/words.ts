/** The words of keeping in a language; English stands in for others. */
import { book, type BookWords } from "./words/en.ts";

export const bookWordsIn = (_lang: string): BookWords => book;
