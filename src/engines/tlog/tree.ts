/**
 * The growing tree: takes new entries' hashes in, tells which tiles to write, and knows the root at once.
 * It holds only the right edge, one unfinished tile a level, so its memory does not grow with the log.
 */
import { HASH_SIZE, requireHash, subtreeHash } from "./merkle.ts";
import { rootFromTiles } from "./proofs.ts";
import { TILE_WIDTH, readHashes, requireSize, rightEdge, type ReadTile } from "./tiles.ts";

/** A tile to store: `hashes` is the whole tile from its start, width × 32 bytes, and belongs to the receiver. */
export interface TileWrite {
  readonly level: number;
  readonly n: number;
  readonly hashes: Uint8Array;
}

/** The unfinished tile of one level: `width` is 0–255, the bytes behind it are left over from before. */
interface EdgeTile {
  n: number;
  width: number;
  readonly hashes: Uint8Array;
}

/** A log's tree, open for appending. */
export class GrowingTree {
  #size: number;
  readonly #edge: EdgeTile[]; // one a level, leaves first

  private constructor(size: number, edge: EdgeTile[]) {
    this.#size = size;
    this.#edge = edge;
  }

  /**
   * Opens the tree of a log of `size` entries, reading at most one partial tile a level (none for size 0).
   * Throws RangeError for a size outside 0–2^53-1 and TlogError 'bad-tile' for a tile that is too short.
   */
  static open(size: number, read: ReadTile): GrowingTree {
    return new GrowingTree(
      size,
      rightEdge(size).map(({ level, n, width }) => {
        const hashes = new Uint8Array(TILE_WIDTH * HASH_SIZE);
        if (width > 0) hashes.set(readHashes(read, level, n, width));
        return { n, width, hashes };
      }),
    );
  }

  /** How many entries the tree holds. */
  get size(): number {
    return this.#size;
  }

  /**
   * Appends entries by their leaf hashes and returns every tile that changed, in its new width: full tiles in the
   * order they filled, then the unfinished ones from the leaves up. Nothing changes when it throws.
   * Throws RangeError for a hash that is not 32 bytes or a log that would pass 2^53-1 entries.
   */
  append(leafHashes: readonly Uint8Array[]): TileWrite[] {
    for (const leaf of leafHashes) requireHash(leaf);
    requireSize(this.#size + leafHashes.length);
    const before = this.#edge.map(heldHashes);
    const writes: TileWrite[] = [];
    for (const leaf of leafHashes) this.#push(0, leaf, writes);
    this.#size += leafHashes.length;
    for (const [level, tile] of this.#edge.entries()) {
      const hasGrown = heldHashes(tile) > (before[level] ?? 0);
      if (!hasGrown || tile.width === 0) continue; // a tile that just filled is already among the writes
      writes.push({ level, n: tile.n, hashes: tile.hashes.slice(0, tile.width * HASH_SIZE) });
    }
    return writes;
  }

  /** The root over all entries: the Merkle Tree Hash of RFC 6962 §2.1. */
  root(): Uint8Array {
    return rootFromTiles(this.#size, (level) => this.#edge[level]!.hashes);
  }

  #push(level: number, hash: Uint8Array, writes: TileWrite[]): void {
    const tile = (this.#edge[level] ??= {
      n: 0,
      width: 0,
      hashes: new Uint8Array(TILE_WIDTH * HASH_SIZE),
    });
    tile.hashes.set(hash, tile.width * HASH_SIZE);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    writes.push({ level, n: tile.n, hashes: tile.hashes.slice() });
    tile.n += 1;
    tile.width = 0;
    this.#push(level + 1, subtreeHash(tile.hashes, 0, TILE_WIDTH), writes);
  }
}

// How many hashes a whole level holds, its full tiles included.
function heldHashes({ n, width }: EdgeTile): number {
  return n * TILE_WIDTH + width;
}
