/** The kinds of partner in the order in which lists have them, and what each is called. */
import type { PartnerKind } from "./records.ts";
import { wordsIn } from "./words.ts";

const ALL = Object.keys(wordsIn("en").kinds) as readonly PartnerKind[];

/** Those that are organisations: somebody who pledges is one by their pledge alone, and no list asks for such. */
export const KINDS_IN_ORDER = ALL.filter((kind) => kind !== "person");

/** The kind in words, as a heading or a list has it. */
export const kindWords = (kind: PartnerKind, lang: string): string => wordsIn(lang).kinds[kind];

/** PT3: the same sentence for every organisation of a standing. */
export const standingWords = (standing: "joined" | "named", lang: string): string =>
  wordsIn(lang)[standing];
