/** Every row of a table, in no order, a few at a time; how many there are; and whether the database's own files hold. */
import { sql, type SelectQueryBuilder } from "kysely";
import { isSqlite } from "./dialect.ts";
import type { Db } from "./store.ts";

export type AnyRow = Readonly<Record<string, unknown>>;

const FETCHED = 1000; // rows in memory at once on PostgreSQL; SQLite hands over one by one

/**
 * @param db inside a transaction; on SQLite nothing else may be asked of it before the last row
 * @param rows a statement that selects, of names that are ours
 */
export async function* allRows(db: Db, rows: string): AsyncGenerator<AnyRow> {
  if (isSqlite(db)) {
    yield* db
      .selectFrom(sql<AnyRow>`(${sql.raw(rows)})`.as("every"))
      .selectAll()
      .stream() as AsyncIterable<AnyRow>;
    return;
  }
  await sql`declare cnd_every cursor for ${sql.raw(rows)}`.execute(db);
  for (;;) {
    const { rows: some } =
      await sql<AnyRow>`fetch ${sql.raw(String(FETCHED))} from cnd_every`.execute(db);
    yield* some;
    if (some.length < FETCHED) break;
  }
  await sql`close cnd_every`.execute(db);
}

/** One line for each thing that the database itself finds wrong with its files; at most 20. */
export async function databaseProblems(db: Db): Promise<string[]> {
  if (!isSqlite(db)) return brokenIndexes(db);
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const lines = rows.flatMap((row) => row.integrity_check.split("\n"));
  return lines.filter((line) => line !== "ok" && !line.startsWith("*** in database")).slice(0, 20);
}

/** By `amcheck`, where somebody installed it in this database and lets us call it. */
async function brokenIndexes(db: Db): Promise<string[]> {
  const { rows: may } = await sql<{ may: boolean }>`
    select has_function_privilege(p.oid, 'execute') as may from pg_proc p
    where p.proname = 'bt_index_check' and p.pronargs = 2`.execute(db);
  if (may[0]?.may !== true) return [];
  const { rows: indexes } = await sql<{ oid: number; name: string }>`
    select c.oid::bigint as oid, c.relname as name from pg_class c join pg_am a on a.oid = c.relam
    where c.relkind = 'i' and a.amname = 'btree' and c.relnamespace = current_schema()::regnamespace`.execute(
    db,
  );
  const problems: string[] = [];
  for (const { oid, name } of indexes) {
    await sql`savepoint cnd_index`.execute(db); // what is found wrong is an error, and ends no more than this
    try {
      await sql`select bt_index_check(${oid}::oid::regclass, true)`.execute(db);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      await sql`rollback to savepoint cnd_index`.execute(db);
    }
    if (problems.length === 20) break;
  }
  return problems;
}

/** How many there are. @param rows of which nothing is selected yet: `countRows(db.selectFrom("job").where("state", "=", "waiting"))` */
export async function countRows<DB, TB extends keyof DB>(
  rows: SelectQueryBuilder<DB, TB, object>,
): Promise<number> {
  const counted = rows.select(({ fn }) => fn.countAll<number>().as("n"));
  const { n } = (await counted.executeTakeFirstOrThrow()) as { readonly n: number };
  return n;
}
