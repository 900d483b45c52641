/**
 * Rows of boards as they were written last: of forty learners one or two have moved on since somebody looked. What is on a
 * board no more is forgotten when that is looked at the next time, and at once where somebody was erased (forget.ts).
 */
import { writtenPiece, type Inlay, type Written } from "../../../platform/web/inlay.ts";
import type { Html } from "../../../platform/web/route.ts";
import { turnOfBoards } from "./turn.ts";

const MOST = 8; // boards, each in a language; of a hundred learners and six tasks each is 300 kB
const kept = new Map<string, ReadonlyMap<string, KeptRow>>();

interface KeptRow {
  readonly says: readonly unknown[];
  readonly written: Written;
}

export interface WrittenRow {
  /** The learner. */
  readonly id: string;
  /** All that the row is made of, in the same order each time: words and numbers, and things that are others when they are changed. */
  readonly says: readonly unknown[];
  /** Nothing in it waits for anything. */
  readonly write: () => Html;
}

export function forgetRows(): void {
  kept.clear();
}

/** @param board its class and its language @param since the turn in which it was read */
export function keptRows(board: string, rows: readonly WrittenRow[], since: number): Inlay {
  const before = kept.get(board);
  const now = new Map(
    rows.map(({ id, says, write }) => {
      const was = before?.get(id);
      const isSame = was?.says.every((one, i) => one === says[i]) === true;
      return [id, isSame ? was : { says, written: writtenPiece(write()) }];
    }),
  );
  if (since === turnOfBoards()) {
    kept.delete(board);
    kept.set(board, now);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  }
  return [...now.values()].map(({ written }) => written);
}
