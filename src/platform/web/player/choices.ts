/** What a reader can choose between: the rungs that came along or were made, and the file itself. */
import type { Ladder } from "../../media/ladder/rungs-of.ts";
import type { MediaFile } from "../picture.tsx";

export interface PlayedFilm {
  readonly file: MediaFile;
  readonly title: string;
  /** Of the file, where it was brought along. */
  readonly height?: number | undefined;
  readonly seconds?: number | undefined;
  readonly poster?: MediaFile | undefined;
  readonly captions?: MediaFile | undefined;
  readonly descriptions?: MediaFile | undefined;
  readonly texts?:
    | readonly {
        readonly language: string;
        readonly captions?: MediaFile | undefined;
        readonly descriptions?: MediaFile | undefined;
      }[]
    | undefined;
  readonly described?: { readonly file: MediaFile; readonly note?: string | undefined } | undefined;
  readonly rungs?:
    | readonly { readonly file: MediaFile; readonly height?: number | undefined }[]
    | undefined;
  readonly credit?: string | undefined;
}

export interface Choice {
  readonly media: string;
  readonly bytes: number;
  /** Lines of the picture; 0 for the sound alone, undefined for the file as it is. */
  readonly lines?: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

const SOUND = /\.(mp3|ogg)$/;
export const isSound = (media: string): boolean => SOUND.test(media);

/** Lightest first, each number of lines once. */
export function choicesOf(
  film: Pick<PlayedFilm, "file" | "height" | "rungs">,
  ladder?: Ladder,
): Choice[] {
  const brought = (film.rungs ?? []).map(({ file, height }): Choice => ({
    media: file.media,
    bytes: file.bytes,
    lines: height ?? 0,
  }));
  const made = (ladder?.rungs ?? []).flatMap(({ rung, ...rest }): Choice[] => {
    // Where a book is signed in the same film, clips of its sentences stand beside.
    const lines = rung === "sound" ? "0" : /^(?:sign-)?(\d+)p?$/.exec(rung)?.[1];
    return lines === undefined ? [] : [{ ...rest, lines: Number(lines) }];
  });
  const { file, height } = film;
  const whole: Choice = {
    media: file.media,
    bytes: file.bytes,
    ...(height !== undefined && { lines: height }),
  };
  const all = [whole, ...brought, ...made].toSorted((a, b) => a.bytes - b.bytes);
  const once = new Map<number | undefined, Choice>();
  for (const one of all) if (!once.has(one.lines)) once.set(one.lines, one);
  return [...once.values()];
}

/** What of a film may have a ladder or words: itself, and what is said and seen in it. */
export const filesOf = (
  film: Pick<PlayedFilm, "file" | "captions" | "descriptions" | "texts"> | undefined,
): (string | undefined)[] =>
  film
    ? [
        film.file.media,
        ...[film, ...(film.texts ?? [])].flatMap(({ captions, descriptions }) => [
          captions?.media,
          descriptions?.media,
        ]),
      ]
    : [];

/** What the film's words are in: the language of the page first. */
export function tracksOf(film: PlayedFilm, own: string, lang: string) {
  const { captions, descriptions, texts = [] } = film;
  return [{ language: own, captions, descriptions }, ...texts].toSorted(
    (a, b) => Number(b.language === lang) - Number(a.language === lang),
  );
}
