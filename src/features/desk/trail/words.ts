/** The words of the trail, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { TrailWords } from "./words/en.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
