/** A book to keep on a phone: what can be chosen of it, of which files it is made then, and what these weigh. Rule PB60. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import type { Shown } from "../../platform/web/picture.tsx";
import { printsOf } from "./prints.ts";
import type { Plays } from "./played.ts";
import { readingAt, type Reading } from "./reading.ts";
import { cuesOfPage, wordsIn as signsIn, type Clip } from "./signed.ts";
import { sentenceId } from "./cues.ts";
import { textIn } from "./text.ts";

/** Clips or none; the film as a whole is not kept. */
export const CHOICES = ["light", "clips"] as const satisfies readonly Plays[];
type Choice = (typeof CHOICES)[number];

export interface KeptBook {
  readonly title: string;
  readonly lang: string;
  /** Its address, with who signs it. */
  readonly path: string;
  /** The same as one file. */
  readonly epub: string;
  /** What can be kept of it, and what that weighs; without a choice its pages and pictures alone. */
  readonly choices: readonly {
    readonly path: string;
    readonly play?: Choice;
    readonly bytes: number;
  }[];
  readonly until?: string;
}

/** The book that `params.slug` and `query.sign` name, as somebody may keep it. */
export async function keptBook(request: PageRequest): Promise<KeptBook | undefined> {
  const reading = await readingAt(request);
  if (!reading || "to" in reading) return undefined;
  const { book, text, signed, until } = reading;
  const to = toIn(request);
  const path = to(`/books/${book.slug}${signed ? `?sign=${signed.tag}` : ""}`);
  const plays: readonly Choice[] = signed && clipsOf(reading, "clips").length > 0 ? CHOICES : [];
  return {
    title: text.title,
    lang: text.lang,
    path,
    epub: to(`/books/${book.slug}.epub${signed ? `?sign=${signed.tag}` : ""}`),
    choices: [
      ...plays.map((play) => ({
        path: `${path}&play=${play}`,
        play,
        bytes: weightOf(reading, play),
      })),
      { path: to(`/books/${book.slug}`), bytes: weightOf(reading) },
    ],
    ...(until !== undefined && { until }),
  };
}

interface File {
  readonly src: string;
  readonly bytes: number;
}
const PAGE = 6000; // bytes that a page of a book travels with, about

const weightOf = (reading: Reading, play?: Choice): number =>
  filesOf(reading, play).reduce((sum, { bytes }) => sum + bytes, reading.text.pages.length * PAGE);

/** All that its pages show. */
export function filesOf(reading: Reading, play: Choice | undefined): readonly File[] {
  const poster = play && reading.signed?.poster;
  return [
    ...picturesOf(reading),
    ...(poster ? [{ src: `/media/${poster.media}`, bytes: poster.bytes }] : []),
    ...(play ? clipsOf(reading, play) : []),
  ];
}

/** As a phone shows them, and as one that knows no AVIF does. */
function picturesOf({ book, ladders }: Reading): readonly File[] {
  const { cover, pages } = book.thing;
  const drawings = [cover, ...pages.map(({ picture }) => picture)].filter(
    (one) => one !== undefined,
  );
  return single(
    drawings.flatMap((drawing) => {
      const { phone, plain } = printsOf(drawing, ladders.get(drawing.file.media));
      return [phone, plain].map(({ media, bytes }: Shown) => ({ src: `/media/${media}`, bytes }));
    }),
  );
}

/** Of every sentence and word of the text that is cut already; the film as a whole stands for none. */
function clipsOf({ book, text, signed }: Reading, play: Choice): readonly File[] {
  if (!signed) return [];
  const followed = textIn(book, signed.signing.thing.follows).pages;
  const clips = text.pages.flatMap(({ lines }, p) => {
    if (followed[p]?.lines.length !== lines.length) return [];
    const cues = cuesOfPage(signed, p + 1, lines.length);
    const words = lines.flatMap((line, l) => signsIn(signed, sentenceId(p + 1, l + 1), line));
    return [...cues, ...words.map(({ cue }) => cue)].flatMap((cue) =>
      cue ? [signed.clip(cue)] : [],
    );
  });
  return single(clips.filter(({ src }) => !src.includes("#")).map((clip) => chosen(clip, play)));
}

const chosen = ({ light, ...clip }: Clip, play: Choice): File =>
  play === "light" && light ? light : clip;

const single = (files: readonly File[]): readonly File[] => [
  ...new Map(files.map((file) => [file.src, file])).values(),
];
