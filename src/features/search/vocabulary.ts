/** The words of the index that a slip of the hand may have missed, held in memory from the first question that finds nothing. */
import { slips } from "../../engines/tokens/distance.ts";
import type { Db } from "../../platform/db/store.ts";
import { frequentWords } from "../../platform/db/word-index.ts";
import { freshness } from "../../platform/log/state.ts";
import { WORDS } from "./indexing.ts";

/** Words that are written nearly like this one, the nearest first. They may stand in texts that are not shown yet. */
export type ReadVocabulary = (db: Db) => Promise<(word: string) => string[]>;

const MOST = 50_000; // words, about 5 MB; in a larger index the rarest are offered to nobody
const SHORT = 4; // letters; a shorter word is one slip away from too many
const LONG = 7; // letters from which on two slips are forgiven
const OFFERED = 3; // words
const USES = { projections: ["search"] };

export function rememberVocabulary(): ReadVocabulary {
  let known: { readonly version: string; readonly near: (word: string) => string[] } | undefined;
  return async (db) => {
    const version = await freshness(db, USES);
    if (known?.version !== version)
      known = { version, near: nearIn(await frequentWords(db, WORDS, MOST)) };
    return known.near;
  };
}

function nearIn(words: readonly string[]): (word: string) => string[] {
  const ofLength = Map.groupBy(words.filter(mayBeMissed), ({ length }) => length);
  return (word) => {
    if (!mayBeMissed(word)) return [];
    const most = word.length >= LONG ? 2 : 1;
    const near: { readonly other: string; readonly away: number }[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const other of ofLength.get(length) ?? []) {
        const away = slips(word, other, most);
        // Somebody who errs in the first letter errs in that one alone.
        if (away && (away === 1 || other[0] === word[0])) near.push({ other, away });
      }
    return near
      .toSorted((a, b) => a.away - b.away) // of those alike the more frequent stays first
      .slice(0, OFFERED)
      .map(({ other }) => other);
  };
}

// bounded: words of at most 40 characters
const SPACED =
  /^(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr})[\p{L}\p{M}]+$/u;
const mayBeMissed = (word: string): boolean => word.length >= SHORT && SPACED.test(word);
