/** What the player of a page is given: its sentences and words, when each is signed, and what is played of them. */
import type { PlayedFilm, PlayerProps } from "./components/player.tsx";
import { sentenceId, type SignCue } from "./cues.ts";
import type { Reading } from "./reading.ts";
import { wordsIn as signsIn, type Clip } from "./signed.ts";
import type { Staged } from "./staged.ts";

/** What is played: the whole film, or clips alone, sharp or light, as a book has them that is kept. */
export const PLAYS = ["1", "clips", "light"] as const;
export type Plays = (typeof PLAYS)[number];
export const playsIn = (asked: string | undefined): Plays | undefined =>
  PLAYS.find((one) => one === asked);

/** Undefined where nobody asked for the film, or its sentences are not those of this text. */
export function playedOn(props: {
  readonly reading: Reading;
  readonly stage: Staged | undefined;
  /** Of the page, from 1. */
  readonly number: number;
  readonly asked: string | undefined;
  readonly lang: string;
  readonly to: (path: string) => string;
}): PlayerProps | undefined {
  const { reading, stage, number, asked, lang, to } = props;
  const { book, text, signed } = reading;
  const plays = playsIn(asked);
  if (!signed || stage?.part !== "page" || stage.isApart || !plays) return undefined;
  const piece = (said: string, cue: SignCue | undefined) => ({
    text: said,
    cue,
    clip: cue && clipOf(signed.clip(cue), plays),
  });
  const at = (page: number) =>
    page < 1 || page > text.pages.length
      ? undefined
      : to(`/books/${book.slug}/${page}?sign=${signed.tag}&play=${plays}`);
  return {
    lines: text.pages[number - 1]!.lines.map((line, i) => {
      const id = sentenceId(number, i + 1);
      const signs = stage.cues[i] ? signsIn(signed, id, line) : [];
      return {
        id,
        ...piece(line, stage.cues[i]),
        words: signs.map(({ from, to: end, cue }) => piece(line.slice(from, end), cue)),
      };
    }),
    ...(plays === "1" && { film: stage.clip }),
    poster: signed.poster && `/media/${signed.poster.media}`,
    signed: signed.signing.thing.language,
    own: text.lang,
    lang,
    before: at(number - 1),
    after: at(number + 1),
  };
}

/** Where none was cut yet, the part of the film stands for it. */
const clipOf = ({ light, ...clip }: Clip, plays: Plays): PlayedFilm =>
  plays === "light" && light ? { ...clip, ...light } : clip;
