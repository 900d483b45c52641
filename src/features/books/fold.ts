/** What the records of a book, and those of a signing, say of it. Rules BK1 and BK2 of README.md. */
import * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
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

/** BK2: the last translation into each language that has the book's pages; what translates an erased text goes with it. */
export function foldBookTexts(records: readonly LogRecord[]): BookTexts {
  let texts: Record<string, BookText> = {};
  let last: Book | undefined;
  let isErased = false;
  for (const { kind, body } of records)
    if (kind === BOOK_TRANSLATED) {
      const said = v.safeParse(BookTextBody, body);
      if (isErased || !said.success) continue;
      const { lang, ...text } = said.output;
      texts = { ...texts, [lang]: text };
    } else {
      const said = v.safeParse(BookBody, body);
      isErased = body === null || (isErased && !said.success);
      if (!said.success) continue;
      if (last && wordsOf(last) !== wordsOf(said.output))
        texts = Object.fromEntries(
          Object.entries(texts).map(([lang, text]) => [lang, { ...text, behind: true }]),
        );
      last = said.output;
    }
  const pages = last?.pages.length;
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.pages.length === pages),
  );
}

const wordsOf = ({ title, pages }: Book): string =>
  JSON.stringify([title, pages.map(({ picture, lines }) => [picture?.alt, lines])]);
