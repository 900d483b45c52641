/** Whose pages a restore closed because nothing is known of what was withdrawn since its backup, until an owner has looked. Rule V87. */
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { table, text } from "../../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../../platform/private/part.ts";

export interface Unlooked {
  /** The subject of a person. */
  readonly person: string;
  /** The record that closed the pages, for whoever reads the log. */
  readonly held: string;
}

const rows = rowsOf<Unlooked>("unlooked");

export const unlookedPart = {
  name: "unlooked",
  tables: {
    unlooked: {
      returns: "It stands with the records that close the pages, in a backup too.",
      keeps: { what: "consents", until: "desk" },
    },
  },
  migrations: [creating({ unlooked: table({ person: text, held: text }) })],
  questions: {
    all: (db: Db) => rows.of(db).orderBy("person").execute(),
    count: (db: Db) => countRows(rows.of(db).clearSelect()),
  },
  operations: {
    async add(tx: Db, some: readonly Unlooked[]): Promise<void> {
      for (const one of some) {
        await rows.drop(tx, { person: one.person });
        await rows.add(tx, one);
      }
    },
    drop: async (tx: Db): Promise<void> => void (await rows.drop(tx, {})),
  },
} satisfies PrivatePart;

export const askUnlooked = asking(unlookedPart);
