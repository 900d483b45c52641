/** The place in a text that answers a question, with the words marked. Rule Q5 of README.md. */
import { isWanted, tokens } from "../../engines/tokens/tokens.ts";
import type { AskedWord } from "./asked.ts";
import { stemOf } from "./stems.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const LENGTH = 220; // characters: two lines on a desk, five on a phone
const BEFORE = 60; // characters before the first word, so that it stands in its sentence
const WINDOW = LENGTH - BEFORE;

/** The passage with the most of the wanted words; the beginning where it has none. */
export function snippetOf(text: string, lang: string, asked: readonly AskedWord[]): Piece[] {
  const hits = hitsIn(text, lang, asked);
  const best = densest(hits);
  const from = best === undefined ? 0 : wordStart(text, Math.max(0, best - BEFORE));
  const to = wordEnd(text, Math.min(text.length, from + LENGTH));
  const inside = hits.filter((hit) => hit.from >= from && hit.to <= to);
  const pieces = piecesOf(text, from, to, inside);
  return [
    ...(from > 0 ? [{ text: "… ", marked: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: " …", marked: false }] : []),
  ];
}

/** A whole short text, a title say, with the words marked. */
export const markedIn = (text: string, lang: string, asked: readonly AskedWord[]): Piece[] =>
  piecesOf(text, 0, text.length, hitsIn(text, lang, asked));

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly which: number;
}

function hitsIn(text: string, lang: string, asked: readonly AskedWord[]): Hit[] {
  const hits: Hit[] = [];
  let end = text.length;
  for (const { word, from, to } of tokens(text)) {
    if (from > end) break;
    const which = asked.findIndex(
      (one) => isWanted(one, word) || isStem(one, text.slice(from, to), word, lang),
    );
    if (which < 0) continue;
    hits.push({ from, to, which });
    if (end === text.length && haveAll(hits, asked.length)) end = to + LENGTH;
  }
  return hits;
}

/** Whether the last of them have all the words close together: no passage further on is better. */
function haveAll(hits: readonly Hit[], words: number): boolean {
  const near = new Set<number>();
  const { to } = hits.at(-1)!;
  for (let i = hits.length - 1; i >= 0 && to <= hits[i]!.from + WINDOW; i -= 1)
    near.add(hits[i]!.which);
  return near.size === words;
}

/** A stem begins as its word does, but for the article of Arabic: most words are told apart by their first letter. */
const isStem = ({ or }: AskedWord, written: string, word: string, lang: string): boolean =>
  or.length > 0 &&
  (lang === "ar" || or.some((stem) => stem[0] === word[0])) &&
  or.includes(stemOf(written, lang) ?? word);

function densest(hits: readonly Hit[]): number | undefined {
  let best: { readonly from: number; readonly different: number } | undefined;
  for (const [i, { from }] of hits.entries()) {
    const near = new Set<number>();
    for (let j = i; j < hits.length && hits[j]!.to <= from + WINDOW; j += 1)
      near.add(hits[j]!.which);
    if (!best || near.size > best.different) best = { from, different: near.size };
  }
  return best?.from;
}

/** Pairs of neighbouring characters overlap; their marks are one. */
function piecesOf(text: string, from: number, to: number, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (let i = 0; i < hits.length;) {
    const start = Math.max(at, hits[i]!.from);
    let end = hits[i]!.to;
    for (i += 1; i < hits.length && hits[i]!.from <= end; i += 1) end = Math.max(end, hits[i]!.to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}

const NEARBY = 24; // characters to look for a blank; a script without spaces is cut where it stands

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + NEARBY).search(/\s/);
  return whole(text, blank < 0 ? at : at + blank + 1);
}
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(Math.max(0, at - NEARBY), at).search(/\s\S*$/);
  return whole(text, blank < 0 ? at : Math.max(0, at - NEARBY) + blank);
}

/** Never between the halves of one character, nor before a mark. */
function whole(text: string, at: number): number {
  let here = at;
  while (
    here < text.length &&
    /^[\p{M}\udc00-\udfff]/u.test(text.slice(here, here + 1)) &&
    here > 0
  )
    here += 1;
  return here;
}
