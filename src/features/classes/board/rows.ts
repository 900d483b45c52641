/**
 * Rows of boards as they were written last: of forty learners one or two have moved on since somebody looked. What is on a
 * board no more is forgotten when that is looked at the next time.
 */
import { createHash } from "node:crypto";
import { raw } from "hono/html";
import type { Html } from "../../../platform/web/route.ts";

const MOST = 8; // boards, each in a language; of a hundred learners and six tasks each is 300 kB
const kept = new Map<string, ReadonlyMap<string, string>>();

export interface WrittenRow {
  /** All that the row is made of. */
  readonly says: string;
  /** Nothing in it waits for anything. */
  readonly write: () => Html;
}

/** @param board its class and its language */
export function keptRows(board: string, rows: readonly WrittenRow[]): Html {
  const before = kept.get(board);
  const now = new Map(
    rows.map(({ says, write }) => {
      const name = createHash("sha256").update(says).digest("base64url");
      return [name, before?.get(name) ?? (write() as { toString(): string }).toString()];
    }),
  );
  kept.delete(board);
  kept.set(board, now);
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return raw([...now.values()].join(""));
}
