/** The words of following a conversation by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { ar } from "./words/ar.ts";
import { en, type ThreadWords } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export const threadWordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
/** The links of somebody who follows a conversation say so, for the words of the pages behind them. */
export const OF_THREAD = "conversation";
export type { ThreadWords };
