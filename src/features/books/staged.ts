/** Which part of a signing the address asks for: the film of a sentence, of a word, or of the whole page. */
import type { SignCue } from "./cues.ts";
import { cuesOfPage, partOf, type Clip, type SignedBook } from "./signed.ts";
import type { Reading } from "./reading.ts";
import { textIn } from "./text.ts";
import type { BookWords } from "./words.ts";

export interface Staged {
  readonly part: "line" | "word" | "page";
  readonly clip: Clip;
  /** What it is called. */
  readonly name: string;
  /** The sentence that is lit. */
  readonly sentence?: string | undefined;
  /** When each sentence that stands here is signed. */
  readonly cues: readonly (SignCue | undefined)[];
  /** The signs follow sentences of another language, and there are more or fewer of them here. */
  readonly isApart: boolean;
}

/** Which of the parameters mean something on this page: what is signed there, and one of them at a time. */
export function meantOn(
  { book, signed }: Reading,
  number: number,
  { word, line, play }: Readonly<Record<string, string>>,
): Readonly<Record<string, boolean>> {
  if (!signed) return { word: false, line: false, play: false };
  const followed = textIn(book, signed.signing.thing.follows).pages[number - 1]?.lines.length ?? 0;
  const isWord = signed.cues.some((cue) => cue.word !== undefined && cue.word === word);
  const isPlayed = !isWord && play !== undefined;
  const isLine = !isWord && !isPlayed && cuesOfPage(signed, number, followed)[Number(line) - 1];
  return { word: isWord, play: isPlayed, line: Boolean(isLine) };
}

/** Undefined where this page is not signed. @param number of the page, from 1 */
export function stagedOn(
  reading: Reading,
  signed: SignedBook,
  {
    number,
    query,
    words,
  }: {
    readonly number: number;
    readonly query: Readonly<Record<string, string>>;
    readonly words: BookWords;
  },
): Staged | undefined {
  const { book, text } = reading;
  const lines = text.pages[number - 1]!.lines.length;
  const followed = textIn(book, signed.signing.thing.follows).pages[number - 1]?.lines.length ?? 0;
  const isApart = followed !== lines;
  const mine = cuesOfPage(signed, number, followed);
  const here = mine.filter((cue) => cue !== undefined);
  const [first] = here;
  if (!first) return undefined;
  const cues = isApart ? [] : mine;
  const word = query["word"]?.toLowerCase();
  const spoken =
    word === undefined ? undefined : signed.cues.find((cue) => cue.word?.toLowerCase() === word);
  if (spoken)
    return {
      part: "word",
      clip: signed.clip(spoken),
      name: words.seeWord(spoken.word!),
      cues,
      isApart,
    };
  if (query["play"] !== undefined || isApart) {
    const part = { start: first.start, end: here.at(-1)!.end };
    return { part: "page", clip: filmOf(signed, part), name: words.film, cues, isApart };
  }
  const asked = mine[Number(query["line"] ?? Number.NaN) - 1] ?? first;
  const at = mine.indexOf(asked) + 1;
  return {
    part: "line",
    clip: signed.clip(asked),
    name: words.sentence(at),
    sentence: query["line"] === undefined ? undefined : asked.sentence,
    cues,
    isApart,
  };
}

/** The lightest film of the whole book, at the part of it that signs this page. */
function filmOf({ films, signing }: SignedBook, part: Pick<SignCue, "start" | "end">): Clip {
  const film = films[0]!;
  return {
    src: `/media/${film.media}${partOf(part)}`,
    bytes: film.bytes,
    seconds: signing.thing.film.seconds ?? (part.end - part.start) / 1000,
    width: film.width,
    height: film.height,
  };
}
