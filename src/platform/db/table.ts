/** Tables as values: what stands in their columns, and the statements that make them. */
import type { CreateTableBuilder } from "kysely";
import type { Value } from "./replace-rows.ts";
import type { Db } from "./store.ts";

/** `T` is what stands in it. */
export interface Column<T extends Value = Value> {
  readonly type: "text" | "integer" | "bigint" | "double precision";
  readonly isNullable?: true;
  /** For the type alone. */
  readonly holds?: T;
}

export const text: Column<string> = { type: "text" };
/** One of a few texts. */
export const textOf = <T extends string>(): Column<T> => ({ type: "text" });
export const integer: Column<number> = { type: "integer" };
export const bigint: Column<number> = { type: "bigint" };
export const double: Column<number> = { type: "double precision" };
export const orNull = <T extends Value>({ type }: Column<T>): Column<T | null> => ({
  type,
  isNullable: true,
});

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
 * @param columns in their order
 * @param more its key, which is the first column where none is named; an empty one is none
 */
export function table<C extends Columns>(
  columns: C,
  more: {
    readonly key?: readonly (keyof C & string)[];
    readonly indexes?: Readonly<Record<string, readonly (keyof C & string)[]>>;
  } = {},
): Table<C> {
  const names = Object.keys(columns);
  const { key = names.slice(0, 1), indexes = {} } = more;
  const isKeyed = key.length > 0;
  return { columns, key: isKeyed ? key : names, isKeyed, indexes };
}

export async function createTables({ schema }: Db, tables: Tables): Promise<void> {
  for (const [name, { columns, key, isKeyed, indexes }] of Object.entries(tables)) {
    let making: CreateTableBuilder<string, string> = schema.createTable(name);
    for (const [column, { type, isNullable }] of Object.entries(columns))
      making = making.addColumn(column, type, (c) =>
        isKeyed && key.length === 1 && key[0] === column
          ? c.primaryKey()
          : isNullable
            ? c
            : c.notNull(),
      );
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
