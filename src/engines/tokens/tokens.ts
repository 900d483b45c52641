/**
 * A text as the words by which it is found, in any script. Where a script puts spaces between words, they are words;
 * where it does not, they are pairs of neighbouring characters, which need no dictionary and miss nothing.
 */
import { fold } from "./fold.ts";

interface Token {
  /** Letters, digits and their marks alone: nothing that a query language could take for its own sign. */
  readonly word: string;
  /** Where it stands in the text: from, up to but not including. */
  readonly from: number;
  readonly to: number;
  /** The last character of a run without spaces, which begins no pair. */
  readonly last?: true;
}

/** A word that is looked for; `begins` where words that begin with it are meant too. */
export interface Wanted {
  readonly word: string;
  readonly begins: boolean;
}

const MAX_TEXT = 256_000; // characters; no record holds more
const MAX_WORD = 40; // characters; a longer one is no word, and an index of them only costs room
const MAX_WANTED = 12; // words of a question; more narrow nothing down
const BEGINNING = 3; // letters from which on a beginning is enough; two would bring a third of all words

const SPACELESS =
  "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\u30fc\\uff70";
// bounded: a run of a set of letters, which ends where it ends
const RUN = new RegExp(`[${SPACELESS}][${SPACELESS}\\p{M}\\uff9e\\uff9f]*`, "gu");
const CHARACTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*/gu;
const LETTERS = /[\p{L}\p{N}\p{M}]+/gu;
const NUMBER = /^\p{Nd}[\p{Nd}.,٫٬'’\u00a0]*$/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Every word of a text, as it comes. */
export function* tokens(text: string): Generator<Token> {
  const bounded = text.slice(0, MAX_TEXT).toWellFormed();
  let at = 0;
  for (const run of bounded.matchAll(RUN)) {
    yield* spaced(bounded.slice(at, run.index), at);
    yield* pairs(run[0], run.index);
    at = run.index + run[0].length;
  }
  yield* spaced(bounded.slice(at), at);
}

/** What a question asks for: every word once, in the order of the question. Rules TK3 and TK4. */
export function wanted(question: string): Wanted[] {
  const found = new Map<string, Wanted>();
  let alone = true; // whether a last character makes up its whole run
  for (const { word, last } of tokens(question)) {
    const isPair = isSpaceless(word) && last === undefined;
    if (last === undefined || alone)
      found.set(word, { word, begins: last !== undefined || (!isPair && begins(word)) });
    alone = !isPair;
    if (found.size === MAX_WANTED) break;
  }
  return [...found.values()];
}

/** Whether a word of a text is the one that is looked for. */
export const isWanted = ({ word, begins: anyEnd }: Wanted, of: string): boolean =>
  anyEnd ? of.startsWith(word) : of === word;

const begins = (word: string): boolean => word.length >= BEGINNING && !/^\p{N}/u.test(word);

const isSpaceless = (word: string): boolean => RUN_START.test(word);
// bounded: one letter
const RUN_START = new RegExp(`^[${SPACELESS}]`, "u");

function* spaced(text: string, offset: number): Generator<Token> {
  if (text === "") return;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    if (NUMBER.test(segment)) {
      const word = fold(segment).replace(/[^\p{N}]/gu, "");
      if (word.length <= MAX_WORD)
        yield { word, from: offset + index, to: offset + index + segment.length };
      continue;
    }
    // The apostrophe of `l’eau` joins for the segmenter; whoever looks for `eau` means that word.
    for (const part of segment.matchAll(LETTERS)) {
      const word = fold(part[0]).replace(/[^\p{L}\p{N}\p{M}]/gu, "");
      const from = offset + index + part.index;
      if (word !== "" && word.length <= MAX_WORD) yield { word, from, to: from + part[0].length };
    }
  }
}

/** `网络通` gives 网络, 络通, and 通 alone, so that one character is found wherever it stands. */
function* pairs(run: string, offset: number): Generator<Token> {
  let before: { readonly word: string; readonly from: number; readonly to: number } | undefined;
  for (const found of run.matchAll(CHARACTER)) {
    const word = foldedCharacter(found[0]);
    if (word === "" || word.length > MAX_WORD / 2) continue;
    const from = offset + found.index;
    const here = { word, from, to: from + found[0].length };
    if (before) yield { word: before.word + word, from: before.from, to: here.to };
    before = here;
  }
  if (before) yield { ...before, last: true };
}

/** A text of a script without spaces folds the same few hundred characters thousands of times. */
function foldedCharacter(character: string): string {
  const known = CHARACTERS.get(character);
  if (known !== undefined) return known;
  const word = fold(character).replace(/[^\p{L}\p{N}\p{M}]/gu, "");
  if (CHARACTERS.size === MAX_CHARACTERS) CHARACTERS.clear();
  if (character.length <= 8) CHARACTERS.set(character, word); // one with fifty marks comes once
  return word;
}
const CHARACTERS = new Map<string, string>();
const MAX_CHARACTERS = 8192; // below 1 MB
