/** The words of moderation that everybody reads: the rules, the numbers, the way to report; by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { ar } from "./public-words/ar.ts";
import { en, type PublicWords } from "./public-words/en.ts";
import { es } from "./public-words/es.ts";
import { fr } from "./public-words/fr.ts";
import { hi } from "./public-words/hi.ts";
import { pt } from "./public-words/pt.ts";
import { sw } from "./public-words/sw.ts";
import { zh } from "./public-words/zh.ts";

export const publicWordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
export type { PublicWords };
