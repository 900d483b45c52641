/** The words around what was sent, by language. */
import { catalogue, LANGUAGES } from "../words/catalogue.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { SentWords } from "./words/en.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });

/** A ready-made reason in another language, whichever it was given in; the desk's own words stay as they are. */
export function reasonIn(lang: string, reason: string): string {
  for (const given of LANGUAGES) {
    const at = wordsIn(given).reasons.indexOf(reason);
    if (at >= 0) return wordsIn(lang).reasons[at]!;
  }
  return reason;
}
