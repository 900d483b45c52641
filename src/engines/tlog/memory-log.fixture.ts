/** A log in memory for tests and benchmarks: every tile ever written, by its path, and the slow root to compare with. */
import { createHash } from "node:crypto";
import { leafHash } from "./merkle.ts";
import { tilePath, type ReadTile } from "./tiles.ts";
import { GrowingTree, type TileWrite } from "./tree.ts";

export class MemoryLog {
  readonly tiles = new Map<string, Uint8Array>();

  /** Reads exactly the tile asked for, and fails when that width was never written. */
  readonly read: ReadTile = (level, n, width) => {
    const bytes = this.tiles.get(tilePath(level, n, width));
    if (bytes === undefined)
      throw new Error(`Expected ${tilePath(level, n, width)} to be written.`);
    return bytes;
  };

  keep(writes: readonly TileWrite[]): void {
    for (const { level, n, hashes } of writes)
      this.tiles.set(tilePath(level, n, hashes.length / 32), hashes);
  }
}

/** Entry number i, different for each i. */
const entryAt = (i: number): Uint8Array => new TextEncoder().encode(`entry ${i}`);

/** The leaf hashes of the first `count` entries. */
export const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(entryAt(i)));

/** A log of `count` entries, appended in one go. */
export function logOf(count: number): { log: MemoryLog; tree: GrowingTree; leaves: Uint8Array[] } {
  const log = new MemoryLog();
  const leaves = leavesOf(count);
  const tree = GrowingTree.open(0, log.read);
  log.keep(tree.append(leaves));
  return { log, tree, leaves };
}

/** RFC 6962 §2.1 word for word: slow, shares no code with the engine, and is what the engine is held against. */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return new Uint8Array(createHash("sha256").digest());
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const sha = createHash("sha256").update(Uint8Array.of(1));
  return new Uint8Array(
    sha
      .update(naiveRoot(leaves.slice(0, k)))
      .update(naiveRoot(leaves.slice(k)))
      .digest(),
  );
}

/** A copy with one bit turned over. */
export function withBitFlipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = copy[at]! ^ (1 << (bit % 8));
  return copy;
}
