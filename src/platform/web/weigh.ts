/** Compressing a page and writing its compressed weight into it: the number changes the weight, so it takes turns. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, type BrotliOptions } from "node:zlib";

const PLACE = 4; // characters for the number: ` 8.6`, `10.4`, ` 104`
// Small, because each compression keeps a buffer of this size until the next full collection.
const CHUNK = 4096;
const MAX_TURNS = 4; // the number shows hundreds of bytes and moves the weight by one or two, so two nearly always do

const FAST = 7; // a tenth of a millisecond more than 5, and 200 bytes less of a long page
const FASTER = 3; // a fifth larger in a quarter of the time: for what is long and made for one request
const LONG = 65_536;
const BEST = 11;

interface Weighed {
  readonly identity: Buffer;
  readonly br: Buffer;
  /** Where the number stands in `identity`, in bytes. */
  readonly at: number;
}

type Part = string | Uint8Array;

/**
 * @param before in one part or several
 * @param once for one request alone, and not to be kept
 */
export function weigh(before: Part | readonly Part[], after: string, once = false): Weighed {
  const parts = [before].flat();
  const at = parts.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
  const identity = bytesOf([...parts, " ".repeat(PLACE) + after]);
  const isQuick = once && identity.length > LONG;
  const quality = isQuick ? FASTER : FAST;
  // A long page that is asked for again weighs what it weighed, most times, and is compressed once.
  if (isQuick) identity.write(lastSaid, at, "latin1");
  let br = compressFast(identity, quality);
  for (let turn = 0; turn < MAX_TURNS && !putWeight(identity, at, br.length, turn); turn += 1)
    br = compressFast(identity, quality);
  if (isQuick) lastSaid = identity.toString("latin1", at, at + PLACE);
  return { identity, br, at };
}
let lastSaid = " ".repeat(PLACE);

export const bytesOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat(parts.map((one) => (typeof one === "string" ? Buffer.from(one) : one)));

/** The same page as small as brotli makes it, off the main thread. `at` is -1 for what shows no weight. */
export async function reweigh(identity: Buffer, at: number): Promise<Buffer> {
  let br = await compressBest(identity);
  if (at < 0) return br;
  for (let turn = 0; turn < MAX_TURNS && !putWeight(identity, at, br.length, turn); turn += 1)
    br = await compressBest(identity);
  return br;
}

/** A name for the content; a page's weight is left out of it, so that a better compression is no news to a reader. */
export function contentTag(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("base64url").slice(0, 16);
}

export function compressFast(bytes: Uint8Array, quality = FAST): Buffer {
  return brotliCompressSync(bytes, options(quality, bytes.length));
}

const compressLater = promisify(brotliCompress) as (
  b: Uint8Array,
  o: BrotliOptions,
) => Promise<Buffer>;

function compressBest(bytes: Uint8Array): Promise<Buffer> {
  return compressLater(bytes, options(BEST, bytes.length));
}

function options(quality: number, size: number): BrotliOptions {
  return {
    chunkSize: CHUNK,
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
      // A window no larger than the page: the default takes 4 MB each time, which the allocator then keeps.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(size + 16)))),
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  };
}

/**
 * Writes the number. At an edge its own digits lead from one tenth to the next and back: the last turn says hundredths, where
 * there is room for them. @returns whether it stood there already
 */
function putWeight(identity: Buffer, at: number, bytes: number, turn: number): boolean {
  const kB = bytes / 1000;
  const decimals = turn === MAX_TURNS - 1 && kB < 9.995 ? 2 : 1;
  const said = kB < 99.95 ? kB.toFixed(decimals) : String(Math.min(9999, Math.round(kB)));
  const text = said.padStart(PLACE);
  if (identity.toString("latin1", at, at + PLACE) === text) return true;
  identity.write(text, at, "latin1");
  return false;
}
