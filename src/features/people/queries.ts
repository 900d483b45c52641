/** What pages ask about people. */
import { addressesIn, type Address } from "../../platform/addresses/addresses.ts";
import { addressedThings } from "../../platform/addresses/things.ts";
import { callable } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { withoutNames } from "../../platform/web/hidden-names.ts";
import {
  consentChanges,
  isCovered,
  mayBeShown,
  restsOnConsent,
  type Consenting,
} from "./consent.ts";
import type { Person } from "./fold.ts";
import type { HeldTables, PeopleTables } from "./projection.ts";
import { PERSON_WORDING } from "./records.ts";

/** A person in full, with the address under which the person stands today. */
export type PersonCard = Person & Address;

const everybody = addressedThings<Person>("person", PERSON_WORDING);

/** These people; one that is withdrawn or has no address is left out. */
export async function peopleBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, PersonCard>> {
  const found = await everybody.some(db, subjects);
  return new Map(found.map(({ subject, slug, thing }) => [subject, { ...thing, subject, slug }]));
}

/** Of everybody: the walk of life and what decides whether the person may be shown. */
export async function peopleCover(
  db: Db,
): Promise<Map<string, Consenting & { readonly walk?: string }>> {
  return coverOf(await coverRows(db).execute());
}

/** The same of these people. */
export async function consentingOf(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, Consenting>> {
  if (subjects.length === 0) return new Map();
  return coverOf(
    await coverRows(db)
      .where("subject", "in", [...new Set(subjects)])
      .execute(),
  );
}

const coverRows = (db: Db) =>
  db.withTables<PeopleTables>().selectFrom("person").select(["subject", "walk", "role", "consent"]);

const coverOf = (
  rows: readonly Pick<PeopleTables["person"], "subject" | "walk" | "role" | "consent">[],
) =>
  new Map(
    rows.map(({ subject, walk, role, consent }) => {
      const { ground = {}, ...agreed } =
        consent === null ? {} : (JSON.parse(consent) as Consenting & { readonly ground?: object });
      return [
        subject,
        { ...(walk !== null && { walk }), ...(role === 1 && { role: ground }), ...agreed },
      ];
    }),
  );

/** What holds this person, in a word each (PE16). */
export async function holdsOn(db: Db, person: string): Promise<readonly string[]> {
  const row = await db
    .withTables<HeldTables>()
    .selectFrom("person_held")
    .select("holds")
    .where("subject", "=", person)
    .executeTakeFirst();
  return row === undefined ? [] : row.holds.split(" ");
}

/** Who is shown nowhere while an objection waits, whatever the day, and under which name. Rule PE13. */
export async function heldPeople(
  db: Db,
): Promise<readonly { readonly subject: string; readonly name: string }[]> {
  const rows = await db
    .withTables<PeopleTables & HeldTables>()
    .selectFrom("person_held")
    .innerJoin("person", "person.subject", "person_held.subject")
    .select(["person.subject", "person.state"])
    .orderBy("person.subject")
    .execute();
  return rows.map(({ subject, state }) => ({ subject, name: (JSON.parse(state) as Person).name }));
}

/**
 * The names that nobody says meanwhile, of others either: all but those that somebody else bears. Rule PE13.
 * @returns undefined where nobody is hidden
 */
export async function hiddenNames(db: Db): Promise<string[] | undefined> {
  const held = await heldPeople(db);
  if (held.length === 0) return undefined;
  const left = await Promise.all(held.map((one) => isNamesakes(db, one)));
  return held.filter((_, i) => !left[i]).map(({ name }) => name);
}

/** Whether to take out this name would touch the name of somebody else who may be shown. */
export async function isNamesakes(
  db: Db,
  { subject, name }: { readonly subject: string; readonly name: string },
): Promise<boolean> {
  const called = await callable(db, { space: "people", words: name, most: MOST_ALIKE });
  const alike = called.filter(
    (one) => one.subject !== subject && withoutNames(one.name, [name]) !== one.name,
  );
  const cover = await consentingOf(
    db,
    alike.map((one) => one.subject),
  );
  return [...cover.values()].some(isCovered);
}
const MOST_ALIKE = 500; // people with all words of one name

/** The names of everybody whom a story portrays, as they stand there. */
export async function portrayedNames(db: Db): Promise<string[]> {
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom("person")
    .select("state")
    .where("walk", "is not", null)
    .execute();
  return rows.map(({ state }) => (JSON.parse(state) as Person).name);
}

/** Who has no ground to be named: no public role, no consent, and no account under which they publish (PE19). */
export async function groundless(db: Db): Promise<readonly PersonCard[]> {
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom("person")
    .select(["subject", "consent", "state"])
    .where("role", "=", 0)
    .execute();
  const found = rows.filter(({ consent, state }) => {
    const { account } = JSON.parse(state) as Person;
    return (
      account !== true && (consent === null || !restsOnConsent(JSON.parse(consent) as Consenting))
    );
  });
  const known = await peopleBySubject(
    db,
    found.map(({ subject }) => subject),
  );
  return [...known.values()];
}

/** The names of everybody here: who is portrayed, and who writes. */
export async function allNames(db: Db): Promise<string[]> {
  const rows = await db.withTables<PeopleTables>().selectFrom("person").select("state").execute();
  return rows.map(({ state }) => (JSON.parse(state) as Person).name);
}

/** A person by address; an old slug gives the present one. */
export async function personAt(db: Db, slug: string): Promise<PersonCard | undefined> {
  const found = await everybody.at(db, slug);
  return found && { ...found.thing, subject: found.subject, slug: found.slug };
}

/** PE6: the slugs of everybody who has a page on a day, and the first day after it on which there may be others. */
export async function personPages(
  db: Db,
  {
    lang,
    today,
    authors,
  }: {
    readonly lang: string;
    readonly today: string;
    /** Who signs something that is shown. */
    readonly authors: ReadonlySet<string>;
  },
): Promise<{ readonly slugs: readonly string[]; readonly until?: string }> {
  const known = await peopleCover(db);
  const slugs = [...(await addressesIn(db, "people"))].flatMap(([slug, subject]) => {
    const person = known.get(subject);
    if (!person) return [];
    const isNamed = mayBeShown(person, "story", lang, today);
    return isNamed || (!restsOnConsent(person) && authors.has(subject)) ? [slug] : [];
  });
  const [until] = [...known.values()]
    .flatMap((person) => consentChanges(person, today) ?? [])
    .toSorted();
  return { slugs, ...(until !== undefined && { until }) };
}
