/** What is marked of a signing, as a form holds it: a row for each sentence of the book and for each word, and back as cues. Rules PB42 and PB43. */
import { readTime, writeTime } from "../../../platform/media/webvtt.ts";
import {
  cueProblems,
  MOST_CUE,
  MOST_SIGN_CUES,
  sentencesIn,
  type SignCue,
  type SignCueProblem,
} from "../cues.ts";

/** The book in the language whose sentences are signed. */
interface Signed {
  readonly pages: readonly { readonly lines: readonly string[] }[];
}

export interface Mark {
  /** `p3s2`; empty of a word. */
  readonly sentence: string;
  readonly word: string;
  readonly from: string;
  /** Empty: until the next sentence begins, or the film ends. */
  readonly to: string;
}
export const MOST_MARKS = 2 * MOST_SIGN_CUES; // rows; a book of a hundred pages has two thousand sentences, most have thirty

export const NO_WORD: Mark = { sentence: "", word: "", from: "", to: "" };

/** What a sentence ends with of which no end was written: the next one, or the film; the last one lasts no longer than one may. */
function endAfter(starts: Iterable<number>, start: number, length: number): number {
  let next = Infinity;
  for (const one of starts) if (one > start && one < next) next = one;
  return next === Infinity ? Math.min(length, start + MOST_CUE) : next;
}

/** Every sentence in its order, marked or not, then what else is marked. @param length of the film, in ms */
export function marksOf(cues: readonly SignCue[], { pages }: Signed, length: number): Mark[] {
  const sentences = [...sentencesIn(pages).keys()];
  const marked = new Map(
    cues.filter(({ word }) => word === undefined).map((cue) => [cue.sentence, cue]),
  );
  const starts = new Set(cues.filter(({ word }) => word === undefined).map(({ start }) => start));
  const timed = ({ start, end }: SignCue) => ({
    from: writeTime(start),
    to: end === endAfter(starts, start, length) ? "" : writeTime(end), // the next one may be marked before it
  });
  const rows = sentences.map((sentence): Mark => {
    const cue = marked.get(sentence);
    return { ...NO_WORD, sentence, ...(cue && timed(cue)) };
  });
  const others = cues.filter(
    ({ sentence = "", word }) => word !== undefined || !sentences.includes(sentence),
  );
  return [
    ...rows,
    ...others.map((cue): Mark => ({
      sentence: cue.word === undefined ? (cue.sentence ?? "") : "",
      word: cue.word ?? "",
      from: writeTime(cue.start),
      to: writeTime(cue.end),
    })),
  ];
}

export interface MarkProblem {
  /** From 1. */
  readonly row: number;
  readonly is: SignCueProblem["is"] | "badFrom" | "badTo" | "noFrom" | "noEnd" | "noWord";
}

/** The marked rows as cues, in the order of their times; or what keeps them from being any. @param length of the film, in ms */
export function cuesOf(
  marks: readonly Mark[],
  book: Signed,
  length: number,
): { readonly cues: SignCue[] } | { readonly problems: MarkProblem[] } {
  const problems: MarkProblem[] = [];
  const begun: { row: number; mark: Mark; start: number; end: number | undefined }[] = [];
  for (const [i, mark] of marks.entries()) {
    const { from, to, word, sentence } = mark;
    if (from === "" && to === "" && word === "") continue;
    const say = (is: MarkProblem["is"]) => problems.push({ row: i + 1, is });
    const start = readTime(from);
    const end = to === "" ? undefined : readTime(to);
    if (from === "") say("noFrom");
    else if (start === undefined) say("badFrom");
    if (to !== "" && end === undefined) say("badTo");
    if (sentence === "" && word === "") say("noWord");
    if (sentence === "" && to === "") say("noEnd");
    if (start !== undefined) begun.push({ row: i + 1, mark, start, end });
  }
  if (problems.length > 0) return { problems };
  const starts = begun.filter(({ mark }) => mark.word === "").map(({ start }) => start);
  const ended = begun
    .map(({ row, mark: { sentence, word }, start, end = endAfter(starts, start, length) }) => ({
      row,
      cue: {
        id: "",
        start,
        end,
        ...(sentence !== "" && { sentence }),
        ...(word !== "" && { word }),
      },
    }))
    .toSorted((a, b) => a.cue.start - b.cue.start || b.cue.end - a.cue.end);
  const cues = ended.map(({ cue }) => cue);
  const found = cueProblems(cues, book, length / 1000);
  if (found.length === 0) return { cues };
  return { problems: found.map(({ cue, is }) => ({ row: ended[cue - 1]?.row ?? 1, is })) };
}
