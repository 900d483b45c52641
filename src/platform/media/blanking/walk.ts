/** How the parts of a file are walked through while its bytes come, in pieces of any size: what is kept of each part is said before it comes. */

/** The next bytes of the file: read and kept, kept, or each of them made into another. */
export type Step =
  | { readonly read: number }
  | { readonly keep: number }
  | { readonly each: (byte: number) => number; readonly bytes: number };
/** What is read is given back; only so much is asked to be read as may lie in memory. */
export type Walk = Generator<Step, void, Uint8Array>;

export const read = (bytes: number): Step => ({ read: bytes });
export const keep = (bytes: number): Step => ({ keep: bytes });
export const each = (bytes: number, made: (byte: number) => number): Step => ({
  bytes,
  each: made,
});
export const blank = (bytes: number): Step => each(bytes, () => 0);

/** @returns what is kept of the next bytes; where the walk has ended, all of them */
export function walking(walk: Walk): (bytes: Uint8Array) => Uint8Array {
  let step: Step = keep(0);
  let left = 0; // bytes of the step
  let collected = new Uint8Array(0);
  let got = 0;

  /** Steps of no bytes are taken at once, and what follows on the last byte of a step does not wait for another: it may be the file's last. */
  function next(): void {
    while (left === 0) {
      const { value, done } = walk.next(collected);
      step = done ? keep(Infinity) : value;
      left = "read" in step ? step.read : "keep" in step ? step.keep : step.bytes;
      got = 0;
      collected = new Uint8Array("read" in step ? step.read : 0);
    }
  }

  return (bytes) => {
    const out = new Uint8Array(bytes.length);
    let at = 0;
    next();
    while (at < bytes.length) {
      const n = Math.min(left, bytes.length - at);
      const part = bytes.subarray(at, at + n);
      if ("each" in step) for (let i = 0; i < n; i++) out[at + i] = step.each(part[i]!);
      else out.set(part, at);
      if ("read" in step) collected.set(part, got);
      got += n;
      at += n;
      left -= n;
      next();
    }
    return out;
  };
}

/** A name of four letters. */
export const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));
