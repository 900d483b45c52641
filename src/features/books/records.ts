/** What can be said of a picture book, of its text in another language, and of a signing of it. */
import * as v from "valibot";
import {
  count,
  inBody,
  inFile,
  language,
  line,
  oneOf,
  paragraph,
  picture,
  storedMedia,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const BOOK_OPENED = "book.opened/1";
export const BOOK_EDITED = "book.edited/1";
export const BOOK_TRANSLATED = "book.translated/1";
export const BOOK_WITHDRAWN = "book.withdrawn/1";
export const SIGNING_ADDED = "signing.added/1";
export const SIGNING_EDITED = "signing.edited/1";
export const SIGNING_WITHDRAWN = "signing.withdrawn/1";

export const MOST_PAGES = 100; // a picture book has twelve to forty
export const MOST_LINES = 20; // of one page: more cannot be read beside somebody who signs

/** The sentences of one page, each a line. */
const sentences = v.pipe(
  v.array(line, "a list of sentences"),
  v.maxLength(MOST_LINES, `at most ${MOST_LINES} sentences`),
);
const pagesOf = <P extends v.GenericSchema>(page: P) =>
  v.pipe(
    v.array(page, "a list of pages"),
    v.minLength(1, "at least one page"),
    v.maxLength(MOST_PAGES, `at most ${MOST_PAGES} pages`),
  );

/** A drawing and what it shows; the credit stands once, with the book. */
const drawing = <M extends v.GenericSchema>(file: M) => v.strictObject({ file, alt: paragraph });
export const inBookFile = { ...inFile, drawing: drawing(picture.entries.file) };

/** Under what terms it may be passed on: it stands on every page, in print and in the EPUB. */
const licence = v.strictObject({ name: line, url: v.optional(url) });

/** The form over one side: paths in a file, stored files in a record. */
export const bookForm = <D extends v.GenericSchema, R extends v.GenericSchema>(side: {
  readonly drawing: D;
  readonly ref: R;
}) => ({
  title: line,
  language,
  credits: v.strictObject({ text: line, pictures: line, translation: v.optional(line) }),
  licence,
  /** Where it was taken from. */
  source: v.optional(url),
  /** The programme that leads to it. */
  programme: v.optional(side.ref),
  cover: v.optional(side.drawing),
  pages: pagesOf(v.strictObject({ picture: v.optional(side.drawing), lines: sentences })),
});
export const BookBody = v.strictObject(bookForm({ ...inBody, drawing: drawing(storedMedia) }));

/** The same pages in another language: what is drawn is said again, and each sentence. */
export const bookTextForm = {
  title: line,
  state: oneOf("machine", "person", "reviewed"),
  translator: v.optional(line),
  coverAlt: v.optional(paragraph),
  pages: pagesOf(v.strictObject({ alt: v.optional(paragraph), lines: sentences })),
};
export const BookTextBody = v.strictObject({ ...bookTextForm, lang: language });

/** A film of a person who signs a book, and when each sentence begins and ends in it. */
export const signingForm = <R extends v.GenericSchema, M extends v.GenericSchema>(side: {
  readonly ref: R;
  readonly media: M;
}) => ({
  book: side.ref,
  /** The sign language. */
  language,
  signer: side.ref,
  /** The written language whose sentences it signs. */
  follows: language,
  film: v.strictObject({ file: side.media, seconds: v.optional(count) }),
  /** WebVTT of the kind `metadata` (cues.ts). */
  cues: side.media,
});
export const SigningBody = v.strictObject(signingForm(inBody));

export const bookKinds: Kinds = {
  [BOOK_OPENED]: { opens: true, body: BookBody, files: "people" },
  [BOOK_EDITED]: { opens: false, body: BookBody, files: "people" },
  [BOOK_TRANSLATED]: { opens: false, body: BookTextBody },
  [BOOK_WITHDRAWN]: { opens: false, body: withdrawal },
  [SIGNING_ADDED]: { opens: true, body: SigningBody, personal: true, files: "agreed" },
  [SIGNING_EDITED]: { opens: false, body: SigningBody, personal: true, files: "agreed" },
  [SIGNING_WITHDRAWN]: { opens: false, body: withdrawal },
};
