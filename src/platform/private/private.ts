/**
 * Private tables: what a feature must keep and may never say in public. They are no records and not in the
 * log, so a rebuild does not touch them; they are only ever migrated forward, each feature's in its own list.
 */
import type { Db, Store, Tx } from "../db/store.ts";
import type { Json, JsonObject } from "../records/jcs.ts";

export interface PrivatePart {
  /** Names the list of migrations; never change it. */
  readonly name: string;
  /** The tables that the migrations make, for whoever copies everything. */
  readonly tables: readonly string[];
  /** Only ever added to: what has run once is never changed. */
  readonly migrations: readonly ((db: Db) => Promise<void>)[];
  /** What may be asked of the writing connection, by name; each runs in one transaction. */
  readonly operations: Readonly<Record<string, (tx: Tx, input: Json) => Promise<Json>>>;
}

type PrivateTables = { private_schema: { part: string; n: number } };

export interface Privately {
  /** @throws Error when no part has an operation of that name */
  run(operation: string, input: Json): Promise<Json>;
}

/** Bring the private tables to the form that this program knows. @throws Error when a newer program made them */
export async function openPrivate(
  db: Db,
  store: Pick<Store, "lockLog">,
  parts: readonly PrivatePart[],
): Promise<Privately> {
  await db.schema
    .createTable("private_schema")
    .ifNotExists()
    .addColumn("part", "text", (c) => c.primaryKey())
    .addColumn("n", "integer", (c) => c.notNull())
    .execute();
  for (const part of parts) await migrate(db, part);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    run(operation, input) {
      const work = async () => {
        if (operation === RESTORE)
          return db.transaction().execute((tx) => putBack(tx, parts, input));
        const part = parts.find(({ operations }) => Object.hasOwn(operations, operation));
        if (!part) throw new Error(`Expected a private operation, got ${operation}.`);
        return db.transaction().execute(async (tx) => {
          await store.lockLog(tx); // one writer at a time, whatever it writes
          return part.operations[operation]!(tx, input);
        });
      };
      const done = queue.then(work, work);
      queue = done.catch(() => undefined);
      return done;
    },
  };
}

export const RESTORE = "private.restore";

/** A row as a backup holds it. */
export interface PrivateRow {
  readonly table: string;
  readonly row: JsonObject;
}

/** Every row of the private tables, for a backup. A table that this database does not have yet holds none. */
export async function* privateRows(
  db: Db,
  parts: readonly PrivatePart[],
): AsyncGenerator<PrivateRow> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name));
  for (const table of parts.flatMap(({ tables }) => tables).filter((name) => there.has(name)))
    for await (const row of db.withTables<Rows>().selectFrom(table).selectAll().stream())
      yield { table, row };
}

async function putBack(tx: Tx, parts: readonly PrivatePart[], input: Json): Promise<Json> {
  for (const { table, row } of input as unknown as readonly PrivateRow[]) {
    if (!parts.some(({ tables }) => tables.includes(table)))
      throw new Error(`Expected a private table that this program knows, got ${table}.`);
    await tx.withTables<Rows>().insertInto(table).values(row).execute();
  }
  return null;
}
type Rows = Record<string, JsonObject>;

async function migrate(db: Db, { name, migrations }: PrivatePart): Promise<void> {
  const row = await db
    .withTables<PrivateTables>()
    .selectFrom("private_schema")
    .select("n")
    .where("part", "=", name)
    .executeTakeFirst();
  const from = row?.n ?? 0;
  if (from > migrations.length)
    throw new Error(
      `The private tables of ${name} were written by a newer program (form ${from}, this one knows ${migrations.length}). Update the program.`,
    );
  for (const [i, step] of migrations.entries())
    if (i >= from)
      await db.transaction().execute(async (tx) => {
        await step(tx);
        await tx
          .withTables<PrivateTables>()
          .insertInto("private_schema")
          .values({ part: name, n: i + 1 })
          .onConflict((c) => c.column("part").doUpdateSet({ n: i + 1 }))
          .execute();
      });
}
