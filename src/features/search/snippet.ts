/** The place in a text that answers a question, with the words marked. Rule Q5 of README.md. */
import { isWanted, tokens, type Wanted } from "../../engines/tokens/tokens.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const LENGTH = 220; // characters: two lines on a desk, five on a phone
const BEFORE = 60; // characters before the first word, so that it stands in its sentence

/** The passage with the most of the wanted words; the beginning where it has none. */
export function snippetOf(text: string, wanted: readonly Wanted[]): Piece[] {
  const hits = hitsIn(text, wanted);
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
export const markedIn = (text: string, wanted: readonly Wanted[]): Piece[] =>
  piecesOf(text, 0, text.length, hitsIn(text, wanted));

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly which: number;
}

function hitsIn(text: string, wanted: readonly Wanted[]): Hit[] {
  const hits: Hit[] = [];
  for (const { word, from, to } of tokens(text)) {
    const which = wanted.findIndex((one) => isWanted(one, word));
    if (which >= 0) hits.push({ from, to, which });
  }
  return hits;
}

function densest(hits: readonly Hit[]): number | undefined {
  let best: { readonly from: number; readonly different: number } | undefined;
  for (const [i, { from }] of hits.entries()) {
    const near = new Set<number>();
    for (let j = i; j < hits.length && hits[j]!.to <= from + LENGTH - BEFORE; j += 1)
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
