/** Every private row that names somebody, whichever part keeps it. Rules HD1 and HD4. */
import { allRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { FROZEN, unfrozen } from "../../platform/private/freezing.ts";
import { privateIsOpen } from "../../platform/private/private.ts";
import { isPassing, rowsOf, type PrivatePart, type Stored } from "../../platform/private/part.ts";
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
  const whoseIs = new Map(parts.flatMap(({ whose = {} }) => Object.entries(whose)));
  for (const { table, key } of tablesOf(parts))
    for await (const row of allRows(db, `select * from ${table}`)) {
      const id = idOf(table, key, row as Stored);
      const its = unfrozen(table, row as Stored);
      const hits = Object.entries(its.row).flatMap(([column, value]) =>
        matching.hits(value).map((hit) => ({ ...hit, at: inside(column, hit.at) })),
      );
      if (hits.length === 0 && !chosen.includes(id)) continue;
      const whose = whoseIs.get(its.table) ?? [];
      const isTheirs =
        chosen.includes(id) ||
        hits.some(
          ({ at, isExact, isWhole, isContact }) =>
            (whose.includes(at) && (isWhole || isContact)) || (isExact && HASH.test(at)),
        );
      found.push({ table, id, row: row as Stored, hits, isTheirs });
    }
  const theirs = found.filter(({ isTheirs }) => isTheirs);
  const all = [...theirs, ...(await hangingOn(db, parts, theirs))];
  const known = new Set(all.map(same));
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

/** What goes with these rows, and with what goes with them: rows that name their key, and what was set aside together. */
async function hangingOn(
  db: Db,
  parts: readonly PrivatePart[],
  theirs: readonly FoundRow[],
): Promise<FoundRow[]> {
  const tables = tablesOf(parts);
  const known = new Set(theirs.map(same));
  const all = [...theirs];
  for (const parent of all)
    for (const { table, column, key, value } of linksOf(tables, parent)) {
      const rows = await rowsOf<Record<string, Stored[string]>>(table)
        .of(db, { [column]: value })
        .execute();
      for (const row of rows) {
        const one = { table, id: idOf(table, key, row), row, hits: [], isTheirs: true };
        if (!known.has(same(one))) all.push(one);
        known.add(same(one));
      }
    }
  return all.slice(theirs.length);
}

interface Link extends Omit<Table, "part"> {
  readonly column: string;
  readonly value: Stored[string];
}

/** Where the rows are that hang on one. */
function linksOf(tables: readonly Table[], { table: of, row }: FoundRow): Link[] {
  if (of === FROZEN) return [{ table: of, key: ["id"], column: "batch", value: row["batch"]! }];
  const key = tables.find(({ table }) => table === of)?.key[0] ?? "";
  const value = row[key];
  if (value === undefined) return [];
  return tables.flatMap(({ table, part, key: own }) => {
    const ending = part.tables[table]!;
    if (isPassing(ending)) return [];
    const parents = { ...ending.keeps.with, ...ending.of };
    const columns = Object.keys(parents).filter((column) => parents[column] === of);
    return columns.map((column) => ({ table, key: own, column, value }));
  });
}
