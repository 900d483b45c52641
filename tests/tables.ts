/** Every row of every table that follows from the records, as text, so that two instances can be compared. */
import { sql } from "kysely";
import type { Db } from "../src/platform/db/store.ts";
import type { Registry } from "../src/platform/log/projection.ts";

export async function tablesAsText(db: Db, registry: Registry): Promise<string> {
  const texts: string[] = [];
  for (const table of registry.projections.flatMap((p) => p.tables)) {
    // An index of words is each database's own; which documents it holds is the same.
    const columns = sql.raw(table === "search_text" ? "rowid" : "*");
    const { rows } = await sql<
      Record<string, unknown>
    >`select ${columns} from ${sql.table(table)}`.execute(db);
    const lines = rows.map((row) =>
      JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    texts.push(table, ...lines.toSorted());
  }
  return texts.join("\n");
}
