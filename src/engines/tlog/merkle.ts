/**
 * The hashes of the log: one for each entry, one for each pair of hashes, up to a single root that stands for all.
 * RFC 6962 §2.1; an entry can never pass for a pair, because the two are hashed with different first bytes.
 */
import { hash } from "node:crypto";

/** Bytes in a SHA-256 hash. */
export const HASH_SIZE = 32;

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/**
 * MTH(d) of one entry: SHA-256(0x00 || entry).
 * Source: RFC 6962 §2.1.
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input[0] = LEAF_PREFIX;
  input.set(entry, 1);
  return sha256(input);
}

/**
 * The hash above two hashes: SHA-256(0x01 || left || right).
 * Throws RangeError when either is not 32 bytes long. Source: RFC 6962 §2.1.
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  requireHash(left);
  requireHash(right);
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_SIZE);
  return sha256(nodeInput);
}

/** The root of a log without entries: SHA-256 of nothing. A new array each time. Source: RFC 6962 §2.1. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}

/**
 * The root above `count` neighbouring hashes, `count` a power of two, taken from position `start` of a run of hashes.
 * Throws RangeError when the run is shorter or `count` is not a power of two. Source: RFC 6962 §2.1.
 */
export function subtreeHash(hashes: Uint8Array, start: number, count: number): Uint8Array {
  const from = start * HASH_SIZE;
  const to = from + count * HASH_SIZE;
  if (!Number.isInteger(Math.log2(count)) || from < 0 || to > hashes.length) {
    const held = hashes.length / HASH_SIZE;
    throw new RangeError(
      `Expected a power of two of hashes within ${held}, got ${count} from ${start}.`,
    );
  }
  const level = new Uint8Array(hashes.subarray(from, to)); // a copy: each round halves it in place
  for (let width = count; width > 1; width /= 2) {
    for (let pair = 0; pair < width / 2; pair++) {
      const at = pair * 2 * HASH_SIZE;
      nodeInput.set(level.subarray(at, at + 2 * HASH_SIZE), 1);
      level.set(hash("sha256", nodeInput, "buffer"), pair * HASH_SIZE);
    }
  }
  return level.slice(0, HASH_SIZE);
}

/** Whether two hashes are the same bytes. Hashes are public, so the time it takes need not be hidden. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Throws RangeError unless `bytes` is 32 bytes long. */
export function requireHash(bytes: Uint8Array): void {
  if (bytes.length !== HASH_SIZE)
    throw new RangeError(`Expected a hash of ${HASH_SIZE} bytes, got ${bytes.length}.`);
}

// One scratch input for all node hashes: legal because nothing here waits between filling and hashing it.
const nodeInput = new Uint8Array(1 + 2 * HASH_SIZE);
nodeInput[0] = NODE_PREFIX;

// A plain Uint8Array, not a Buffer: Buffer.slice shares memory where Uint8Array.slice copies.
function sha256(input: Uint8Array): Uint8Array {
  return new Uint8Array(hash("sha256", input, "buffer"));
}
