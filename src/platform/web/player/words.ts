/** The player's words in the language of the text beside it; English stands in for others. */
import { en, type PlayerWords } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

const WORDS: Readonly<Record<string, PlayerWords>> = { en, fr, es, pt, ar, sw, hi, zh };

export const playerWords = (lang: string): PlayerWords => WORDS[lang.split("-")[0]!] ?? en;
