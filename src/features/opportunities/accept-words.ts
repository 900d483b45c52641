/** The words of the desk's own form for asks and offers, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./accept-words/en.ts";
import { ar } from "./accept-words/ar.ts";
import { es } from "./accept-words/es.ts";
import { fr } from "./accept-words/fr.ts";
import { hi } from "./accept-words/hi.ts";
import { pt } from "./accept-words/pt.ts";
import { sw } from "./accept-words/sw.ts";
import { zh } from "./accept-words/zh.ts";

export type { AcceptWords } from "./accept-words/en.ts";

export const acceptWordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
