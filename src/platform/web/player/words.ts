/** The player's words in the language of the text beside it; English stands in for others. */
import { catalogue } from "../../words/catalogue.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { PlayerWords } from "./words/en.ts";

export const playerWords = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
