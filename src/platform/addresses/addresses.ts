/** Addresses: which subject a slug of a space leads to. A slug is bound once and never rebound; old slugs redirect. */
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { createTables, integer, table, text, type TablesOf } from "../db/table.ts";
import type { Projection } from "../log/projection.ts";
import { rowProjection, writeRows } from "../log/row-projection.ts";
import type { Kinds } from "../records/kind.ts";
import type { LogRecord } from "../records/record.ts";

export const SLUG_BOUND = "slug.bound/1";
const SlugBound = v.strictObject({
  space: v.pipe(v.string(), v.regex(/^[a-z]{1,40}$/)),
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
});
export const addressKinds: Kinds = { [SLUG_BOUND]: { opens: false, body: SlugBound } };

const tables = {
  /** Every binding that was said. */
  binding: table(
    { id: text, subject: text, at: text, space: text, slug: text },
    { key: ["subject", "id"], indexes: { binding_slug: ["slug", "space"] } },
  ),
  /** Per slug the first binding in reading order. */
  address: table(
    { space: text, slug: text, subject: text, at: text, id: text },
    { key: ["space", "slug"], indexes: { address_subject: ["subject"] } },
  ),
};
type AddressTables = TablesOf<typeof tables>;

export interface Address {
  readonly subject: string;
  /** The slug under which the subject stands today; another one redirects to it. */
  readonly slug: string;
}

export async function subjectAt(db: Db, space: string, slug: string): Promise<Address | undefined> {
  const mine = db.withTables<AddressTables>();
  const row = await mine
    .selectFrom("address as asked")
    .innerJoin("address as owned", (j) =>
      j.onRef("owned.subject", "=", "asked.subject").onRef("owned.space", "=", "asked.space"),
    )
    .select(["owned.subject", "owned.slug"])
    .where("asked.space", "=", space)
    .where("asked.slug", "=", slug)
    .orderBy("owned.at", "desc")
    .orderBy("owned.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row;
}

/** The current slug of each subject; a subject that has none is left out. */
export async function slugsOf(db: Db, subjects: readonly string[]): Promise<Map<string, string>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .withTables<AddressTables>()
    .selectFrom("address")
    .select(["subject", "slug"])
    .where("subject", "in", [...new Set(subjects)])
    .orderBy("at")
    .orderBy("id")
    .execute();
  return new Map(rows.map((r) => [r.subject, r.slug])); // the last one in order wins
}

/** The spaces whose pages stand under another word. */
const SHOWN_AS: Readonly<Record<string, string>> = { people: "authors", partners: "organisations" };

/** The space whose pages stand under this word. */
export const spaceShownAs = (word: string): string =>
  Object.keys(SHOWN_AS).find((space) => SHOWN_AS[space] === word) ?? word;

/** Where the page of a subject stands today, without a language; undefined where it has no address. */
export async function pathOf(db: Db, subject: string): Promise<string | undefined> {
  const row = await db
    .withTables<AddressTables>()
    .selectFrom("address")
    .select(["space", "slug"])
    .where("subject", "=", subject)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && `/${SHOWN_AS[row.space] ?? row.space}/${row.slug}`;
}

/** Every slug that a subject has or had. */
export async function everySlugOf(db: Db, subject: string): Promise<string[]> {
  const rows = await db
    .withTables<AddressTables>()
    .selectFrom("address")
    .select("slug")
    .where("subject", "=", subject)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** The same with their spaces. */
export const addressesOf = (db: Db, subject: string): Promise<{ space: string; slug: string }[]> =>
  db
    .withTables<AddressTables>()
    .selectFrom("address")
    .select(["space", "slug"])
    .where("subject", "=", subject)
    .execute();

/** Every current address of a space: slug to subject, sorted by slug. */
export async function addressesIn(db: Db, space: string): Promise<Map<string, string>> {
  const rows = await db
    .withTables<AddressTables>()
    .selectFrom("address")
    .select(["subject", "slug"])
    .where("space", "=", space)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const current = new Map(rows.map((r) => [r.subject, r.slug]));
  const pairs = [...current].map(([subject, slug]) => [slug, subject] as const);
  return new Map(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export const addresses: Projection = {
  name: "addresses",
  version: 2,
  kinds: [SLUG_BOUND],
  tables: Object.keys(tables),
  create: (db) => createTables(db, tables),

  async write(tx, subjects) {
    const changed = await writeRows(tx, { binding: tables.binding }, subjects, (records) => ({
      binding: records.flatMap(({ id, at, body }) => {
        const said = v.safeParse(SlugBound, body);
        return said.success ? [{ id, at, ...said.output }] : [];
      }),
    }));
    return changed.map(({ space, slug }) => `${space}/${slug}`);
  },

  async view(tx, keys) {
    const mine = tx.withTables<AddressTables>();
    const slugs = [...new Set(keys.map((key) => key.slice(key.indexOf("/") + 1)))];
    const wanted = new Set(keys);
    const bindings = await mine
      .selectFrom("binding")
      .selectAll()
      .where("slug", "in", slugs)
      .orderBy("at")
      .orderBy("id")
      .execute();
    const first = new Map<string, (typeof bindings)[number]>();
    for (const binding of bindings) {
      const key = `${binding.space}/${binding.slug}`;
      if (wanted.has(key) && !first.has(key)) first.set(key, binding);
    }
    for (const space of new Set([...wanted].map((key) => key.slice(0, key.indexOf("/")))))
      await mine
        .deleteFrom("address")
        .where("space", "=", space)
        .where(
          "slug",
          "in",
          slugs.filter((slug) => wanted.has(`${space}/${slug}`)),
        )
        .execute();
    if (first.size > 0)
      await mine
        .insertInto("address")
        .values([...first.values()])
        .execute();
  },
};

/** What every thing that has an address is called, and which others it names, whatever feature it is of (called.ts asks). */
const calledTables = {
  called: table(
    // `isGone`: 1 once it is withdrawn. `at`: of what was said last.
    { subject: text, space: text, name: text, folded: text, gone: integer, at: text },
    { indexes: { called_space: ["space", "gone", "folded"] } },
  ),
  /** The subjects that a thing names, or that what is said beside it names. */
  naming: table(
    { subject: text, named: text },
    { key: ["subject", "named"], indexes: { naming_named: ["named"] } },
  ),
};
export type CalledTables = TablesOf<typeof calledTables>;

/** As it is looked for: small letters without marks, one blank between words. */
export const folded = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * @param kinds of every feature: what can be edited and withdrawn has a name here
 * @param beside kinds by which more is said about such a thing, and others are named
 */
export function calledProjection(kinds: Kinds, beside: readonly string[] = []): Projection {
  const families = Object.keys(kinds).flatMap((kind) => {
    const family = kind.split(".")[0]!;
    const [edited, withdrawn] = [`${family}.edited/1`, `${family}.withdrawn/1`];
    return kinds[kind]!.opens && kinds[edited] && kinds[withdrawn] ? [kind, edited, withdrawn] : [];
  });
  const about = new Set(families);
  const read = [...about, SLUG_BOUND, ...beside];
  return rowProjection({
    name: "called",
    version: 1,
    kinds: Object.fromEntries(read.map((kind) => [kind, kinds[kind]!])),
    tables: calledTables,
    fold: (records) => calledIn(records, about),
    rows: ({ named, ...called }) => ({
      called: [called],
      naming: named.map((one) => ({ named: one })),
    }),
  });
}

function calledIn(records: readonly LogRecord[], kinds: ReadonlySet<string>) {
  const about = records.filter(({ kind }) => kinds.has(kind));
  const space = fieldOf(records.findLast(({ kind }) => kind === SLUG_BOUND)?.body, "space");
  const words = about.findLast(({ body }) => nameIn(body) !== undefined);
  if (space === undefined || words === undefined) return undefined;
  const name = nameIn(words.body)!;
  const { kind, at } = about.at(-1)!;
  const beside = records.filter((one) => !kinds.has(one.kind) && one.kind !== SLUG_BOUND);
  const named = new Set([words, ...beside].flatMap(({ body }) => [...subjectsIn(body)]));
  named.delete(words.subject);
  const gone = kind.endsWith(".withdrawn/1") ? 1 : 0;
  return { space, name, folded: folded(name), gone, at, named: [...named] };
}

/** What a body is called. */
export const nameIn = (body: unknown): string | undefined =>
  fieldOf(body, "name") ?? fieldOf(body, "title") ?? fieldOf(propertiesOf(body), "name");

const propertiesOf = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "properties" in body ? body.properties : undefined;

function fieldOf(body: unknown, field: string): string | undefined {
  const value: unknown =
    typeof body === "object" && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Everything in it that has the form of a subject; a hash that has it, too, leads nowhere and does no harm. */
function* subjectsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (/^[0-9a-f]{64}$/.test(value)) yield value;
  } else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* subjectsIn(inner);
}
