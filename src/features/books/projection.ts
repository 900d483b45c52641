/** The tables of books and of those who sign them. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldBook, foldBookTexts, foldSigning } from "./fold.ts";
import { bookKinds } from "./records.ts";

const bookTables = {
  book: table(
    { subject: text, programme: orNull(text), state: text, texts: text },
    { indexes: { book_programme: ["programme"] } },
  ),
};
const signingTables = {
  signing: table(
    { subject: text, book: text, language: text, signer: text, state: text },
    { indexes: { signing_book: ["book"], signing_signer: ["signer"] } },
  ),
};
export type BookTables = TablesOf<typeof bookTables & typeof signingTables>;

const kindsOf = (what: string) =>
  Object.fromEntries(Object.entries(bookKinds).filter(([kind]) => kind.startsWith(`${what}.`)));

export const bookProjection = rowProjection({
  name: "books",
  version: 2,
  kinds: kindsOf("book"),
  tables: bookTables,
  fold: foldBook,
  rows: (book, records) => ({
    book: [
      {
        programme: book.programme ?? null,
        state: JSON.stringify(book),
        texts: JSON.stringify(foldBookTexts(records)),
      },
    ],
  }),
});

export const signingProjection = rowProjection({
  name: "signings",
  version: 1,
  kinds: kindsOf("signing"),
  tables: signingTables,
  fold: foldSigning,
  rows: (signing) => ({
    signing: [
      {
        book: signing.book,
        language: signing.language,
        signer: signing.signer,
        state: JSON.stringify(signing),
      },
    ],
  }),
});
