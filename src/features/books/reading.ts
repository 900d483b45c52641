/** What a reader's page of a book is made of: the text in the reader's language, who signs it, and the pictures' lighter files. */
import { LADDER_USE, rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import type { PageRequest, Uses } from "../../platform/web/route.ts";
import { signLadder } from "./clips.ts";
import { bookAt, signingsOf, type ShownSigning, type ToldBook } from "./queries.ts";
import { withoutPrivate } from "./languages.ts";
import { signedBook, tagOf, type SignedBook } from "./signed.ts";
import { textIn, type ReadText } from "./text.ts";

export const USES_OF_BOOKS = ["books", "signings", "people", "addresses", LADDER_USE];
export const USES: Uses = { projections: USES_OF_BOOKS };

export interface Reading {
  readonly book: ToldBook;
  readonly text: ReadText;
  readonly signings: readonly ShownSigning[];
  /** The one that the address names. */
  readonly signed?: SignedBook;
  /** The same while its film is still being made: there is nothing to show of it yet. */
  readonly awaited?: ShownSigning;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly until?: string;
}

/** `to` where the address leads elsewhere: the book is called otherwise today, or nobody signs it so any more. */
export async function readingAt(
  request: Pick<PageRequest, "db" | "params" | "query" | "lang" | "today" | "readMedia">,
  below = "",
): Promise<Reading | { readonly to: string } | undefined> {
  const { db, params, query, lang, today, readMedia } = request;
  const slug = params["slug"] ?? "";
  const book = await bookAt(db, slug);
  if (!book) return undefined;
  const { signings, until } = await signingsOf(db, [book.subject], today);
  const mine = signings.get(book.subject) ?? [];
  const sign = query["sign"];
  const signing =
    mine.find((one) => tagOf(one) === sign) ??
    mine.find((one) => withoutPrivate(tagOf(one)) === sign);
  if (book.slug !== slug || sign !== (signing && tagOf(signing)))
    return { to: `/books/${book.slug}${below}${signing ? `?sign=${tagOf(signing)}` : ""}` };
  const { cover, pages } = book.thing;
  const ladders = await rungsOf(db, [
    cover?.file.media,
    ...pages.map(({ picture }) => picture?.file.media),
    ...mine.map(({ thing }) => thing.film.file.media),
  ]);
  const signed =
    signing && (await signedBook(signing, { readMedia, ladder: await signLadder(db, signing) }));
  return {
    book,
    text: textIn(book, lang),
    signings: mine,
    ladders,
    ...(signed ? { signed } : signing && { awaited: signing }),
    ...(until !== undefined && { until }),
  };
}
