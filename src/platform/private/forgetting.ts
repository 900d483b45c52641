/**
 * Of somebody who is erased, rows of any part go or lose the name. One operation does it, in one transaction with the
 * checksums, so that what goes is noted like whatever else is taken back (V70) and nothing of it is left in the WAL.
 */
import type { Db, Tx } from "../db/store.ts";
import { dropHeld } from "../log/holding.ts";
import { rowsOf, type PrivatePart, type Stored } from "./part.ts";

export interface Forgetting {
  /** Each row as it was read; one that says something else by now is left as it is. Without `now` it goes. */
  readonly rows: readonly {
    readonly table: string;
    readonly was: Stored;
    readonly now?: Stored | undefined;
  }[];
  /** Records that wait, by their ids. */
  readonly held: readonly string[];
}

/** @throws Error where a table is none of these parts' */
export function forgetting(parts: readonly PrivatePart[]) {
  const known = new Set(parts.flatMap(({ tables }) => Object.keys(tables)));
  return async (tx: Db, { rows, held }: Forgetting): Promise<number> => {
    let done = 0;
    for (const { table, was, now } of rows) {
      if (!known.has(table)) throw new Error(`Expected a private table, got ${table}.`);
      const own = rowsOf<Record<string, Stored[string]>>(table);
      done += await (now ? own.change(tx, was, now) : own.drop(tx, was));
    }
    if (held.length > 0) await dropHeld(tx as Tx, held);
    return done;
  };
}
