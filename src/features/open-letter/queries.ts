/** What pages ask about the open letter. */
import { sql } from "kysely";
import { countRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { PAGE_SIZE, SIGNER_KINDS, type SignerKind } from "./records.ts";
import type { Signed } from "./fold.ts";
import { findable, type LetterTables } from "./projection.ts";

/** A signature under a name that somebody has read. */
export type NamedSignature = Signed & { readonly subject: string; readonly name: string };

export interface LetterCounts {
  readonly total: number;
  /** Of them, those whose name is shown. */
  readonly named: number;
  /** Of them, those that a person confirmed and no mail. */
  readonly byHand: number;
  /** Those that nobody has signed are left out. */
  readonly kinds: readonly (readonly [kind: SignerKind, count: number])[];
  /** ISO 3166, the most first; those who named none are left out. */
  readonly countries: readonly (readonly [country: string, count: number])[];
}

export async function letterCounts(db: Db): Promise<LetterCounts> {
  const rows = await mine(db)
    .selectFrom("signature_said")
    .select((eb) => [
      "kind",
      "country",
      eb.fn.countAll<number>().as("n"),
      eb.fn.count<number>("find").as("named"),
      eb.fn.sum<number>("by_hand").as("byHand"),
    ])
    .groupBy(["kind", "country"])
    .execute();
  const sum = (some: readonly { readonly n: number }[]) => some.reduce((all, { n }) => all + n, 0);
  const kinds = SIGNER_KINDS.map(
    (kind) => [kind, sum(rows.filter((row) => row.kind === kind))] as const,
  );
  const countries = [...Map.groupBy(rows, ({ country }) => country)].flatMap(([country, some]) =>
    country === null ? [] : [[country, sum(some)] as const],
  );
  return {
    total: sum(rows),
    named: rows.reduce((all, { named }) => all + named, 0),
    byHand: rows.reduce((all, { byHand }) => all + byHand, 0),
    kinds: kinds.filter(([, n]) => n > 0),
    countries: countries.toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
  };
}

export interface NamesPage {
  readonly names: readonly NamedSignature[];
  /** On all pages. */
  readonly total: number;
  readonly pages: number;
}

/** The names, the newest first. @param find part of a name or a place */
export async function namesPage(
  db: Db,
  { page = 1, find = "" }: { readonly page?: number; readonly find?: string } = {},
): Promise<NamesPage> {
  let all = mine(db).selectFrom("signature_said").where("find", "is not", null);
  const part = findable(find.trim()).replace(/[%_!]/g, "!$&");
  // Standard SQL, the same on both databases; Kysely has no word for it.
  if (part !== "") all = all.where(sql<boolean>`find like ${`%${part}%`} escape '!'`);
  const total = await countRows(all);
  const rows = await all
    .select(["subject", "state"])
    .orderBy("said", "desc")
    .orderBy("subject", "desc")
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { names: rows.map(nameOf), total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

/** The last names, for a page that leads to the letter. */
export async function latestNames(db: Db, most: number): Promise<readonly NamedSignature[]> {
  const rows = await mine(db)
    .selectFrom("signature_said")
    .select(["subject", "state"])
    .where("find", "is not", null)
    .orderBy("said", "desc")
    .orderBy("subject", "desc")
    .limit(most)
    .execute();
  return rows.map(nameOf);
}

/** Every signature, named or not, in the order in which they were said. */
export async function allSignatures(db: Db): Promise<readonly Signed[]> {
  const rows = await mine(db)
    .selectFrom("signature_said")
    .select("state")
    .orderBy("said")
    .orderBy("subject")
    .execute();
  return rows.map(({ state }) => JSON.parse(state) as Signed);
}

/** By their own ids: subject and state. */
export async function signaturesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Signed & { readonly subject: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await mine(db)
    .selectFrom("signature_said")
    .select(["id", "subject", "state"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(
    rows.map(({ id, subject, state }) => [id, { ...(JSON.parse(state) as Signed), subject }]),
  );
}

const nameOf = ({ subject, state }: { subject: string; state: string }): NamedSignature => ({
  ...(JSON.parse(state) as Signed & { name: string }),
  subject,
});

const mine = (db: Db) => db.withTables<LetterTables>();
