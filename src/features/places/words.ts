/** The words of places and maps, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import type { PlaceState } from "./state.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { PlaceWords } from "./words/en.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });

/** How far a place has come; "not known" where nobody says it. */
export function stateWords(state: PlaceState | undefined, lang: string): string {
  const { states, measures } = wordsIn(lang);
  return state === undefined ? measures.notKnown : states[state];
}
