/** What follows from records and rows: tables of the log's projections, and indexes of words. Rule HD1. */
import { allRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { isWordIndex, wordsIn } from "../../platform/db/word-index.ts";
import { isSqlite } from "../../platform/db/dialect.ts";
import { LOG_TABLES } from "../../platform/log/tables.ts";
import type { PrivatePart } from "../../platform/private/part.ts";
import type { FoundMade } from "./found.ts";
import type { Matching } from "./matching.ts";

/** @param texts of which a document of an index has to hold every word */
export async function madeNaming(
  db: Db,
  parts: readonly PrivatePart[],
  matching: Matching,
  texts: readonly string[],
): Promise<FoundMade[]> {
  const others = new Set([
    ...LOG_TABLES,
    "row_sum",
    ...parts.flatMap(({ tables }) => Object.keys(tables)),
  ]);
  const found: FoundMade[] = [];
  const all = (await db.introspection.getTables()).filter(({ name }) => !others.has(name));
  const indexes: string[] = [];
  for (const { name, columns } of all)
    if (
      isSqlite(db)
        ? await isWordIndex(db, name)
        : columns.some(({ dataType }) => dataType === "tsvector")
    )
      indexes.push(name);
  for (const { name } of all) {
    if (indexes.some((index) => name === index || name.startsWith(`${index}_`))) continue;
    let rows = 0;
    for await (const row of allRows(db, `select * from ${name}`))
      if (Object.values(row).some((value) => matching.hits(value).length > 0)) rows += 1;
    if (rows > 0) found.push({ table: name, rows });
  }
  for (const index of indexes) {
    const rows = await documentsWith(db, index, texts);
    if (rows > 0) found.push({ table: index, rows });
  }
  return found;
}

/** How many documents of an index hold all words of one of these texts. */
async function documentsWith(db: Db, index: string, texts: readonly string[]): Promise<number> {
  const wanted = texts.map((text) =>
    fold(text)
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter((word) => word !== ""),
  );
  const every = new Set(wanted.flat());
  const words = new Map<number, Set<string>>();
  for await (const { id, word } of wordsIn(db, index)) {
    if (!every.has(fold(word))) continue;
    if (!words.has(id)) words.set(id, new Set());
    words.get(id)!.add(fold(word));
  }
  return [...words.values()].filter((own) =>
    wanted.some((all) => all.length > 0 && all.every((word) => own.has(word))),
  ).length;
}

const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
