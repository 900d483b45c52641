/** Records that wait: for their time, for a grant, for a program that knows their kind. */
import type { Tx } from "../db/store.ts";
import type { HeldReason, Verified } from "./incoming.ts";
import type { LogTables } from "./tables.ts";

/** What was accepted, and what it leaves to be done beside the log now that the commit is durable. */
export interface Accepted {
  /** How many records were new. */
  readonly added: number;
  /** Erasures among the new records, by id. */
  readonly erasures: readonly string[];
  /** Media that no body names any more; to be deleted. */
  readonly droppedMedia: readonly string[];
}

export const NOTHING: Accepted = { added: 0, erasures: [], droppedMedia: [] };

/** What came of one and then of another. */
export const both = (a: Accepted, b: Accepted): Accepted => ({
  added: a.added + b.added,
  erasures: [...a.erasures, ...b.erasures],
  droppedMedia: [...a.droppedMedia, ...b.droppedMedia],
});

const MAX_HELD = 1000; // a stranger can fill no more than this

/** Keep what must wait; returns the ids for which there was no room. */
export async function hold(
  tx: Tx,
  waiting: readonly { record: Verified; reason: HeldReason; due: number }[],
): Promise<Set<string>> {
  const full = new Set<string>();
  if (waiting.length === 0) return full;
  const mine = tx.withTables<LogTables>();
  const { n } = await mine
    .selectFrom("held")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  for (const [i, { record, reason, due }] of waiting.entries()) {
    if (record.document === null || n + i >= MAX_HELD) {
      full.add(record.id);
      continue;
    }
    const { id, entry, document } = record;
    await mine
      .insertInto("held")
      .values({ id, reason, due, entry, document })
      .onConflict((c) => c.column("id").doNothing())
      .execute();
  }
  return full;
}
