/** The log's own tables: precious, and only ever migrated forward. What features keep can be rebuilt from them. */
import { SUM, sumOfVersions } from "../db/row-hash.ts";
import type { Db, Store } from "../db/store.ts";
import { sumOfState, writeState, type StateTables } from "./state.ts";

export type LogTables = StateTables & {
  /** Every accepted record in order of arrival; `document` is null once erased. */
  record: {
    idx: number;
    id: string;
    kind: string;
    subject: string;
    at: string;
    author: string;
    audience: string;
    import: string | null;
    body_hash: string;
    entry: Uint8Array;
    document: Uint8Array | null;
  };
  /** Bodies that an erasure covers, whether or not they are still here. */
  erased: { hash: string; by: string };
  /** Records that wait: for their time, for a grant, for a version that knows their kind. They show nothing. */
  held: { id: string; reason: string; due: number; entry: Uint8Array; document: Uint8Array };
  /** The tiles of the transparency log; the last of each level is partial. */
  tile: { level: number; n: number; hashes: Uint8Array };
  /** Which media files which bodies name. */
  media_ref: { media: string; body_hash: string };
};

export const LOG_TABLES = [
  "record",
  "erased",
  "held",
  "tile",
  "media_ref",
  "version",
  "state",
] as const;

/** Bring the log's tables to the form that this program knows. @throws Error when a newer program made them */
export async function migrateLog(db: Db, { bytes }: Pick<Store, "bytes">): Promise<void> {
  const mine = db.withTables<LogTables>();
  await mine.schema
    .createTable("state")
    .ifNotExists()
    .addColumn("key", "text", (c) => c.primaryKey())
    .addColumn("value", "text", (c) => c.notNull())
    .execute();
  const row = await mine
    .selectFrom("state")
    .select("value")
    .where("key", "=", "schema")
    .executeTakeFirst();
  const from = Number(row?.value ?? 0);
  if (from > MIGRATIONS.length)
    throw new Error(
      `This data was written by a newer program (schema ${from}, this one knows ${MIGRATIONS.length}). Update the program.`,
    );
  for (const [i, migrate] of MIGRATIONS.entries())
    if (i >= from)
      await db.transaction().execute(async (tx) => {
        await migrate(tx, bytes);
        await writeState(tx, { schema: String(i + 1) });
      });
}

/** The number of the form that this program knows. */
export const logSchema = (): number => MIGRATIONS.length;

const MIGRATIONS: readonly ((db: Db, bytes: Store["bytes"]) => Promise<void>)[] = [
  async (db, bytes) => {
    await db.schema
      .createTable("record")
      .addColumn("idx", "integer", (c) => c.primaryKey())
      .addColumn("id", "text", (c) => c.notNull().unique())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("author", "text", (c) => c.notNull())
      .addColumn("audience", "text", (c) => c.notNull())
      .addColumn("import", "text")
      .addColumn("body_hash", "text", (c) => c.notNull())
      .addColumn("entry", bytes, (c) => c.notNull())
      .addColumn("document", bytes)
      .execute();
    await db.schema.createIndex("record_subject").on("record").column("subject").execute();
    await db.schema.createIndex("record_body").on("record").column("body_hash").execute();
    await db.schema
      .createIndex("record_import")
      .on("record")
      .column("import")
      .where("import", "is not", null)
      .execute();
    await db.schema
      .createTable("erased")
      .addColumn("hash", "text", (c) => c.notNull())
      .addColumn("by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("erased_pk", ["hash", "by"])
      .execute();
    await db.schema
      .createTable("held")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("reason", "text", (c) => c.notNull())
      .addColumn("due", "bigint", (c) => c.notNull())
      .addColumn("entry", bytes, (c) => c.notNull())
      .addColumn("document", bytes, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("tile")
      .addColumn("level", "integer", (c) => c.notNull())
      .addColumn("n", "integer", (c) => c.notNull())
      .addColumn("hashes", bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint("tile_pk", ["level", "n"])
      .execute();
    await db.schema
      .createTable("media_ref")
      .addColumn("media", "text", (c) => c.notNull())
      .addColumn("body_hash", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("media_ref_pk", ["media", "body_hash"])
      .execute();
    await db.schema.createIndex("media_ref_body").on("media_ref").column("body_hash").execute();
    await db.schema
      .createTable("version")
      .addColumn("name", "text", (c) => c.primaryKey())
      .addColumn("n", "bigint", (c) => c.notNull())
      .execute();
  },
  async (db) => {
    // What a key said, where a grant to it is given or revoked.
    await db.schema.createIndex("record_author").on("record").column("author").execute();
  },
  async (db) => {
    const versions = db.withTables<LogTables>();
    const rows = await versions.selectFrom("version").selectAll().execute();
    await versions
      .insertInto("version")
      .values({ name: SUM, n: sumOfVersions(rows) })
      .execute();
  },
  async (db) => {
    const mine = db.withTables<LogTables>();
    const value = String(sumOfState(await mine.selectFrom("state").selectAll().execute()));
    await mine
      .insertInto("state")
      .values({ key: SUM, value })
      .onConflict((c) => c.column("key").doUpdateSet({ value }))
      .execute();
  },
];
