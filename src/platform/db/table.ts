/** Tables as values: what stands in their columns, and the statements that make them. */
import type { CreateTableBuilder } from "kysely";
import type { Value } from "./replace-rows.ts";
import type { Db } from "./store.ts";

/** `T` is what stands in it. */
export interface Column<T extends Value = Value> {
  readonly type: "text" | "integer" | "bigint" | "double precision";
  readonly isNullable?: true;
  readonly isUnique?: true;
  /** For the type alone. */
  readonly holds?: T;
}

export const text: Column<string> = { type: "text" };
/** One of a few texts. */
export const textOf = <T extends string>(): Column<T> => ({ type: "text" });
export const integer: Column<number> = { type: "integer" };
export const bigint: Column<number> = { type: "bigint" };
export const double: Column<number> = { type: "double precision" };
export const orNull = <T extends Value>(column: Column<T>): Column<T | null> => ({
  ...column,
  isNullable: true,
});

export const unique = <T extends Value>(column: Column<T>): Column<T> => ({
  ...column,
  isUnique: true,
});
/** Several of one sort: `...columns(text, "name", "lang")`. */
export const columns = <T extends Value, N extends string>(
  column: Column<T>,
  ...names: readonly N[]
): Readonly<Record<N, Column<T>>> =>
  Object.fromEntries(names.map((name) => [name, column])) as Record<N, Column<T>>;

export type Columns = Readonly<Record<string, Column>>;

export interface Table<C extends Columns = Columns> {
  readonly columns: C;
  /** The columns that make a row one; where it has no key, all of them. */
  readonly key: readonly string[];
  readonly isKeyed: boolean;
  /** The columns of each index. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
}
export type Tables = Readonly<Record<string, Table>>;

/** How Kysely knows the rows of these tables. */
export type TablesOf<T extends Tables> = {
  [N in keyof T]: {
    [C in keyof T[N]["columns"]]: T[N]["columns"][C] extends Column<infer V> ? V : never;
  };
};

/**
 * @param of its columns in their order
 * @param more its key, which is the first column where none is named; an empty one is none
 */
export function table<C extends Columns>(
  of: C,
  more: {
    readonly key?: readonly (keyof C & string)[];
    readonly indexes?: Readonly<Record<string, readonly (keyof C & string)[]>>;
  } = {},
): Table<C> {
  const names = Object.keys(of);
  const { key = names.slice(0, 1), indexes = {} } = more;
  const isKeyed = key.length > 0;
  return { columns: of, key: isKeyed ? key : names, isKeyed, indexes };
}

export async function createTables({ schema }: Db, tables: Tables): Promise<void> {
  for (const [name, { columns: of, key, isKeyed, indexes }] of Object.entries(tables)) {
    let making: CreateTableBuilder<string, string> = schema.createTable(name);
    for (const [column, { type, isNullable, isUnique }] of Object.entries(of))
      making = making.addColumn(column, type, (c) => {
        if (isKeyed && key.length === 1 && key[0] === column) return c.primaryKey();
        const filled = isNullable ? c : c.notNull();
        return isUnique ? filled.unique() : filled;
      });
    if (key.length > 1 && isKeyed) making = making.addPrimaryKeyConstraint(`${name}_pk`, [...key]);
    await making.execute();
    for (const [index, over] of Object.entries(indexes))
      await schema
        .createIndex(index)
        .on(name)
        .columns([...over])
        .execute();
  }
}
