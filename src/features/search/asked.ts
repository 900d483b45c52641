/** A question as the words that are looked for, each with its stems. */
import { isWanted, tokens, wanted, type Wanted } from "../../engines/tokens/tokens.ts";
import { stemsOf } from "./stems.ts";

export interface AskedWord extends Wanted {
  /** What it may be without its ending, in whichever language it is. */
  readonly or: readonly string[];
}

/** At most twelve words, of letters, digits and marks alone, whatever was typed. */
export function askedWords(question: string): AskedWord[] {
  const typed = new Map<string, string>();
  for (const { word, from, to } of tokens(question))
    if (!typed.has(word)) typed.set(word, question.slice(from, to));
  return wanted(question).map((one) => ({
    ...one,
    // What begins with the word is found by it; a shorter one is not.
    or: stemsOf(typed.get(one.word) ?? one.word).filter(
      (stem) => !(one.begins && stem.startsWith(one.word)),
    ),
  }));
}

/** Whether a word of a text, or its stem, is one that is looked for. */
export const isAsked = (one: AskedWord, word: string): boolean =>
  isWanted(one, word) || one.or.includes(word);
