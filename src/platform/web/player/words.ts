/** The player's words in the language of the text beside it; English stands in for others. */
import { en, type PlayerWords } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";

const WORDS: Readonly<Record<string, PlayerWords>> = { en, es, fr };

export const playerWords = (lang: string): PlayerWords => WORDS[lang.split("-")[0]!] ?? en;
