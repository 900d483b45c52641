/** Which rungs a file gets. Pure; raise `RULES` with every change, and ladders are made again by and by. */
import type { Probed } from "../ffmpeg.ts";

export const RULES = 1;
/** Those of pictures, so that no film is made again for them. */
export const PICTURE_RULES = 2;

/** A print that comes with a page by itself, and one for lists, where the picture itself weighs more than that. */
export const PRINTS = [
  { rung: "still", side: 480, most: 6000 }, // pixels, bytes
  { rung: "thumb", side: 160, most: 2000 },
] as const;

/** A picture of fewer bytes is its own ladder: a rung would save less than a second on 2G. */
export const SMALL_PICTURE = 30_000;

const WIDTHS = [320, 640, 1280];
const FORMATS = ["avif", "webp", "jpg"] as const;
type PictureFormat = (typeof FORMATS)[number];

export interface PictureRung {
  readonly rung: string;
  readonly format: PictureFormat;
  readonly width: number;
}

/** Never wider than the picture itself. */
export function pictureRungs(width: number): readonly PictureRung[] {
  const widths = [...new Set(WIDTHS.map((w) => Math.min(w, width)))];
  return widths.flatMap((w) =>
    FORMATS.map((format) => ({ rung: `${format}-${w}`, format, width: w })),
  );
}

export interface FilmRung {
  readonly rung: string;
  readonly height: number;
  /** Pictures a second, at most. */
  readonly rate: number;
  /** Bits a second of the picture, at most, and of the sound. */
  readonly picture: number;
  readonly sound: number;
  readonly quality: number;
}

const FILM: readonly FilmRung[] = [
  { rung: "144p", height: 144, rate: 15, picture: 90_000, sound: 24_000, quality: 30 },
  { rung: "240p", height: 240, rate: 25, picture: 220_000, sound: 32_000, quality: 29 },
  { rung: "480p", height: 480, rate: 30, picture: 700_000, sound: 64_000, quality: 27 },
];

/** Measured on the shorter side, so that a film held upright is no smaller; never larger than the film itself. */
export function filmRungs({ picture }: Probed): readonly FilmRung[] {
  if (!picture) return [];
  const side = Math.min(picture.width, picture.height);
  return FILM.filter(({ height }) => height <= side);
}

export const SOUND = { rung: "sound", bits: 24_000 } as const;
