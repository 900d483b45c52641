/** The words of opportunities, by language; what can be sent. */
import { catalogue } from "../../platform/words/catalogue.ts";
import type { Kind } from "./records.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { OpportunityWords } from "./words/en.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });

/** What can be sent: every kind of opportunity, and the wish to join as a partner. */
export type Wish = Kind | "partner";

export const WISHES: readonly Wish[] = [
  "need",
  "programme",
  "roof",
  "power",
  "time",
  "equipment",
  "transport",
  "partner",
];
export const isWish = (text: string | undefined): text is Wish =>
  WISHES.some((wish) => wish === text);
