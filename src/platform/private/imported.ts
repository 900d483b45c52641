/** What each file of the campaign folder said when it was imported last, as a hash: an import tells by it who changed what. */
import type { Db } from "../db/store.ts";
import { columns, table, text } from "../db/table.ts";
import { asking, creating, type PrivatePart } from "./part.ts";

interface Imported {
  readonly subject: string;
  /** Of a translation; empty for the thing itself. */
  readonly lang: string;
  /** SHA-256; empty where the thing was withdrawn because it had no file. */
  readonly said: string;
}
type Tables = { imported: Imported };

export const importedPart = {
  name: "imported",
  tables: {
    imported: {
      returns: "Hashes of what the log says; no operation deletes any.",
      keeps: { what: "work", until: "campaign" },
    },
  },
  migrations: [
    creating({
      imported: table(columns(text, "subject", "lang", "said"), { key: ["subject", "lang"] }),
    }),
  ],
  operations: { keep },
} satisfies PrivatePart;

export const askImported = asking(importedPart);

async function keep(tx: Db, rows: readonly Imported[]): Promise<void> {
  for (const row of rows)
    await mine(tx)
      .insertInto("imported")
      .values(row)
      .onConflict((c) => c.columns(["subject", "lang"]).doUpdateSet({ said: row.said }))
      .execute();
}

/** By subject and language, with a blank between. */
export async function readImported(db: Db): Promise<Map<string, string>> {
  const rows = await mine(db).selectFrom("imported").selectAll().execute();
  return new Map(rows.map(({ subject, lang, said }) => [`${subject} ${lang}`, said]));
}

const mine = (db: Db) => db.withTables<Tables>();
