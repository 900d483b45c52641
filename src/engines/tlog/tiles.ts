/**
 * Tiles: how the log's hashes and entries are cut into files of up to 256, what those are called and how wide they are.
 * C2SP tlog-tiles; a tile at level L holds the roots of complete subtrees of 256^L entries.
 */
import { TlogError } from "./error.ts";
import { HASH_SIZE } from "./merkle.ts";

/** Hashes in a full tile, entries in a full bundle: a subtree of height 8. */
export const TILE_WIDTH = 256;

/** Where a tile stands: its level (or 'entries' for the entries themselves), its place in the level, its width. */
interface TileAddress {
  readonly level: number | "entries";
  readonly n: number;
  readonly width: number;
}

/**
 * Gives the bytes of a tile of hashes. It may give a wider version of the same tile: the extra hashes are ignored,
 * so a store may drop a partial tile once a wider one exists.
 */
export type ReadTile = (level: number, n: number, width: number) => Uint8Array;

const MAX_LEVEL = 63; // the format's own bound
const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * The path of a tile below the log's address: `tile/0/x001/x234/067`, or `tile/0/003.p/17` when it is 17 wide.
 * Throws RangeError for a level outside 0–63, an unsafe or negative n, a width outside 1–256.
 * Source: C2SP tlog-tiles, "Merkle Tree" and "Log entries".
 */
export function tilePath(level: number | "entries", n: number, width: number = TILE_WIDTH): string {
  if (level !== "entries" && !isWithin(level, 0, MAX_LEVEL)) {
    throw new RangeError(`Expected a tile level of 0–${MAX_LEVEL} or 'entries', got ${level}.`);
  }
  if (!isWithin(n, 0, Number.MAX_SAFE_INTEGER))
    throw new RangeError(`Expected a tile index of 0–2^53-1, got ${n}.`);
  if (!isWithin(width, 1, TILE_WIDTH))
    throw new RangeError(`Expected a tile width of 1–${TILE_WIDTH}, got ${width}.`);
  const partial = width < TILE_WIDTH ? `.p/${width}` : "";
  return `tile/${level}/${indexPath(n)}${partial}`;
}

/**
 * Reads a tile's path back, or undefined when it is not exactly what `tilePath` writes: no other spelling of the same
 * tile is let in, so a cache or a file system never holds it twice. Source: C2SP tlog-tiles.
 */
export function parseTilePath(path: string): TileAddress | undefined {
  const [, levelText, groups, widthText] = PATH.exec(path) ?? [];
  if (levelText === undefined || groups === undefined || groups.startsWith("x000"))
    return undefined;
  const level = levelText === "entries" ? levelText : Number(levelText);
  const n = Number(groups.replaceAll(/[x/]/g, ""));
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  if (level !== "entries" && level > MAX_LEVEL) return undefined;
  if (!Number.isSafeInteger(n)) return undefined;
  if (widthText !== undefined && width >= TILE_WIDTH) return undefined;
  return { level, n, width };
}

/**
 * How many hashes tile `n` of a level holds in a log of `size` entries: 0 when it does not exist yet, 256 when full.
 * Source: C2SP tlog-tiles, "Partial Tiles".
 */
export function tileWidth(level: number, n: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level); // exact: dividing a safe integer by a power of two
  return Math.max(0, Math.min(TILE_WIDTH, hashes - n * TILE_WIDTH));
}

/**
 * The unfinished tile of each level of a log of `size` entries, leaves first; width 0 where a level ends exactly at a
 * full tile. Throws RangeError for a size outside 0–2^53-1. Source: C2SP tlog-tiles, "Partial Tiles".
 */
export function rightEdge(size: number): { level: number; n: number; width: number }[] {
  requireSize(size);
  const edge = [];
  for (let level = 0; size >= TILE_WIDTH ** level; level++) {
    const n = Math.floor(size / TILE_WIDTH ** (level + 1));
    edge.push({ level, n, width: tileWidth(level, n, size) });
  }
  return edge;
}

/** Throws RangeError unless `size` is a whole number of 0–2^53-1. */
export function requireSize(size: number): void {
  if (!isWithin(size, 0, Number.MAX_SAFE_INTEGER))
    throw new RangeError(`Expected a log size of 0–2^53-1, got ${size}.`);
}

/**
 * Asks `read` for a tile and cuts it to `width` hashes.
 * Throws TlogError 'bad-tile' when what comes is too short or not whole hashes.
 */
export function readHashes(read: ReadTile, level: number, n: number, width: number): Uint8Array {
  const bytes = read(level, n, width);
  if (
    bytes.length % HASH_SIZE !== 0 ||
    bytes.length < width * HASH_SIZE ||
    bytes.length > TILE_WIDTH * HASH_SIZE
  ) {
    const path = tilePath(level, n, width);
    throw new TlogError(
      "bad-tile",
      `Expected ${width * HASH_SIZE} bytes for ${path}, got ${bytes.length}.`,
    );
  }
  return bytes.subarray(0, width * HASH_SIZE);
}

// 1234067 becomes x001/x234/067: three digits a folder, an x before all but the last, so no file is also a folder.
function indexPath(n: number): string {
  let path = String(n % 1000).padStart(3, "0");
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, "0")}/${path}`;
  }
  return path;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
