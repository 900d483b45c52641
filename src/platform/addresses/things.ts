/** Things that have an address, read from a feature's table in the words that the handle speaks. */
import type { Db } from "../db/store.ts";
import { localised } from "../texts/view.ts";
import type { Wording } from "../texts/wording.ts";
import { slugsOf, subjectAt, type Address } from "./addresses.ts";

/** A thing with the address under which it stands today. */
export interface Addressed<T> extends Address {
  readonly thing: T;
}

interface Row {
  readonly subject: string;
  /** JSON. */
  readonly state: string;
}

/**
 * The questions that are the same for every feature which keeps its things as rows of `subject` and `state`. One that is
 * withdrawn or has no address is left out.
 * @param wording which of a thing's fields are words, and the space of its addresses
 */
export function addressedThings<T>(table: string, wording: Wording) {
  const rows = (db: Db) =>
    db.withTables<Record<string, Row>>().selectFrom(table).select(["subject", "state"]);

  const addressed = async (db: Db, found: readonly Row[]): Promise<Addressed<T>[]> =>
    (await withSlugs(db, found)).map(({ subject, slug, state }) => ({
      subject,
      slug,
      thing: localised(db, wording, JSON.parse(state) as T),
    }));

  return {
    addressed,
    /** All of them, by slug. */
    all: async (db: Db) => (await addressed(db, await rows(db).execute())).toSorted(bySlug),
    /** Those of these subjects. */
    some: async (db: Db, subjects: readonly string[]) =>
      subjects.length === 0
        ? []
        : addressed(
            db,
            await rows(db)
              .where("subject", "in", [...new Set(subjects)])
              .execute(),
          ),
    /** Those with a row in `link` whose `column` is this. */
    naming: async (db: Db, link: string, column: string, about: string) => {
      const links = db.withTables<Record<string, Record<string, string>>>().selectFrom(link);
      const named = links.select("subject").where(column, "=", about);
      return addressed(db, await rows(db).where("subject", "in", named).execute());
    },
    /** The one at this address; an old slug gives the present one. */
    at: async (db: Db, slug: string): Promise<Addressed<T> | undefined> => {
      const address = await subjectAt(db, wording.space, slug);
      if (!address) return undefined;
      const row = await rows(db).where("subject", "=", address.subject).executeTakeFirst();
      return row && { ...address, thing: localised(db, wording, JSON.parse(row.state) as T) };
    },
  };
}

/** These rows with the present slug of each; one whose subject has no address is left out. */
export async function withSlugs<R extends { readonly subject: string }>(
  db: Db,
  rows: readonly R[],
): Promise<(R & Address)[]> {
  const slugs = await slugsOf(
    db,
    rows.map((row) => row.subject),
  );
  return rows.flatMap((row) => {
    const slug = slugs.get(row.subject);
    return slug === undefined ? [] : [{ ...row, slug }];
  });
}

interface Slugged {
  readonly slug: string;
}
export const bySlug = (a: Slugged, b: Slugged): number => (a.slug < b.slug ? -1 : 1);

/** In the order in which readers of a language look words up; what reads the same, by slug. */
export function byWords<T extends Slugged>(lang: string, wordsOf: (thing: T) => string) {
  const { compare } = new Intl.Collator(lang);
  return (a: T, b: T): number => compare(wordsOf(a), wordsOf(b)) || bySlug(a, b);
}
