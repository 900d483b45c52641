/** Every private row that names somebody, whichever part keeps it. Rules HD1 and HD4. */
import { allRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { privateIsOpen } from "../../platform/private/private.ts";
import { isPassing, type PrivatePart, type Stored } from "../../platform/private/part.ts";
import type { FoundRow } from "./found.ts";
import type { Matching } from "./matching.ts";

/** @param chosen rows that were named by their own id, such as `class_learner/…`: they are the person's, whatever they say */
export async function rowsNaming(
  db: Db,
  parts: readonly PrivatePart[],
  matching: Matching,
  chosen: readonly string[] = [],
): Promise<FoundRow[]> {
  if (!(await privateIsOpen(db, parts))) return [];
  const found: FoundRow[] = [];
  const hanging: FoundRow[] = [];
  for (const { table, part, key } of tablesOf(parts))
    for await (const row of allRows(db, `select * from ${table}`)) {
      const id = idOf(table, key, row as Stored);
      const hits = Object.entries(row).flatMap(([column, value]) =>
        matching.hits(value).map((hit) => ({ ...hit, at: inside(column, hit.at) })),
      );
      if (hits.length === 0 && !chosen.includes(id)) continue;
      const whose = part.whose?.[table] ?? [];
      const isTheirs =
        chosen.includes(id) ||
        hits.some(({ at, isExact }) => whose.includes(at) || (isExact && HASH.test(at)));
      found.push({ table, id, row: row as Stored, hits, isTheirs });
    }
  const theirs = found.filter(({ isTheirs }) => isTheirs);
  for (const parent of theirs) hanging.push(...(await hangingOn(db, parts, parent)));
  const known = new Set(theirs.map(same));
  const all = [
    ...theirs,
    ...hanging.filter((row) => !known.has(same(row)) && known.add(same(row))),
  ];
  return [...all, ...found.filter((row) => !known.has(same(row)))];
}

/** Columns of hashes: whoever said the contact or code is who stands there. */
const HASH = /(?:^|_)(?:hash|code|secret|token)(?:_|$)/;
const inside = (column: string, at: string): string =>
  at === "" ? column : `${column}${at.startsWith("[") ? "" : "."}${at}`;
const same = ({ table, row }: FoundRow): string => JSON.stringify([table, row]);

interface Table {
  readonly table: string;
  readonly part: PrivatePart;
  readonly key: readonly string[];
}
const tablesOf = (parts: readonly PrivatePart[]): Table[] =>
  parts.flatMap((part) =>
    Object.entries(part.tables).map(([table, ending]) => ({
      table,
      part,
      key: isPassing(ending) ? [] : (ending.key ?? []),
    })),
  );

/** What a row is called: by its key, or by a column that is called so. */
function idOf(table: string, key: readonly string[], row: Stored): string {
  const columns = key.length > 0 ? key : ["id"];
  return [table, ...columns.map((column) => String(row[column] ?? ""))].join("/");
}

/** What goes with a row: rows that name its key (`of` of a table). */
async function hangingOn(
  db: Db,
  parts: readonly PrivatePart[],
  parent: FoundRow,
): Promise<FoundRow[]> {
  const found: FoundRow[] = [];
  const [own] = tablesOf(parts).filter(({ table }) => table === parent.table);
  const value = parent.row[own?.key[0] ?? ""];
  if (value === undefined) return [];
  for (const part of parts)
    for (const [table, ending] of Object.entries(part.tables)) {
      if (isPassing(ending)) continue;
      for (const [column, of] of Object.entries(ending.of ?? {})) {
        if (of !== parent.table) continue;
        const rows = await db
          .withTables<Record<string, Stored>>()
          .selectFrom(table)
          .selectAll()
          .where(column, "=", value as never)
          .execute();
        for (const row of rows as Stored[])
          found.push({
            table,
            id: idOf(table, ending.key ?? [], row),
            row,
            hits: [],
            isTheirs: true,
          });
      }
    }
  return found;
}
