/** The words that stand on every page, by language, and the main navigation. */
import { catalogue } from "../words/catalogue.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { Chrome } from "./words/en.ts";

export const NAV = ["/stories", "/do-good", "/pledges", "/conversation", "/take-part"] as const;

/** The words in a language, or in English. */
export const chromeIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });
