/** Pictures of a place from space, by night and by day: PL10 and PL11 of README.md. */
import * as v from "valibot";
import { date, line } from "../../platform/folder/fields.ts";

/** Most bytes of each file: on a phone it comes by itself, within the first view of 30 kB. */
export const SKY_BYTES = { wide: 24_000, small: 6000, plain: 6000 } as const;
export type SkyFile = keyof typeof SKY_BYTES;
export const SKY_FILES = Object.keys(SKY_BYTES) as readonly SkyFile[];

export const SKY_KINDS = ["night", "day"] as const;
export type SkyKind = (typeof SKY_KINDS)[number];

/** One picture, the place in its middle, over the two sides of a form. */
const view = <M extends v.GenericSchema>(media: M) =>
  v.strictObject({
    wide: media, // AVIF, 960 px
    small: media, // AVIF, 480 px
    plain: media, // WebP, 480 px, for browsers without AVIF
    year: date,
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
  v.strictObject({ night: v.optional(view(media)), day: v.optional(view(media)) });

/** Where a place's file and its record hold them. */
export const skyMedia: readonly string[] = SKY_KINDS.flatMap((kind) =>
  SKY_FILES.map((file) => `properties.sky.${kind}.${file}`),
);
