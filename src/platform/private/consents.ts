/**
 * Who agreed to be shown or heard, and how it can be proved: names, guardians, proofs and the hashes of withdrawal codes. What is
 * public of it (`consent.given/1`) names a random id alone.
 */
import type { Db } from "../db/store.ts";
import type { PrivatePart } from "./part.ts";

export interface ConsentRow {
  /** Random; the public record names it. */
  readonly id: string;
  /** The secret's hash of the contribution that it came with. */
  readonly owner: string;
  /** In the order of the form; the one whose story it is stands first. */
  readonly n: number;
  /** JSON: name, guardian, who asked, how, purposes, channels, languages, until. */
  readonly about: string;
  /** Makes the public hash of the proof say nothing by itself. */
  readonly salt: string;
  /** Hash of the code by which it is withdrawn. */
  readonly code: string;
  /** The UTC day on which it was given. */
  readonly given: string;
  /** The person's subject once it is said in public. */
  readonly subject: string | null;
}
type Tables = { consent: ConsentRow };

export const consents: PrivatePart = {
  name: "consents",
  tables: ["consent"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("consent")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("owner", "text", (c) => c.notNull())
        .addColumn("n", "integer", (c) => c.notNull())
        .addColumn("about", "text", (c) => c.notNull())
        .addColumn("salt", "text", (c) => c.notNull())
        .addColumn("code", "text", (c) => c.notNull().unique())
        .addColumn("given", "text", (c) => c.notNull())
        .addColumn("subject", "text")
        .execute();
      await db.schema.createIndex("consent_owner").on("consent").column("owner").execute();
    },
  ],
  operations: { add, of, byCode, said, forget },
};

/** The same ones sent again change nothing. */
async function add(tx: Db, rows: readonly Omit<ConsentRow, "subject">[]): Promise<void> {
  for (const row of rows)
    await mine(tx)
      .insertInto("consent")
      .values({ ...row, subject: null })
      .onConflict((c) => c.doNothing())
      .execute();
}

function of(tx: Db, owner: string): Promise<ConsentRow[]> {
  return mine(tx)
    .selectFrom("consent")
    .selectAll()
    .where("owner", "=", owner)
    .orderBy("n")
    .execute();
}

function byCode(tx: Db, code: string): Promise<ConsentRow | undefined> {
  return mine(tx).selectFrom("consent").selectAll().where("code", "=", code).executeTakeFirst();
}

/** It stands in public about this person from now on. */
async function said(tx: Db, { id, subject }: { id: string; subject: string }): Promise<void> {
  await mine(tx).updateTable("consent").set({ subject }).where("id", "=", id).execute();
}

async function forget(tx: Db, owners: readonly string[]): Promise<void> {
  for (const owner of owners)
    await mine(tx).deleteFrom("consent").where("owner", "=", owner).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
