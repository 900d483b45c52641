/** The desk's words in a language, or in English where nobody has translated them yet. */
import { en } from "./words/en.ts";

export type DeskWords = typeof en;

const TRANSLATED: Readonly<Partial<Record<string, DeskWords>>> = { en };

export const wordsIn = (lang: string): DeskWords => TRANSLATED[lang.split("-")[0]!] ?? en;
