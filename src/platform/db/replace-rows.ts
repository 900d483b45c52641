/** Rows that follow from records, written where they differ: what stays the same costs no page of the database's log. */
import type { Tx } from "./store.ts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

const PARAMETERS = 18_000; // below the databases' limit of one statement

/** Whose rows are replaced: those of `table` in which `column` is one of `values`; `key` makes a row one. */
interface Rows {
  readonly table: string;
  readonly column: string;
  readonly values: readonly string[];
  readonly key: readonly string[];
}

/**
 * Make the rows named by `of` exactly `rows`; of several with the same key, the last. A row that stays keeps its place,
 * and of its columns only those are written that changed in some row, so that an index over others is left alone.
 * @returns the rows that stood before
 */
export async function replaceRows(tx: Tx, of: Rows, rows: readonly Row[]): Promise<readonly Row[]> {
  const { table, column, values, key } = of;
  if (values.length === 0) return [];
  const mine = tx.withTables<Record<string, Record<string, Value>>>();
  const found = await mine.selectFrom(table).selectAll().where(column, "in", values).execute();
  const nameOf = (row: Row) => JSON.stringify(key.map((k) => row[k]));
  const before = new Map(found.map((row) => [nameOf(row), row]));
  const after = new Map(rows.map((row) => [nameOf(row), row]));
  const changed = new Set<string>();
  const write = [...after].flatMap(([name, row]) => {
    const old = before.get(name);
    if (!old) return [row];
    const differs = Object.keys(row).filter((field) => row[field] !== old[field]);
    for (const field of differs) changed.add(field);
    return differs.length > 0 ? [row] : [];
  });
  const left = new Set(rows.map((row) => row[column]));
  const emptied = new Set(found.flatMap((row) => (left.has(row[column]) ? [] : row[column]!)));
  if (emptied.size > 0)
    await mine
      .deleteFrom(table)
      .where(column, "in", [...emptied])
      .execute();
  for (const [name, gone] of before)
    if (!after.has(name) && !emptied.has(gone[column]!))
      await mine
        .deleteFrom(table)
        .where((eb) => eb.and(key.map((k) => eb(k, "=", gone[k]!))))
        .execute();
  const step = Math.floor(PARAMETERS / Object.keys(rows[0] ?? {}).length);
  for (let i = 0; i < write.length; i += step) {
    const inserting = mine.insertInto(table).values(write.slice(i, i + step));
    const writing =
      changed.size === 0
        ? inserting
        : inserting.onConflict((c) =>
            c
              .columns(key)
              .doUpdateSet((eb) =>
                Object.fromEntries([...changed].map((name) => [name, eb.ref(`excluded.${name}`)])),
              ),
          );
    await writing.execute();
  }
  return found;
}
