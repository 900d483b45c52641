/**
 * Breaches of people's data, as whoever runs the instance notes them: the law asks for each to be written down, and gives 72 hours from the
 * moment of becoming aware. Rule V90.
 */
import type { Db } from "../db/store.ts";
import { columns, integer, table, text } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

export interface Breach {
  /** 1, 2, 3 …, in the order in which they were noted. */
  readonly n: number;
  /** When somebody became aware of it, and when it was noted: UTC, `2026-12-01T14:30:00.000Z`. */
  readonly aware: string;
  readonly noted: string;
  /** What happened, in a line of whoever notes it. */
  readonly what: string;
}

export const breachesPart = {
  name: "breaches",
  tables: {
    breach: {
      returns: "No operation deletes a note.",
      keeps: { what: "breaches", until: "campaign" },
    },
  },
  migrations: [
    creating({ breach: table({ n: integer, ...columns(text, "aware", "noted", "what") }) }),
  ],
  questions: { all },
  operations: { note },
} satisfies PrivatePart;

export const askBreaches = asking(breachesPart);
const breaches = rowsOf<Breach>("breach");

/** The oldest first. */
function all(db: Db): Promise<Breach[]> {
  return breaches.of(db).orderBy("n").execute();
}

async function note(tx: Db, said: Omit<Breach, "n">): Promise<Breach> {
  const row = { ...said, n: ((await all(tx)).at(-1)?.n ?? 0) + 1 };
  await breaches.add(tx, row);
  return row;
}
