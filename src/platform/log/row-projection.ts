/** A projection that states its rows: the tables, and what one subject's records put into each; written here for many at once. */
import { replaceRows, type Row } from "../db/replace-rows.ts";
import type { Tx } from "../db/store.ts";
import { createTables, type Tables, type TablesOf } from "../db/table.ts";
import type { Kinds } from "../records/kind.ts";
import type { LogRecord } from "../records/record.ts";
import type { Projection, Subjects } from "./projection.ts";

/** The rows of one subject by table, each without its column `subject`; a table that is not named has none. */
type RowsOf<T extends Tables> = {
  readonly [N in keyof T]?: readonly Readonly<Omit<TablesOf<T>[N], "subject">>[];
};

interface Stated<T extends Tables, S> extends Pick<Projection, "name" | "version"> {
  readonly kinds: Kinds;
  /** Each with a column `subject`. */
  readonly tables: T;
  /** Pure. @param records the standing ones of one subject, in reading order; undefined where nothing is to be seen */
  fold(records: readonly LogRecord[]): S | undefined;
  rows(state: S, records: readonly LogRecord[]): RowsOf<T>;
  /** The view keys that these rows touch. @param changed the old rows and the new ones of every table */
  touched?(tx: Tx, changed: readonly Row[]): Promise<readonly string[]>;
}

/**
 * @example
 * rowProjection({
 *   name: "plans", version: 1, kinds: planKinds, tables: { plan: table({ subject: text, state: text }) },
 *   fold: foldPlan,
 *   rows: (plan) => ({ plan: [{ state: JSON.stringify(plan) }] }),
 * })
 */
export function rowProjection<T extends Tables, S>(stated: Stated<T, S>): Projection;
export function rowProjection<S>(stated: Stated<Tables, S>): Projection {
  const { name, version, kinds, tables } = stated;
  return {
    name,
    version,
    kinds: Object.keys(kinds),
    tables: Object.keys(tables),
    create: (db) => createTables(db, tables),
    async write(tx, subjects) {
      const changed = await writeRows(tx, tables, subjects, (records) => {
        const state = stated.fold(records);
        return state === undefined ? undefined : stated.rows(state, records);
      });
      return (await stated.touched?.(tx, changed)) ?? [];
    },
  };
}

/** Make the rows of these subjects exactly what `rowsOf` says. @returns the rows that stood before, and those that stand now */
export function writeRows<T extends Tables>(
  tx: Tx,
  tables: T,
  subjects: Subjects,
  rowsOf: (records: readonly LogRecord[]) => RowsOf<T> | undefined,
): Promise<Row[]>;
export async function writeRows(
  tx: Tx,
  tables: Tables,
  subjects: Subjects,
  rowsOf: (records: readonly LogRecord[]) => RowsOf<Tables> | undefined,
): Promise<Row[]> {
  const said = [...subjects].map(([subject, records]) => ({ subject, rows: rowsOf(records) }));
  const of = { column: "subject", values: [...subjects.keys()] };
  const changed: (readonly Row[])[] = [];
  for (const [name, { key }] of Object.entries(tables)) {
    const after = said.flatMap(({ subject, rows }) =>
      (rows?.[name] ?? []).map((row) => ({ subject, ...row })),
    );
    changed.push(await replaceRows(tx, { ...of, table: name, key }, after), after);
  }
  return changed.flat();
}
