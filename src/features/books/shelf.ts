/** The books of the shelf as they stand on a day, in a reader's language. */
import type { Db } from "../../platform/db/store.ts";
import { rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import type { Choice, Shelved } from "./pages/shelf.tsx";
import { allBooks, signingsOf } from "./queries.ts";
import { withoutPrivate } from "./languages.ts";
import { tagOf } from "./signed.ts";
import { languagesOfBook, textIn } from "./text.ts";

const MOST_SHOWN = 48; // books: a school brings thousands, and a page stays within 14,000 bytes

/** Those of a choice that stand on a page of the shelf, from 1; undefined beyond the last. */
export function shownOn(
  books: readonly Shelved[],
  { sign, text }: Choice,
  asked: string | undefined,
):
  | { readonly shown: readonly Shelved[]; readonly page: number; readonly pages: number }
  | undefined {
  const chosen = books.filter(
    ({ signed, written }) =>
      (sign === undefined || signed.includes(sign)) &&
      (text === undefined || written.includes(text)),
  );
  const page = /^[1-9]\d{0,4}$/.test(asked ?? "1") ? Number(asked ?? "1") : 0;
  const pages = Math.max(1, Math.ceil(chosen.length / MOST_SHOWN));
  if (page === 0 || page > pages) return undefined;
  return { shown: chosen.slice((page - 1) * MOST_SHOWN, page * MOST_SHOWN), page, pages };
}

/** Those that somebody signs first; by title, as the reader's language sorts them. @param programme where those alone to which it leads */
export async function shelfOf(
  db: Db,
  { today, lang }: { readonly today: string; readonly lang: string },
  programme?: string,
): Promise<{ readonly books: readonly Shelved[]; readonly until?: string }> {
  const all = await allBooks(db, programme);
  const { signings, until } = await signingsOf(
    db,
    all.map(({ subject }) => subject),
    today,
  );
  const covers = all.map(
    ({ thing }) => thing.cover ?? thing.pages.find(({ picture }) => picture)?.picture,
  );
  const ladders = await rungsOf(
    db,
    covers.map((cover) => cover?.file.media),
  );
  const books = all.map((book, i): Shelved => {
    const text = textIn(book, lang);
    return {
      slug: book.slug,
      title: text.title,
      lang: text.lang,
      pages: book.thing.pages.length,
      cover: covers[i],
      ladder: ladders.get(covers[i]?.file.media ?? ""),
      written: languagesOfBook(book),
      signed: [
        ...new Set((signings.get(book.subject) ?? []).map((one) => withoutPrivate(tagOf(one)))),
      ],
    };
  });
  const { compare } = new Intl.Collator(lang);
  return {
    books: books.toSorted(
      (a, b) =>
        Number(b.signed.length > 0) - Number(a.signed.length > 0) ||
        compare(a.title, b.title) ||
        (a.slug < b.slug ? -1 : 1),
    ),
    ...(until !== undefined && { until }),
  };
}
