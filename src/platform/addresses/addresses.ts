/** Addresses: which subject a slug of a space leads to. A slug is bound once and never rebound; old slugs redirect. */
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { createTables, table, text, type TablesOf } from "../db/table.ts";
import type { Projection } from "../log/projection.ts";
import { writeRows } from "../log/row-projection.ts";
import type { Kinds } from "../records/kind.ts";

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
  return row && `/${row.space === "people" ? "authors" : row.space}/${row.slug}`;
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
