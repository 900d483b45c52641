/**
 * How many bytes of each file lie here, and from which network they came, so that nobody fills the room of the others. What is
 * only announced takes none. In memory alone: what lay here before the start counts in all, and for no network.
 */
import { openShares, type Shares } from "../../platform/budget/shares.ts";

interface Ledger {
  /** Whether so many bytes more of this file have room; they are counted if so. @param by the network, salted */
  take(id: string, by: string, bytes: number): boolean;
  /** It was looked at: what lies here of it now. */
  settle(id: string, bytes: number): void;
  /** Nothing of it lies here any more. */
  forget(id: string): void;
  /** Forget what was deleted elsewhere. @param ids what lies here */
  keep(ids: ReadonlySet<string>): void;
}

export function openLedger(
  room: Shares = openShares({ each: Infinity, total: Infinity }),
  before: Iterable<readonly [id: string, bytes: number]> = [],
): Ledger {
  const files = new Map<string, { readonly by: string; bytes: number }>();
  const add = (id: string, by: string, bytes: number): void => {
    const known = files.get(id);
    if (known) known.bytes += bytes;
    else files.set(id, { by, bytes });
  };
  for (const [id, bytes] of before) {
    room.add(BEFORE, bytes);
    add(id, BEFORE, bytes);
  }
  function forget(id: string): void {
    const file = files.get(id);
    if (file) room.give(file.by, file.bytes);
    files.delete(id);
  }
  return {
    forget,
    keep(ids) {
      for (const id of files.keys()) if (!ids.has(id)) forget(id);
    },
    take(id, by, bytes) {
      const from = files.get(id)?.by ?? by;
      if (!room.take(from, bytes)) return false;
      add(id, from, bytes);
      return true;
    },
    settle(id, bytes) {
      const file = files.get(id);
      if (!file) return;
      room.give(file.by, file.bytes);
      room.add(file.by, bytes);
      file.bytes = bytes;
    },
  };
}

const BEFORE = "here before";
