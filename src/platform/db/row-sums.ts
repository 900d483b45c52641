/**
 * Checksums of tables that follow from nothing else: one number a table, changed with each row in the same transaction.
 *
 * Only what this program writes changes the number, so a row that was changed past it is found. On SQLite temporary
 * triggers do it, which no other program sees or stumbles over. On PostgreSQL triggers do it where the transaction has
 * said that it is ours (`beginKeeping`); statements of others leave the number as it is.
 */
import { sql } from "kysely";
import { isSqlite } from "./dialect.ts";
import { numberOf, xor } from "./row-hash.ts";
import type { Db } from "./store.ts";

type Tables = { row_sum: { name: string; sum: number } };

/** What `openSqlite` gives its writing connection for the triggers: the sum after one more row, or one less. */
export const SUM_FUNCTION = "cnd_row_sum";
export const sumWith = (sum: unknown, ...row: readonly unknown[]): number =>
  xor(Number(sum), numberOf(row));

/** The sums that were kept, by table; undefined where no program has kept any yet. */
export async function keptSums(db: Db): Promise<ReadonlyMap<string, number> | undefined> {
  const known = await db.introspection.getTables();
  if (!known.some(({ name }) => name === "row_sum")) return undefined;
  const rows = await db.withTables<Tables>().selectFrom("row_sum").selectAll().execute();
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

/** The sum over the rows of a table as they are now. */
export async function sumOf(db: Db, table: string): Promise<number> {
  if (!isSqlite(db)) {
    const { rows } = await sql<{ sum: number | null }>`
      select bit_xor(${numberInPostgres}) as sum from ${sql.table(table)} as cnd_row`.execute(db);
    return rows[0]?.sum ?? 0;
  }
  const columns = await columnsOf(db, table);
  let sum = 0;
  for await (const row of db
    .withTables<Record<string, Record<string, unknown>>>()
    .selectFrom(table)
    .select(columns)
    .stream())
    sum = sumWith(sum, ...columns.map((name) => row[name]));
  return sum;
}

/** Begin to keep the sums of these tables, as their rows are now. What differed before (`off`, by table) goes on differing. */
export async function keepSums(
  db: Db,
  tables: readonly string[],
  off: ReadonlyMap<string, number>,
): Promise<void> {
  const mine = db.withTables<Tables>();
  await mine.schema
    .createTable("row_sum")
    .ifNotExists()
    .addColumn("name", "text", (c) => c.primaryKey())
    .addColumn("sum", "bigint", (c) => c.notNull())
    .execute();
  if (!isSqlite(db)) await functionsInPostgres(db);
  for (const name of tables) {
    const sum = xor(await sumOf(db, name), off.get(name) ?? 0);
    await mine
      .insertInto("row_sum")
      .values({ name, sum })
      .onConflict((c) => c.column("name").doUpdateSet({ sum }))
      .execute();
    if (!isSqlite(db)) await triggersInPostgres(db, name);
  }
}

/** Once a connection of SQLite that writes, for all tables whose sums are kept. */
export async function watchRows(db: Db, tables: readonly string[]): Promise<void> {
  if (!isSqlite(db)) return;
  for (const table of tables) {
    const columns = await columnsOf(db, table);
    const sumOver = (sum: string, row: "new" | "old") =>
      `${SUM_FUNCTION}(${[sum, ...columns.map((name) => `${row}.${quoted(name)}`)].join(", ")})`;
    const sums = {
      insert: sumOver("sum", "new"),
      delete: sumOver("sum", "old"),
      update: sumOver(sumOver("sum", "old"), "new"),
    };
    for (const [verb, sum] of Object.entries(sums))
      await sql
        .raw(`create temp trigger if not exists ${quoted(`sum_${verb}_${table}`)} after ${verb} on main.${quoted(table)}
          begin update row_sum set sum = ${sum} where name = '${table}'; end`)
        .execute(db);
  }
}

/** At the head of a writing transaction: from here on the sums are kept. */
export async function beginKeeping(tx: Db): Promise<void> {
  if (!isSqlite(tx)) await sql`select set_config('cnd.keeps_sums', 'on', true)`.execute(tx);
}

const quoted = (name: string): string => `"${name}"`; // names of ours, without quotes

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table})`.execute(db);
  return rows.map(({ name }) => name).toSorted();
}

/** A row of `cnd_row` as a number of 52 bits; the alias is the name of no column. */
const numberInPostgres = sql.raw(`('x' || left(md5(cnd_row::text), 13))::bit(52)::bigint`);

const VERBS = {
  insert: { referencing: "new table as cnd_after", rows: ["cnd_after"] },
  delete: { referencing: "old table as cnd_before", rows: ["cnd_before"] },
  update: {
    referencing: "old table as cnd_before new table as cnd_after",
    rows: ["cnd_before", "cnd_after"],
  },
};

async function functionsInPostgres(db: Db): Promise<void> {
  for (const [verb, { rows }] of Object.entries(VERBS)) {
    const sums = rows.map(
      (name) =>
        sql`(select coalesce(bit_xor(${numberInPostgres}), 0) from ${sql.table(name)} as cnd_row)`,
    );
    await sql`
      create or replace function ${sql.raw(`cnd_sum_${verb}`)}() returns trigger language plpgsql as $$
      begin
        if current_setting('cnd.keeps_sums', true) = 'on' then
          update row_sum set sum = sum # ${sql.join(sums, sql` # `)} where name = tg_table_name;
        end if;
        return null;
      end $$`.execute(db);
  }
}

async function triggersInPostgres(db: Db, table: string): Promise<void> {
  for (const [verb, { referencing }] of Object.entries(VERBS))
    await sql`create or replace trigger ${sql.ref(`sum_${verb}`)}
      after ${sql.raw(verb)} on ${sql.table(table)} referencing ${sql.raw(referencing)}
      for each statement execute function ${sql.raw(`cnd_sum_${verb}`)}()`.execute(db);
}
