/**
 * Entry bundles: up to 256 entries of the log in one file, each behind its length, in the order of their hashes.
 * C2SP tlog-tiles, "Log entries".
 */
import { TlogError } from "./error.ts";
import { TILE_WIDTH } from "./tiles.ts";

/** Bytes in the longest entry a bundle can hold: its length is a uint16. */
export const MAX_ENTRY_SIZE = 0xffff;

const LENGTH_SIZE = 2; // big-endian uint16 before each entry

/**
 * Packs 1–256 entries into a bundle, each behind its length as a big-endian uint16.
 * Throws RangeError for another number of entries or an entry above 65,535 bytes. Source: C2SP tlog-tiles, "Log entries".
 */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    throw new RangeError(`Expected 1–${TILE_WIDTH} entries in a bundle, got ${entries.length}.`);
  }
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + LENGTH_SIZE + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_SIZE) {
      throw new RangeError(
        `Expected an entry of up to ${MAX_ENTRY_SIZE} bytes, got ${entry.length}.`,
      );
    }
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + LENGTH_SIZE);
    at += LENGTH_SIZE + entry.length;
  }
  return bytes;
}

/**
 * Unpacks a bundle into its entries, as views of `bytes` (nothing is copied).
 * Throws TlogError 'bad-bundle' when it is cut short, empty, or holds more than 256 entries.
 */
export function parseEntryBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + LENGTH_SIZE > bytes.length) throw cutShort(at, LENGTH_SIZE, bytes.length - at);
    const length = (bytes[at]! << 8) | bytes[at + 1]!;
    at += LENGTH_SIZE;
    if (at + length > bytes.length) throw cutShort(at, length, bytes.length - at);
    entries.push(new Uint8Array(bytes.buffer, bytes.byteOffset + at, length));
    at += length;
    if (entries.length > TILE_WIDTH) break;
  }
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    const got = entries.length === 0 ? "none" : "more";
    throw new TlogError("bad-bundle", `Expected 1–${TILE_WIDTH} entries in a bundle, got ${got}.`);
  }
  return entries;
}

function cutShort(at: number, expected: number, got: number): TlogError {
  return new TlogError(
    "bad-bundle",
    `Expected ${expected} bytes at ${at} of the bundle, got ${got}.`,
  );
}
