/** The words of the settings in a language, or in English where nobody has translated them yet. */
import { en } from "./words/en.ts";

export type SettingsWords = typeof en;

const TRANSLATED: Readonly<Partial<Record<string, SettingsWords>>> = { en };

export const wordsIn = (lang: string): SettingsWords => TRANSLATED[lang.split("-")[0]!] ?? en;
