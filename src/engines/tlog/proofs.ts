/**
 * Proofs: a short row of hashes shows that an entry is in the log, or that a log only ever grew.
 * RFC 6962 §2.1.1 and §2.1.2 to make them (from tiles), RFC 9162 §2.1.3.2 and §2.1.4.2 to check them.
 */
import { HASH_SIZE, emptyRoot, nodeHash, sameHash, subtreeHash } from "./merkle.ts";
import {
  TILE_WIDTH,
  readHashes,
  requireSize,
  rightEdge,
  tileWidth,
  type ReadTile,
} from "./tiles.ts";

/** Entries `from` up to, not including, `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The root of a log of `size` entries, from the unfinished tile of each level.
 * Throws RangeError for a size outside 0–2^53-1 and TlogError 'bad-tile' for a tile too short.
 * Source: RFC 6962 §2.1 over C2SP tlog-tiles.
 */
export function rootFromTiles(size: number, read: ReadTile): Uint8Array {
  // A log is a row of complete subtrees, large to small, one for each set bit of its size, hashed together from the
  // right. The tile at the edge of level L holds bits 8L to 8L + 7.
  let root: Uint8Array | undefined;
  for (const { level, n, width } of rightEdge(size)) {
    if (width === 0) continue;
    const hashes = readHashes(read, level, n, width);
    for (let count = 1, end = width; end > 0; count *= 2) {
      if ((width & count) === 0) continue;
      end -= count;
      const subtree = subtreeHash(hashes, end, count);
      root = root === undefined ? subtree : nodeHash(subtree, root);
    }
  }
  return root ?? emptyRoot();
}

/**
 * The proof that entry `index` is in the log of `size` entries, nearest hash first. Which tiles are read depends only
 * on the two numbers. Throws RangeError for an index outside the log and TlogError 'bad-tile' for a tile too short.
 * Source: RFC 6962 §2.1.1.
 */
export function inclusionProof(index: number, size: number, read: ReadTile): Uint8Array[] {
  requireSize(size);
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`Expected an entry index below ${size}, got ${index}.`);
  }
  const beside: Range[] = [];
  let { from, to }: Range = { from: 0, to: size };
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from);
    beside.push(index < split ? { from: split, to } : { from, to: split });
    if (index < split) to = split;
    else from = split;
  }
  const hashOf = rangeHasher(size, read);
  return beside.toReversed().map(hashOf);
}

/**
 * The proof that the log of `size2` entries starts with the log of `size1`; empty when they are equal or `size1` is 0.
 * Throws RangeError unless 0 ≤ size1 ≤ size2 and TlogError 'bad-tile' for a tile too short.
 * Source: RFC 6962 §2.1.2.
 */
export function consistencyProof(size1: number, size2: number, read: ReadTile): Uint8Array[] {
  requireSize(size1);
  requireSize(size2);
  if (size1 > size2)
    throw new RangeError(`Expected an earlier size of up to ${size2}, got ${size1}.`);
  if (size1 === 0) return [];
  const parts: Range[] = [];
  let { from, to }: Range = { from: 0, to: size2 };
  while (to !== size1) {
    const split = from + largestPowerBelow(to - from);
    parts.push(size1 <= split ? { from: split, to } : { from, to: split });
    if (size1 <= split) to = split;
    else from = split;
  }
  if (from > 0) parts.push({ from, to }); // the verifier knows the whole earlier root, but not a part of it
  const hashOf = rangeHasher(size2, read);
  return parts.toReversed().map(hashOf);
}

/**
 * Whether `proof` shows `leafHash` at `index` of the log of `size` entries under `root`. Never throws.
 * Source: RFC 9162 §2.1.3.2.
 */
export function verifyInclusion(
  leafHash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || ![leafHash, root, ...proof].every(isHash))
    return false;
  let hash = leafHash;
  let [place, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false; // more hashes than levels
    if (isOdd(place) || place === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * Whether `proof` shows that the log `size2`/`root2` starts with the log `size1`/`root1`. Never throws.
 * Equal sizes need equal roots; size 0 needs the empty root; both an empty proof. Source: RFC 9162 §2.1.4.2.
 */
export function verifyConsistency(
  size1: number,
  root1: Uint8Array,
  size2: number,
  root2: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(size1) || !isSize(size2) || size1 > size2 || ![root1, root2, ...proof].every(isHash))
    return false;
  if (size1 === 0 && !sameHash(root1, emptyRoot())) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(root1, root2);
  if (size1 === 0) return proof.length === 0;

  let [place, last] = [size1 - 1, size2 - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  const [first, ...rest] = place === 0 ? [root1, ...proof] : proof;
  if (first === undefined) return false;
  let [hash1, hash2] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false; // more hashes than levels
    if (isOdd(place) || place === last) {
      hash1 = nodeHash(sibling, hash1);
      hash2 = nodeHash(sibling, hash2);
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      hash2 = nodeHash(hash2, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash1, root1) && sameHash(hash2, root2);
}

// Hashes ranges of one log as RFC 6962 splits them, reading each tile once.
function rangeHasher(size: number, read: ReadTile): (range: Range) => Uint8Array {
  const tiles = new Map<string, Uint8Array>();
  const tile = (level: number, n: number): Uint8Array => {
    const key = `${level}/${n}`;
    const bytes = tiles.get(key) ?? readHashes(read, level, n, tileWidth(level, n, size));
    tiles.set(key, bytes);
    return bytes;
  };
  // A complete subtree: `count` hashes of one tile, at the highest level whose hashes are not larger than it.
  const complete = ({ from, to }: Range): Uint8Array => {
    const level = Math.floor(Math.log2(to - from) / 8);
    const start = from / TILE_WIDTH ** level;
    return subtreeHash(
      tile(level, Math.floor(start / TILE_WIDTH)),
      start % TILE_WIDTH,
      (to - from) / TILE_WIDTH ** level,
    );
  };
  const hashOf = ({ from, to }: Range): Uint8Array => {
    const split = from + largestPowerBelow(to - from);
    if (split - from === (to - from) / 2 || to - from === 1) return complete({ from, to });
    return nodeHash(complete({ from, to: split }), hashOf({ from: split, to }));
  };
  return hashOf;
}

// RFC 6962's k: the largest power of two below n. (n = 1 gives 1/2, which no caller splits at.)
function largestPowerBelow(n: number): number {
  let power = 2 ** Math.floor(Math.log2(n));
  if (power > n) power /= 2; // log2 rounds up just below large powers of two
  return power === n ? power / 2 : power;
}

const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_SIZE;
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2); // not >>: sizes go past 32 bits
