/** The words of a pledge's own form, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./send-words/en.ts";
import { ar } from "./send-words/ar.ts";
import { es } from "./send-words/es.ts";
import { fr } from "./send-words/fr.ts";
import { hi } from "./send-words/hi.ts";
import { pt } from "./send-words/pt.ts";
import { sw } from "./send-words/sw.ts";
import { zh } from "./send-words/zh.ts";

export type { SendWords } from "./send-words/en.ts";

export const sendWordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
