/**
 * Checkpoints: three lines that name a log, its size and its root. Signed as a note, they are what the log swears to.
 * C2SP tlog-checkpoint.
 */
import { fromBase64, toBase64 } from "./base64.ts";
import { TlogError } from "./error.ts";
import { HASH_SIZE, requireHash } from "./merkle.ts";
import { requireSize } from "./tiles.ts";

/** A log's state at one size. */
export interface Checkpoint {
  /** The log's unique name, best an address without scheme such as `example.org/log`. */
  readonly origin: string;
  /** How many entries it holds. */
  readonly size: number;
  /** The root hash over all of them. */
  readonly root: Uint8Array;
}

const CONTROL = /[^\u0020-\u{10ffff}]/u; // a newline in the origin would forge the lines below it

/**
 * The text to sign: origin, size and root in base64, a line each.
 * Throws RangeError for an origin that is empty or holds a control character, a size outside 0–2^53-1 or a root that
 * is not 32 bytes. Source: C2SP tlog-checkpoint, "Note text".
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === "" || CONTROL.test(origin)) {
    throw new RangeError(`Expected an origin on one line, got ${JSON.stringify(origin)}.`);
  }
  requireSize(size);
  requireHash(root);
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint, which must come from `openNote`. Extension lines below the root are checked for
 * shape and given as they are: this log writes none.
 * Throws TlogError 'bad-checkpoint' for any other spelling: a leading zero, base64 that is not exact, an empty line.
 * Source: C2SP tlog-checkpoint, "Note text".
 */
export function parseCheckpoint(
  text: string,
): Checkpoint & { readonly extensions: readonly string[] } {
  const lines = text.split("\n");
  const last = lines.pop();
  const [origin, sizeText, rootText, ...extensions] = lines;
  if (
    last !== "" ||
    origin === undefined ||
    sizeText === undefined ||
    rootText === undefined ||
    lines.includes("")
  ) {
    throw badCheckpoint(
      "three or more full lines",
      `${lines.length}, or one that is empty or not ended`,
    );
  }
  if (lines.some((line) => CONTROL.test(line))) throw badCheckpoint("no control characters", "one");
  const size = Number(sizeText);
  if (!/^(?:0|[1-9]\d*)$/.test(sizeText) || !Number.isSafeInteger(size)) {
    throw badCheckpoint("a decimal size of 0–2^53-1", JSON.stringify(sizeText.slice(0, 40)));
  }
  const root = fromBase64(rootText);
  if (root?.length !== HASH_SIZE) {
    throw badCheckpoint(
      `${HASH_SIZE} bytes of base64 as root`,
      JSON.stringify(rootText.slice(0, 80)),
    );
  }
  return { origin, size, root, extensions };
}

function badCheckpoint(expected: string, got: string): TlogError {
  return new TlogError("bad-checkpoint", `Expected a checkpoint with ${expected}, got ${got}.`);
}
