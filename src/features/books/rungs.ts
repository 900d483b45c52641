/**
 * What is made of a film in which somebody signs. Movement comes before sharpness (EN 301 549, 6.5.1: 20 pictures a
 * second are good for signing, 12 usable): every rung has as many pictures as the film, thirty at most. Pure.
 */
import type { Probed } from "../../platform/media/ffmpeg.ts";
import type { Clip } from "../../platform/media/ladder/films.ts";
import type { FilmRung } from "../../platform/media/ladder/rules.ts";
import { LEAST_CUE, MOST_CUE, MOST_SIGN_CUES, type SignCue } from "./cues.ts";

/**
 * By which rules a ladder was made, and whether a voice may be heard in it: numbers below zero, so that they are none of
 * the ladders that films of stories have. Lower both by two with every change, and all is made again by and by.
 */
export const SILENT = -1;
export const HEARD = -2;

const MOST_RATE = 30; // pictures a second; beyond, every second one is left out, and 59.94 is no 60

const FILMS: readonly Omit<FilmRung, "rate">[] = [
  { rung: "sign-240", height: 240, picture: 220_000, sound: 32_000, quality: 29 },
  { rung: "sign-480", height: 480, picture: 700_000, sound: 64_000, quality: 27 },
];
/** Four seconds that move all the time weigh at most 90 and 45 kB, with a voice too. */
const CLIPS = [
  { end: "", height: 240, silent: 150_000, heard: 124_000, sound: 24_000, quality: 27 },
  { end: "-light", height: 160, silent: 72_000, heard: 52_000, sound: 16_000, quality: 29 },
] as const;

/** Even the smallest film has one; none is larger than the film. */
export function signFilms({ picture }: Probed): readonly FilmRung[] {
  if (!picture) return [];
  const side = even(Math.min(picture.width, picture.height));
  return FILMS.filter(
    ({ height }, i) => i === 0 || side > FILMS[i - 1]!.height || height <= side,
  ).map((film) => ({ ...film, height: Math.min(film.height, side), rate: rateOf(picture.rate) }));
}

/** What a clip is called: by its times, so that it stays when other cues change. */
export const clipName = ({ start, end }: Pick<SignCue, "start" | "end">, isLight = false): string =>
  `clip-${start}-${end}${isLight ? "-light" : ""}`;

/** Two of each cue that has a picture in the film; the lighter of each first, as readers on a bad link need it. */
export function signClips(cues: readonly SignCue[], { picture, seconds, sound }: Probed): Clip[] {
  if (!picture) return [];
  const side = even(Math.min(picture.width, picture.height));
  const fit = cues.slice(0, MOST_SIGN_CUES).filter((cue) => isIn(cue, seconds));
  return CLIPS.toReversed().flatMap(({ end: light, height, silent, heard, ...coded }) =>
    fit.map((cue) => ({
      ...coded,
      rung: clipName(cue, light !== ""),
      height: Math.min(height, side),
      rate: rateOf(picture.rate),
      picture: sound === undefined ? silent : heard,
      from: cue.start / 1000,
      until: cue.end / 1000,
    })),
  );
}

/** What the clips of these cues are called. */
export const clipNames = (cues: readonly SignCue[], seconds: number): ReadonlySet<string> =>
  new Set(
    cues
      .slice(0, MOST_SIGN_CUES)
      .filter((cue) => isIn(cue, seconds))
      .flatMap((cue) => [clipName(cue), clipName(cue, true)]),
  );

const isIn = ({ start, end }: SignCue, seconds: number): boolean =>
  end - start >= LEAST_CUE && end - start <= MOST_CUE && start < Math.round(seconds) * 1000;

/** How many pictures a second a rung has of a film that has so many. */
export const rateOf = (rate: number): number => rate / Math.ceil(rate / (MOST_RATE + 0.5));
const even = (side: number): number => Math.max(2, side - (side % 2));
