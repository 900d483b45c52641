/** The words of plans at the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en } from "./desk-words/en.ts";
import { ar } from "./desk-words/ar.ts";
import { es } from "./desk-words/es.ts";
import { fr } from "./desk-words/fr.ts";
import { hi } from "./desk-words/hi.ts";
import { pt } from "./desk-words/pt.ts";
import { sw } from "./desk-words/sw.ts";
import { zh } from "./desk-words/zh.ts";

export type { PlanDeskWords } from "./desk-words/en.ts";

export const deskWordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
