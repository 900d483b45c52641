/** The words around stories, by language; how far a translation is; what a language calls itself. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { en, type StoryWords } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export type { StoryWords } from "./words/en.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });

/** How far a translation is, in the words that readers see; `undefined` once it was reviewed. */
export function stateWords(
  state: "machine" | "person" | "reviewed",
  words: StoryWords,
): string | undefined {
  return { machine: words.machine, person: words.unreviewed, reviewed: undefined }[state];
}
