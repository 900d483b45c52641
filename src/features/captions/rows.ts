/** Captions as a form holds them: rows as they were typed, changed by its buttons, and read as cues. Rules CP2 and CP3. */
import {
  cueProblems,
  MOST_CUES,
  MOST_TEXT,
  readTime,
  writeTime,
  type Cue,
} from "../../platform/media/webvtt.ts";
import type { CaptionWords } from "./words.ts";

export interface Row {
  readonly start: string;
  readonly end: string;
  readonly text: string;
}
export const EMPTY: Row = { start: "", end: "", text: "" };

export const MOST_ROWS = MOST_CUES; // whatever came with a film can be mended here

export const rowsOf = (cues: readonly Cue[]): Row[] =>
  cues.map(({ start, end, text }) => ({ start: writeTime(start), end: writeTime(end), text }));

/** Where the player stood and where the cursor was, as far as a script told. */
interface Place {
  readonly played?: number | undefined;
  readonly cursor?: number | undefined;
}

/** What a button of the form does: `add`, `split:3`, `merge:3`, `remove:3`; rows are counted from 1. */
export function changed(rows: readonly Row[], act: string, place: Place): Row[] {
  if (act === "add") return [...rows, { ...EMPTY, start: rows.at(-1)?.end ?? "" }];
  const [verb, number] = act.split(":");
  const i = Number(number) - 1;
  const row = rows[i];
  if (!row) return [...rows];
  if (verb === "remove") return rows.toSpliced(i, 1);
  if (verb === "split") return rows.toSpliced(i, 1, ...split(row, place));
  const next = rows[i + 1];
  if (verb !== "merge" || !next) return [...rows];
  const text = [row.text, next.text].filter((one) => one !== "").join(" ");
  return rows.toSpliced(i, 2, { start: row.start, end: next.end, text });
}

/** In which line somebody writes on after that, counted from 1. */
export function currentAfter(rows: readonly Row[], act: string): number {
  const [verb, number] = act.split(":");
  if (verb === "add") return rows.length;
  return Math.min(rows.length, Number(number) + (verb === "split" ? 1 : 0));
}

/** At the cursor, else at the blank nearest to the middle; the time where the player stands in it, else as the text. */
function split({ start, end, text }: Row, { played, cursor }: Place): [Row, Row] {
  const at = cursor !== undefined && cursor > 0 && cursor < text.length ? cursor : middle(text);
  const [from, to] = [readTime(start), readTime(end)];
  const share = text.length === 0 ? 0.5 : at / text.length;
  const between =
    from === undefined || to === undefined || to <= from
      ? undefined
      : played !== undefined && played > from && played < to
        ? Math.round(played)
        : Math.round(from + (to - from) * share);
  const time = between === undefined ? "" : writeTime(between);
  return [
    { start, end: time, text: text.slice(0, at).trim() },
    { start: time, end, text: text.slice(at).trim() },
  ];
}

function middle(text: string): number {
  const half = text.length / 2;
  const blanks = [...text.matchAll(/\s/g)].map((found) => found.index);
  return blanks.toSorted((a, b) => Math.abs(a - half) - Math.abs(b - half))[0] ?? Math.floor(half);
}

export interface RowProblem {
  /** From 1. */
  readonly row: number;
  readonly message: string;
}

/** The rows as cues, without those that are empty; or what keeps them from being any. */
export function cuesIn(
  rows: readonly Row[],
  words: CaptionWords,
): { cues: Cue[] } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const cues: (Cue & { readonly row: number })[] = [];
  for (const [i, { start, end, text }] of rows.entries()) {
    if (start === "" && end === "" && text === "") continue;
    const [from, to] = [readTime(start), readTime(end)];
    const say = (message: string) => problems.push({ row: i + 1, message });
    if (text === "" && (end !== "" || start === "")) say(words.noText);
    if (text === "" && end === "") continue; // a line that was only begun
    if (from === undefined) say(words.badTime(start));
    if (to === undefined) say(words.badTime(end));
    const lines = text.split("\n").map((line) => line.trim());
    if (from !== undefined && to !== undefined && text !== "")
      cues.push({ start: from, end: to, text: lines.filter(Boolean).join("\n"), row: i + 1 });
  }
  const said = {
    tooMany: words.tooMany(MOST_CUES),
    tooLong: words.tooLong(MOST_TEXT),
    endsBefore: words.endsBefore,
    startsBefore: words.startsBefore,
  };
  for (const { cue, is } of cueProblems(cues))
    problems.push({ row: cues[cue - 1]?.row ?? rows.length, message: said[is] });
  return problems.length > 0
    ? { problems }
    : { cues: cues.map(({ start, end, text }) => ({ start, end, text })) };
}
