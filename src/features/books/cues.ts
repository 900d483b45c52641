/**
 * When each sentence begins and ends in a signed film: WebVTT of the kind `metadata`, where a cue names a sentence of the
 * book, `{"s":"p3s2"}`, or a word within it that has a sign of its own, `{"w":"asleep"}`. Rules PB20 and PB21.
 */
import { readBlocks, writeBlocks, writeTime } from "../../platform/media/webvtt.ts";

export interface SignCue {
  /** Its own in the file; the sentence's, where it names one. */
  readonly id: string;
  /** Milliseconds from the beginning of the film. */
  readonly start: number;
  readonly end: number;
  /** `p3s2`: the second line of the third page, both from 1. */
  readonly sentence?: string;
  readonly word?: string;
}

/** What is wrong with the cues: of which, counted from 1, and the sentence that says what was expected. */
export interface SignCueProblem {
  readonly cue: number;
  readonly is:
    | "tooMany"
    | "namesNothing"
    | "unknownSentence"
    | "again"
    | "tooShort"
    | "tooLong"
    | "backwards"
    | "overlaps"
    | "afterEnd";
  /** "expected …, found …" */
  readonly message: string;
}

/** Each is made two clips: a book of a hundred pages has them in an hour or two. */
export const MOST_SIGN_CUES = 1000;
export const LEAST_CUE = 80; // ms: two pictures of a film of 25 a second
export const MOST_CUE = 120_000; // ms of a sentence
export const MOST_WORD = 60; // characters
export const MOST_CUE_BYTES = 2_000_000; // of a file of cues: a thousand of them take a tenth of it
/** Pages × lines; what is read of a file has no more than can be said of it. */
const MOST_READ = 20_000;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,79}$/u; // may stand in an address and an attribute
const SENTENCE = /^p[1-9][0-9]{0,3}s[1-9][0-9]{0,3}$/;

/** The id of a sentence, page and line counted from 1. */
export const sentenceId = (page: number, line: number): string => `p${page}s${line}`;

/** Every sentence of these pages, by id, in their order. */
export const sentencesIn = (
  pages: readonly { readonly lines: readonly string[] }[],
): ReadonlyMap<string, string> =>
  new Map(
    pages.flatMap(({ lines }, p) =>
      lines.map((line, l) => [sentenceId(p + 1, l + 1), line] as const),
    ),
  );

/** The cues of a file, in the order of their times; undefined where it is no WebVTT. One that names nothing is among them. */
export function readSignCues(vtt: string): SignCue[] | undefined {
  const blocks = readBlocks(vtt)?.slice(0, MOST_READ);
  return blocks && identified(blocks.map(({ payload, ...cue }) => ({ ...cue, ...named(payload) })));
}

/** One form: the same cues give the same bytes, and are read the same again. */
export const writeSignCues = (cues: readonly SignCue[]): string =>
  writeBlocks(
    identified(cues).map(({ id, start, end, sentence, word }) => ({
      id,
      start,
      end,
      // An arrow would end the cue.
      payload: JSON.stringify({ s: sentence, w: word }).replaceAll(">", "\\u003e"),
    })),
  );

/**
 * What keeps these cues from being those of the book, first things first. Words may lie within a sentence; sentences
 * overlap no sentence, and words no word.
 * @param seconds of the film, where they are known: whole ones, so that a cue may reach half of one beyond
 */
export function cueProblems(
  cues: readonly SignCue[],
  { pages }: { readonly pages: readonly { readonly lines: readonly string[] }[] },
  seconds = Infinity,
): SignCueProblem[] {
  if (cues.length > MOST_SIGN_CUES) {
    const message = `expected at most ${MOST_SIGN_CUES} cues, found ${cues.length}`;
    return [{ cue: MOST_SIGN_CUES + 1, is: "tooMany", message }];
  }
  const problems: SignCueProblem[] = [];
  const sentences = sentencesIn(pages);
  const seen = new Set<string>();
  const last = { sentence: 0, word: 0 }; // ms: where the last one of its sort ended
  for (const [i, { start, end, sentence, word }] of cues.entries()) {
    const say = (is: SignCueProblem["is"], message: string) =>
      problems.push({ cue: i + 1, is, message });
    const sort = word === undefined ? "sentence" : "word";
    if (sentence === undefined && word === undefined)
      say(
        "namesNothing",
        'expected a sentence {"s":"p1s1"} or a word {"w":"asleep"}, found neither',
      );
    if (sentence !== undefined && !sentences.has(sentence))
      say("unknownSentence", `expected a sentence of the book, found ${sentence}`);
    if (sentence !== undefined && word === undefined) {
      if (seen.has(sentence)) say("again", `expected each sentence once, found ${sentence} again`);
      seen.add(sentence);
    }
    if (end <= start)
      say("backwards", `expected an end after ${writeTime(start)}, found ${writeTime(end)}`);
    else if (end - start < LEAST_CUE)
      say("tooShort", `expected at least ${LEAST_CUE} ms, found ${end - start}`);
    else if (end - start > MOST_CUE)
      say("tooLong", `expected at most ${MOST_CUE / 1000} seconds, found ${(end - start) / 1000}`);
    if (start < last[sort])
      say(
        "overlaps",
        `expected a ${sort} from ${writeTime(last[sort])} on, found ${writeTime(start)}`,
      );
    if (end > seconds * 1000 + 500)
      say(
        "afterEnd",
        `expected an end within the film (${seconds} seconds), found ${writeTime(end)}`,
      );
    last[sort] = Math.max(last[sort], end);
  }
  return problems;
}

/** What a cue names; nothing where it holds something else. */
function named(payload: string): Pick<SignCue, "sentence" | "word"> {
  try {
    const { s, w } = Object(JSON.parse(payload)) as { readonly s?: unknown; readonly w?: unknown };
    const word = typeof w === "string" ? tidy(w) : "";
    return {
      ...(typeof s === "string" && SENTENCE.test(s) && { sentence: s }),
      ...(word !== "" && { word }),
    };
  } catch {
    return {};
  }
}

const tidy = (word: string): string => word.trim().slice(0, MOST_WORD).toWellFormed().trim();

/** In the order of their times, a sentence before its words, each with an id of its own. */
function identified(cues: readonly SignCue[]): SignCue[] {
  const sorted = cues.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return sorted.map((cue) => {
    const { id: own, sentence } = cue;
    const word = cue.word === undefined ? undefined : tidy(cue.word);
    const wanted = word === undefined ? (sentence ?? own) : own;
    const base = [wanted, (word ?? "").replaceAll(/\s+/g, "-"), "cue"].find((id) => ID.test(id))!;
    let id = base;
    const short = Array.from(base).slice(0, 70).join(""); // with its number it is an id still
    while (taken.has(id)) {
      const n = (next.get(short) ?? 1) + 1;
      next.set(short, n);
      id = `${short}-${n}`;
    }
    taken.add(id);
    return { ...cue, id, ...(word !== undefined && { word }) };
  });
}
