/** Who is meant: by a name, a contact, an address or id, or a code. Several who bear one name are never taken for one. Rule HD2. */
import { createHash } from "node:crypto";
import { everySlugOf, subjectAt } from "../../platform/addresses/addresses.ts";
import { shortName } from "../../platform/addresses/short-name.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import { timeIso } from "../../platform/records/clock.ts";
import { storedSay } from "../../platform/records/record.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { PERSON_EDITED, PERSON_NAMED } from "../people/api.ts";
import { IN_SHORT, inShort, type FoundRow, type Holder } from "./found.ts";
import { isOneWord, openMatching, type Sought } from "./matching.ts";
import { rowsNaming } from "./rows.ts";

/** One person, as it was said who is meant. */
export interface Wanted {
  /** The person's subjects in the log; none for somebody of whom no record says anything. */
  readonly persons: readonly string[];
  readonly sought: Sought;
  /** Rows that were named by their ids. */
  readonly chosen: readonly string[];
  /** All who bear the name outside of the log are this one person. */
  readonly isOne: boolean;
  /** Others bear the person's name: what names nobody else's id is theirs or the person's, and is left alone. */
  readonly isShared: boolean;
}
/** Somebody who may be meant, with what tells them from the others. */
export interface Candidate {
  /** What to say in place of the name. */
  readonly id: string;
  readonly about: string;
}
export class Several {
  readonly candidates: readonly Candidate[];
  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates;
  }
}

const SHORTEST = 3; // characters: what is shorter stands in every second text
const LONGEST = 200;

interface Person {
  readonly subject: string;
  readonly names: ReadonlySet<string>;
  readonly about: string;
}

/**
 * @param who one or more of a name, a contact, an address (`/authors/…`), an id of the log, of a row (`class_learner/…`), a code
 * @param isOne that all who bear the name outside of the log are this one person
 */
export async function whoIsMeant(
  db: Db,
  holder: Pick<Holder, "parts" | "secrets">,
  who: readonly string[],
  isOne = false,
): Promise<Wanted | Several | Refusal> {
  const everybody = await peopleIn(db);
  const named = new Set<string>();
  const persons = new Set<string>();
  const chosen: string[] = [];
  const exact: string[] = [];
  const tables = new Set(holder.parts.flatMap(({ tables: own }) => Object.keys(own)));
  for (const one of who.map((typed) => typed.normalize("NFC").trim())) {
    if (one.length < SHORTEST || one.length > LONGEST)
      return new Refusal(
        `Expected a name, contact, id or code of ${SHORTEST} to ${LONGEST} characters, got ${one.length}.`,
      );
    const [, slug] = /(?:^|\/)authors\/([a-z0-9-]+)\/?$/.exec(one) ?? [];
    const subject = slug
      ? (await subjectAt(db, "people", slug))?.subject
      : await subjectOf(db, one);
    if (subject !== undefined) {
      persons.add(subject);
      exact.push(one);
    } else if (tables.has(one.split("/")[0]!)) chosen.push(one);
    else {
      named.add(one);
      exact.push(...(await hashesOf(holder, one)));
    }
  }
  const known = persons.size + chosen.length; // by an id: then nobody else may bear the name
  const bearing = everybody.filter(
    ({ names, subject: one }) =>
      !persons.has(one) && [...named].some((name) => names.has(fold(name))),
  );
  const rows = isOne ? [] : await bearers(db, holder, [...named], persons, chosen);
  if (bearing.length + rows.length > (known > 0 ? 0 : 1))
    return new Several([
      ...bearing.map(({ subject: id, about }) => ({ id, about })),
      ...rows.map(candidateOf),
    ]);
  for (const one of bearing) persons.add(one.subject);
  const texts = new Set(named);
  const wholes: string[] = [];
  const shared = new Set<string>();
  for (const { names } of everybody.filter((one) => persons.has(one.subject)))
    for (const name of names) {
      const others = everybody.filter((one) => !persons.has(one.subject) && one.names.has(name));
      const also = isOne ? [] : await bearers(db, holder, [name], persons, chosen);
      (named.has(name) || others.length + also.length === 0 ? texts : shared).add(name);
    }
  for (const subject of persons)
    for (const slug of await everySlugOf(db, subject)) {
      texts.add(isOneWord(slug) ? `/authors/${slug}` : slug);
      if (isOneWord(slug)) wholes.push(slug);
    }
  for (const text of [...texts].filter(isName))
    if (shortName(text).length >= SHORTEST && !isOneWord(shortName(text)))
      texts.add(shortName(text));
  const sought = { texts: [...texts], wholes, exact: [...persons, ...exact] };
  return { persons: [...persons], sought, chosen, isOne, isShared: shared.size > 0 };
}

const fold = (name: string): string =>
  name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
/** No mail address, phone number or code. */
const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && !/[@/\d]/.test(text);

/** Everybody of whom records say a name, with every name that they ever had. */
async function peopleIn(db: Db): Promise<Person[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["subject", "at", "document"])
    .where("kind", "in", [PERSON_NAMED, PERSON_EDITED])
    .where("document", "is not", null)
    .orderBy("at")
    .execute();
  return [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, own]) => {
    const said = own.map(({ document }) => storedSay(document!));
    const { title, organisation, walk, bio } = said.at(-1) as Record<string, string | undefined>;
    const day = timeIso(own[0]!.at).slice(0, 10);
    const about = [title, organisation, walk, bio?.slice(0, IN_SHORT)].filter(
      (one) => one !== undefined,
    );
    return {
      subject,
      names: new Set(said.map(({ name }) => fold(name as string))),
      about: [`named here since ${day}`, ...about].join(" · "),
    };
  });
}

/** An id of the log: the subject that it opened, or what its record is about. */
async function subjectOf(db: Db, id: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined;
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("subject")
    .where((eb) => eb.or([eb("id", "=", id), eb("subject", "=", id)]))
    .executeTakeFirst();
  return row?.subject;
}

/** What stands in tables in place of a secret, a code or a contact that somebody says. */
async function hashesOf(
  { parts, secrets }: Pick<Holder, "parts" | "secrets">,
  said: string,
): Promise<string[]> {
  const plain = [said, said.split("/").at(-1)!];
  const own = await Promise.all(parts.map(async ({ hashes }) => hashes?.(said, secrets) ?? []));
  return [...plain.map((one) => createHash("sha256").update(one).digest("hex")), ...own.flat()];
}

/** Rows of whoever bears the name and is not known to be the person. */
async function bearers(
  db: Db,
  { parts }: Pick<Holder, "parts">,
  said: readonly string[],
  persons: ReadonlySet<string>,
  chosen: readonly string[],
): Promise<FoundRow[]> {
  const names = said.filter(isName);
  if (names.length === 0) return [];
  const rows = await rowsNaming(db, parts, openMatching({ texts: names, exact: [] }));
  return rows.filter(
    ({ id, row, hits, isTheirs }) =>
      !chosen.includes(id) &&
      !persons.has(String(row["subject"])) &&
      hits.some(({ at, isWhole }) => isWhole && (isTheirs || at === "name")),
  );
}

/** Everything short in its row that is no hash. */
const candidateOf = ({ id, row }: FoundRow): Candidate => ({
  id,
  about: inShort(row),
});
