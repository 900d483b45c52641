/** What the records of a book, and those of a signing, say of it. Rules PB2 to PB4 of README.md. */
import type * as v from "valibot";
import { foldTexts, lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  BOOK_TRANSLATED,
  BOOK_WITHDRAWN,
  BookBody,
  BookTextBody,
  SIGNING_WITHDRAWN,
  SigningBody,
} from "./records.ts";

export type Book = Readonly<v.InferOutput<typeof BookBody>>;
export type Signing = Readonly<v.InferOutput<typeof SigningBody>>;
export interface BookText extends Readonly<Omit<v.InferOutput<typeof BookTextBody>, "lang">> {
  /** The sentences of the original were worded anew after this translation. */
  readonly behind?: true;
}
/** By language. */
export type BookTexts = Readonly<Record<string, BookText>>;

/** Fold one book's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldBook = (records: readonly LogRecord[]): Book | undefined =>
  lastSaid(records, BookBody, BOOK_WITHDRAWN);

/** Fold one signing's records, in reading order; `undefined` when withdrawn or never added. */
export const foldSigning = (records: readonly LogRecord[]): Signing | undefined =>
  lastSaid(records, SigningBody, SIGNING_WITHDRAWN);

/** PB2: the last translation into each language that has the book's pages. */
export const foldBookTexts = (records: readonly LogRecord[]): BookTexts =>
  foldTexts(records, {
    translated: BOOK_TRANSLATED,
    body: BookBody,
    text: BookTextBody,
    wordsOf: ({ title, cover, pages }) => [
      title,
      cover?.alt,
      pages.map(({ picture, lines }) => [picture?.alt, lines]),
    ],
    fits: (text, book) => text.pages.length === book.pages.length,
  });
