/**
 * The building blocks of every form in the campaign folder and of the record bodies made from it.
 *
 * The message of each says what was expected, as words that follow "expected": a problem reads
 * `stories/x.md:4: published: expected a day such as 2026-11-24, found "2026-02-30"`.
 * Where a text is expected, an unquoted number in the file is that text: `asOf: 2021` arrives as "2021".
 */
import * as v from "valibot";

const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;
const DAY = /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$/;
const MONTH = /^[12][0-9]{3}-(0[1-9]|1[0-2])$/;
const YEAR = /^[12][0-9]{3}$/;
const MEDIA_PATH = /^media\/(?:[A-Za-z0-9_][A-Za-z0-9._-]*\/)*[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const MEDIA_NAME = /^[0-9a-f]{64}\.(avif|webp|jpg|png|mp4|webm|mp3|ogg|vtt|csv)$/;
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]/u;
// Tab and newline are text; the rest of the control characters break terminals, XML and CSV exports.
const CONTROLS = /(?![\t\n])\p{Cc}/u;

/** One line of text: a title, a name, a label. At most 500 characters. */
export const line = v.pipe(
  v.string("a line of text"),
  v.minLength(1, "a line of text"),
  v.maxLength(500, "at most 500 characters"),
  v.check((s) => !LINE_BREAKS.test(s) && s.isWellFormed(), "one line without control characters"),
  v.check((s) => s === s.trim(), "no blanks at either end"),
);

/** A few sentences; line breaks are allowed. At most 5,000 characters. */
export const paragraph = v.pipe(
  v.string("a text"),
  v.minLength(1, "a text"),
  v.maxLength(5000, "at most 5,000 characters"),
  v.check((s) => !CONTROLS.test(s) && s.isWellFormed(), "text without control characters"),
  v.check((s) => s === s.trim(), "no blanks at either end"),
);

/** The Markdown of a thing as its record holds it: no blank lines at either end, may be empty. */
export const markdown = v.pipe(
  v.string("Markdown"),
  v.maxLength(200_000, "at most 200,000 characters"), // a body may be 256 kB
  v.check((s) => !CONTROLS.test(s) && s.isWellFormed(), "text without control characters"),
);

export const slug = v.pipe(
  v.string("a slug"),
  v.regex(SLUG, "a slug: a-z, 0-9 and -, at most 80 characters"),
);

/** The id of a subject, which takes a slug's place in a record. */
export const subject = v.pipe(
  v.string("the id of a subject"),
  v.regex(/^[0-9a-f]{64}$/, "the id of a subject"),
);

/** A full day. */
export const day = v.pipe(
  v.string("a day such as 2026-11-24"),
  v.check(isDay, "a day such as 2026-11-24"),
);

/** A day, a month or a year, as exactly as it is known. */
export const date = v.pipe(
  v.string("a day, a month or a year such as 2026-11-24, 2026-11 or 2026"),
  v.check(
    (s) => isDay(s) || MONTH.test(s) || YEAR.test(s),
    "a day, a month or a year such as 2026-11-24, 2026-11 or 2026",
  ),
);

/** A BCP 47 tag in its canonical spelling. */
export const language = v.pipe(
  v.string("a language such as en, pt-BR or ase"),
  v.maxLength(35, "a language such as en, pt-BR or ase"),
  v.check(isLanguage, "a language such as en, pt-BR or ase"),
);

/** ISO 3166 alpha-2. */
export const country = v.pipe(
  v.string("a country such as ZA"),
  v.check(isCountry, "a country such as ZA"),
);

/** An organisation as registers know it (org-id.guide): the code of the register, then the number there. */
export const organisationReference = v.pipe(
  line,
  v.regex(
    /^[A-Z]{2}-[A-Z0-9]{1,20}-[^\s/&|?]+$/,
    "the reference of a registered organisation, such as XM-DAC-41122",
  ),
);

/** A purpose code of OECD DAC. */
export const sector = v.pipe(
  v.string("a sector by OECD DAC, such as 22040"),
  v.regex(/^[0-9]{5}$/, "a sector by OECD DAC, such as 22040"),
);

/** Where a thing stood on an earlier site: the path as this server reads it, without a slash at its end. */
export const formerAddress = v.pipe(
  v.string("a path such as /2019/05/a-story or /?p=12"),
  v.maxLength(1000, "at most 1,000 characters"),
  v.regex(/^\/[!-~]*$/, "a path such as /2019/05/a-story or /?p=12"),
);

/** A page of this site: the path without a language before it. A browser takes `//` and `/\\` for another site. */
export const ownPath = v.pipe(
  v.string("a page of this site such as /take-part"),
  v.maxLength(1000, "at most 1,000 characters"),
  v.regex(/^\/(?![/\\])[!-~]*$/, "a page of this site such as /take-part"),
);

/** A public address that a reader can open. */
export const url = v.pipe(
  v.string("an address that begins with https:// or http://"),
  v.maxLength(2000, "at most 2,000 characters"),
  v.check(isWebAddress, "an address that begins with https:// or http://"),
);

export const hashtag = v.pipe(
  v.string("a hashtag without #"),
  v.regex(/^[\p{L}\p{N}_]{1,80}$/u, "a hashtag without #: letters, digits and _"),
);

/** A colour as `#c2350a`. */
export const colour = v.pipe(
  v.string("a colour such as #c2350a"),
  v.regex(/^#[0-9a-f]{6}$/, "a colour such as #c2350a"),
);

/** A whole number of things, not below 0. */
export const count = v.pipe(
  v.number("a whole number"),
  v.safeInteger("a whole number"),
  v.minValue(0, "a number not below 0"),
);

/** A measured or stated number, not below 0. */
export const amount = v.pipe(
  v.number("a number"),
  v.finite("a number"),
  v.minValue(0, "a number not below 0"),
  v.maxValue(Number.MAX_SAFE_INTEGER, "a number below 2^53"),
);

export const latitude = v.pipe(
  v.number("a latitude"),
  v.minValue(-90, "a latitude from -90 to 90"),
  v.maxValue(90, "a latitude from -90 to 90"),
);
export const longitude = v.pipe(
  v.number("a longitude"),
  v.minValue(-180, "a longitude from -180 to 180"),
  v.maxValue(180, "a longitude from -180 to 180"),
);

export const flag = v.boolean("true or false");

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
  return v.picklist(words, `one of ${words.join(", ")}`);
}

/** A list in which nothing stands twice. */
export function listOf<const S extends v.GenericSchema>(item: S, max = 200) {
  return v.pipe(
    v.array(item, "a list"),
    v.minLength(1, "at least one entry; an absent list is left out"),
    v.maxLength(max, `at most ${max} entries`),
    v.checkItems<v.InferOutput<S>[], string>(isFirst, "every entry once"),
  );
}

export const lines = listOf(line);
export const languages = listOf(language);

/** Where a sentence or a figure comes from. It reads the same in files and in records. */
export const source = v.strictObject({
  title: line,
  url: url,
  publisher: v.optional(line),
  date: v.optional(date),
  note: v.optional(paragraph),
  facts: v.optional(listOf(slug)),
});
export const sourceList = v.pipe(
  v.array(source, "a list of sources"),
  v.minLength(1, "at least one source; an absent list is left out"),
  v.maxLength(500, "at most 500 sources"),
);
export type Source = v.InferOutput<typeof source>;

/** A path of the folder's `media/`. */
export const mediaPath = v.pipe(
  v.string("a path such as media/x.avif"),
  v.maxLength(200, "a path of at most 200 characters"),
  v.regex(MEDIA_PATH, "a path inside media/ such as media/x.avif"),
);

/** A file as a record names it: by its hash, with its weight, and its size where it is a picture. */
export const storedMedia = v.strictObject({
  media: v.pipe(v.string("a stored file"), v.regex(MEDIA_NAME, "a stored file: <sha256>.<ext>")),
  name: mediaPath,
  width: v.optional(count),
  height: v.optional(count),
  bytes: count,
});
export type StoredMedia = v.InferOutput<typeof storedMedia>;

// Reading checks that a file is what its name says, so the ending is enough here.
const picturePath = v.pipe(
  mediaPath,
  v.regex(/\.(avif|webp|jpe?g|png)$/i, "a picture: .avif, .webp, .jpg or .png"),
);

/** Where it stood on an earlier site: of a story's pictures, these addresses lead to the file. */
const formerly = v.optional(listOf(formerAddress));

export const picture = v.strictObject({
  file: picturePath,
  alt: paragraph,
  credit: v.optional(line),
  night: v.optional(picturePath),
  formerly,
});
export const pictureBody = v.strictObject({
  file: storedMedia,
  alt: paragraph,
  credit: v.optional(line),
  night: v.optional(storedMedia),
  formerly,
});
/** A picture that the Markdown names: `![…](picture:well)`. */
export const namedPicture = v.strictObject({ name: slug, ...picture.entries });
export const namedPictureBody = v.strictObject({ name: slug, ...pictureBody.entries });
export type PictureBody = v.InferOutput<typeof pictureBody>;

/**
 * A file and its record differ in three ways only: slugs are subjects, paths are stored files, pictures
 * hold stored files. A form written once over a `Side` gives both:
 *
 * ```ts
 * const partner = <S extends Side>(side: S) => ({ name: line, place: v.optional(side.ref), cover: v.optional(side.picture) });
 * export const PartnerBody = v.strictObject(partner(inBody));                  // records.ts
 * const PartnerItem = v.strictObject({ id: slug, ...partner(inFile) });        // folder.ts
 * ```
 */
export const inFile = {
  ref: slug,
  refs: listOf(slug),
  media: mediaPath,
  picture,
  namedPicture,
} as const;
export const inBody = {
  ref: subject,
  refs: listOf(subject),
  media: storedMedia,
  picture: pictureBody,
  namedPicture: namedPictureBody,
} as const;
export type Side = typeof inFile | typeof inBody;

export const ref = inFile.ref;
export const refs = inFile.refs;

/** The body of a withdrawal. */
export const withdrawal = v.strictObject({ reason: v.optional(paragraph) });

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`); // 2026-02-30 rolls over or is no date at all
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
function isCountry(text: string): boolean {
  if (!/^[A-Z]{2}$/.test(text) || text === "ZZ" || regions.of(text) === undefined) return false;
  return new Intl.Locale(`und-${text}`).region === text; // UK is an old alias of GB
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/u.test(text) || !URL.parse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function isFirst(item: unknown, index: number, all: readonly unknown[]): boolean {
  return all.indexOf(item) === index;
}
