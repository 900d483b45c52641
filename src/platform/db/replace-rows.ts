/** Rows that follow from records, written where they differ: what stays the same costs no page of the database's log. */
import type { Tx } from "./store.ts";

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

const PARAMETERS = 18_000; // below the databases' limit of one statement

/** Whose rows are replaced: those of `table` in which `column` is one of `values`; `key` makes a row one. */
export interface Rows {
  readonly table: string;
  readonly column: string;
  readonly values: readonly string[];
  readonly key: readonly string[];
}

/**
 * Make the rows named by `of` exactly `rows`. A row that stays keeps its place, and of its columns only those are
 * written that changed in some row, so that an index over others is left alone.
 */
export async function replaceRows(tx: Tx, of: Rows, rows: readonly Row[]): Promise<void> {
  const { table, column, values, key } = of;
  if (values.length === 0) return;
  const mine = tx.withTables<Record<string, Record<string, Value>>>();
  const found = await mine.selectFrom(table).selectAll().where(column, "in", values).execute();
  const nameOf = (row: Row) => JSON.stringify(key.map((k) => row[k]));
  const before = new Map(found.map((row) => [nameOf(row), row]));
  const changed = new Set<string>();
  const write = rows.filter((row) => {
    const old = before.get(nameOf(row));
    before.delete(nameOf(row));
    if (!old) return true;
    const differs = Object.keys(row).filter((name) => row[name] !== old[name]);
    for (const name of differs) changed.add(name);
    return differs.length > 0;
  });
  for (const gone of before.values())
    await mine
      .deleteFrom(table)
      .where((eb) => eb.and(key.map((k) => eb(k, "=", gone[k]!))))
      .execute();
  const step = Math.floor(PARAMETERS / Object.keys(rows[0] ?? {}).length);
  for (let i = 0; i < write.length; i += step)
    await mine
      .insertInto(table)
      .values(write.slice(i, i + step))
      .onConflict((c) =>
        changed.size === 0
          ? c.columns(key).doNothing()
          : c
              .columns(key)
              .doUpdateSet((eb) =>
                Object.fromEntries([...changed].map((name) => [name, eb.ref(`excluded.${name}`)])),
              ),
      )
      .execute();
}
