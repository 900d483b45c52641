/** Pictures of a place, from space and from near, and of the Earth, as places and the campaign say them. */
import { stat } from "node:fs/promises";
import * as v from "valibot";
import { date, line, oneOf, type StoredMedia } from "./fields.ts";
import { filmOver } from "./film-fields.ts";

/** Most bytes of each file: on a phone it comes by itself, within the first view of 30 kB. */
export const SKY_BYTES = { wide: 24_000, small: 6000, plain: 6000, tiny: 1600 } as const;
export type SkyFile = keyof typeof SKY_BYTES;
export const SKY_FILES = Object.keys(SKY_BYTES) as readonly SkyFile[];

export const SKY_KINDS = ["night", "day", "near"] as const;
export type SkyKind = (typeof SKY_KINDS)[number];
/** Those with which a page may open. */
const LEADING = ["night", "day"] as const satisfies readonly SkyKind[];

/** One picture, the place in its middle, over the two sides of a form. */
export const skyView = <M extends v.GenericSchema>(media: M) =>
  v.strictObject({
    wide: media, // AVIF, 960 px
    small: media, // AVIF, 480 px
    plain: media, // WebP, 480 px, for browsers without AVIF
    tiny: v.optional(media), // AVIF, 240 px, for lists
    year: date,
    /** How wide it is: of the Earth, or, where it is near, of the look. */
    degrees: v.pipe(
      v.number("degrees of arc"),
      v.gtValue(0, "more than 0 degrees"),
      v.ltValue(180, "less than 180 degrees"),
    ),
    credit: line,
    alt: v.optional(line),
    note: v.optional(line),
    /** Rows on a grid of 16 × 8, where the picture is lightest: it holds the picture's place. */
    drawing: v.optional(
      v.pipe(
        v.string("a drawing such as M0 3h2M7 4h1"),
        v.maxLength(200, "at most 200 characters"),
        v.regex(/^(?:M\d{1,2} \dh\d{1,2})+$/, "a drawing such as M0 3h2M7 4h1"),
      ),
    ),
  });

export const sky = <M extends v.GenericSchema>(media: M) =>
  v.strictObject({
    night: v.optional(skyView(media)),
    day: v.optional(skyView(media)),
    /** Its ground, drawn out of measured heights as it is seen from the air beside it. */
    near: v.optional(skyView(media)),
    /** From the whole Earth down to the place; what it is called is said in every language. */
    film: v.optional(v.omit(filmOver(media), ["title"])),
    /** With which of the two a page opens; by night, unless said otherwise. */
    first: v.optional(oneOf(...LEADING)),
  });

/** As a record holds it. */
export type SkyView = v.InferOutput<ReturnType<typeof skyView<v.GenericSchema<StoredMedia>>>>;

/** Where a part finds the files of a picture at `at`. */
export const skyMedia = (at: string): readonly string[] => SKY_FILES.map((file) => `${at}.${file}`);

/** Whether the files of a picture at `at` are what they should be; what they weigh is what a phone loads. */
export async function checkSky(
  view: Readonly<Partial<Record<SkyFile, string | undefined>>> | undefined,
  at: string,
  pathOf: (file: string) => string,
  problem: (field: string, message: string) => void,
): Promise<void> {
  if (!view) return;
  for (const file of SKY_FILES) {
    const path = view[file];
    if (path === undefined) continue;
    const { size } = await stat(pathOf(path));
    if (size > SKY_BYTES[file])
      problem(`${at}.${file}`, `expected at most ${SKY_BYTES[file]} bytes, found ${size}`);
    const ending = file === "plain" ? ".webp" : ".avif";
    if (!path.endsWith(ending))
      problem(`${at}.${file}`, `expected a file ${ending}, found ${path}`);
  }
}
