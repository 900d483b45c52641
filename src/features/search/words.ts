/** The words of the page of search, in the language of the page; English stands in for others. */
import { en, type SearchWords } from "./words/en.ts";

export const wordsIn = (_lang: string): SearchWords => en;
