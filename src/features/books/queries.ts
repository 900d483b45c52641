/** What pages ask about books and who signs them. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { bySlug, withSlugs, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import { consentChanges, mayBeShown, peopleBySubject, type PersonCard } from "../people/api.ts";
import type { Book, BookTexts, Signing } from "./fold.ts";
import type { BookTables } from "./projection.ts";

export interface ToldBook extends Addressed<Book> {
  /** Its text in other languages. */
  readonly texts: BookTexts;
}
export interface ShownSigning extends Addressed<Signing> {
  readonly signer: PersonCard;
  /** A voice is heard in it only then. */
  readonly isHeard: boolean;
}

/** The book at this address, with the one under which it stands today. */
export async function bookAt(db: Db, slug: string): Promise<ToldBook | undefined> {
  const address = await subjectAt(db, "books", slug);
  if (!address) return undefined;
  const row = await books(db).where("subject", "=", address.subject).executeTakeFirst();
  return row && { ...address, ...told(row) };
}

/** Every book, by slug; those alone to which a programme leads, where its subject is given. */
export async function allBooks(db: Db, programme?: string): Promise<ToldBook[]> {
  const found = books(db);
  const mine = programme === undefined ? found : found.where("programme", "=", programme);
  const rows = await withSlugs(db, await mine.execute());
  return rows
    .map(({ subject, slug, ...row }) => ({ subject, slug, ...told(row) }))
    .toSorted(bySlug);
}

/**
 * PB4: the signings that may be shown on this day, by the subject of their book, and the first day on which that may change.
 * @param of subjects of books
 */
export async function signingsOf(
  db: Db,
  of: readonly string[],
  today: string,
): Promise<{
  readonly signings: ReadonlyMap<string, readonly ShownSigning[]>;
  readonly until?: string;
}> {
  if (of.length === 0) return { signings: new Map() };
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .select(["subject", "state"])
    .where("book", "in", [...new Set(of)])
    .execute();
  const all = (await withSlugs(db, rows)).map(({ state, ...address }) => ({
    ...address,
    thing: JSON.parse(state) as Signing,
  }));
  const people = await peopleBySubject(
    db,
    all.map(({ thing }) => thing.signer),
  );
  const [until] = [...people.values()]
    .flatMap((one) => consentChanges(one, today) ?? [])
    .toSorted();
  const shown = all.flatMap((one): ShownSigning[] => {
    const signer = people.get(one.thing.signer);
    // A role covers what was done in it; to be seen signing takes the person's own word.
    const own = signer && { ...signer, role: undefined };
    const agrees = (purpose: "film" | "voice") =>
      own !== undefined && mayBeShown(own, purpose, one.thing.follows, today);
    return signer && agrees("film") ? [{ ...one, signer, isHeard: agrees("voice") }] : [];
  });
  return {
    signings: Map.groupBy(
      shown.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
      ({ thing }) => thing.book,
    ),
    ...(until !== undefined && { until }),
  };
}

/** The book that this signs, and the signing itself where it may be shown on this day. */
export async function signingAt(
  db: Db,
  subject: string,
  today: string,
): Promise<
  | { readonly book: string; readonly signing?: ShownSigning | undefined; readonly until?: string }
  | undefined
> {
  const row = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .innerJoin("book", "book.subject", "signing.book")
    .select("book.subject")
    .where("signing.subject", "=", subject)
    .executeTakeFirst();
  const [book] = row ? await withSlugs(db, [row]) : [];
  if (!book) return undefined;
  const { signings, until } = await signingsOf(db, [book.subject], today);
  const signing = signings.get(book.subject)?.find((one) => one.subject === subject);
  return { book: book.slug, signing, ...(until !== undefined && { until }) };
}

/** A signing that stands, whatever its signer agrees to: for the desk. */
export interface DeskSigning extends Addressed<Signing> {
  /** The name of the signer. */
  readonly signer: string;
  readonly signerSlug: string;
}

export async function deskSignings(db: Db, book: string): Promise<DeskSigning[]> {
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .select(["subject", "state"])
    .where("book", "=", book)
    .execute();
  const all = (await withSlugs(db, rows)).map(({ state, ...address }) => ({
    ...address,
    thing: JSON.parse(state) as Signing,
  }));
  const signers = all.map(({ thing }) => thing.signer);
  const people = await peopleBySubject(db, signers);
  return all.map((one) => {
    const { name = "", slug = "" } = people.get(one.thing.signer) ?? {};
    return { ...one, signer: name, signerSlug: slug };
  });
}

/** Who signs in a signing that stands. */
export async function signerIn(db: Db, subject: string): Promise<string | undefined> {
  const rows = db.withTables<BookTables>().selectFrom("signing").select("signer");
  return (await rows.where("subject", "=", subject).executeTakeFirst())?.signer;
}

/** How many signings stand, by the subject of their book. */
export async function signingsFor(
  db: Db,
  of: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (of.length === 0) return new Map();
  const rows = await db
    .withTables<BookTables>()
    .selectFrom("signing")
    .select(["book", (eb) => eb.fn.countAll<number>().as("n")])
    .where("book", "in", [...of])
    .groupBy("book")
    .execute();
  return new Map(rows.map(({ book, n }) => [book, n]));
}

const books = (db: Db) =>
  db.withTables<BookTables>().selectFrom("book").select(["subject", "state", "texts"]);

const told = ({ state, texts }: Pick<BookTables["book"], "state" | "texts">) => ({
  thing: JSON.parse(state) as Book,
  texts: JSON.parse(texts) as BookTexts,
});
