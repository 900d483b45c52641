/** What can be said of a photo that stands on pages: who is on it and until when it may be shown, what it shows, what of it counts. */
import * as v from "valibot";
import {
  day,
  inBody,
  language,
  listOf,
  paragraph,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const PICTURE_DESCRIBED = "picture.described/1";
export const PICTURE_EDITED = "picture.edited/1";
export const PICTURE_WITHDRAWN = "picture.withdrawn/1";

/** The last day of a photo that is shown nowhere until somebody at the desk says who is on it, and takes this day away. */
export const WITHHELD = "1970-01-01";

/** A file by its bytes. It is no reference to the file: what says who is on a photo keeps no photo. */
const photo = v.pipe(
  v.string("a photo: <sha256>.<avif, webp, jpg or png>"),
  v.regex(/^[0-9a-f]{64}\.(?:avif|webp|jpg|png)$/, "a photo: <sha256>.<avif, webp, jpg or png>"),
);
const percent = v.pipe(
  v.number("a whole number from 0 to 100"),
  v.integer("a whole number from 0 to 100"),
  v.minValue(0, "a whole number from 0 to 100"),
  v.maxValue(100, "a whole number from 0 to 100"),
);

/** The form over one side: slugs in a file, subjects in a record. */
export const pictureForm = <Refs extends v.GenericSchema>(side: { readonly refs: Refs }) => ({
  photo,
  /** What of it stays where it is shown cut: percent of its width from the left, of its height from the top. */
  focus: v.optional(v.strictObject({ x: percent, y: percent })),
  /** Who is on it: it is shown for as long as each of them agrees to a photo. */
  people: v.optional(side.refs),
  /** The last day on which it may be shown. */
  until: v.optional(day),
  /** What it shows, by language. */
  texts: v.optional(listOf(v.strictObject({ language, alt: paragraph }), 60)),
});
export const PictureBody = v.strictObject(pictureForm(inBody));
export type Described = Readonly<v.InferOutput<typeof PictureBody>>;

export const pictureKinds: Kinds = {
  [PICTURE_DESCRIBED]: { opens: true, body: PictureBody, personal: true },
  [PICTURE_EDITED]: { opens: false, body: PictureBody, personal: true },
  [PICTURE_WITHDRAWN]: { opens: false, body: withdrawal },
};
