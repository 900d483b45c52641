/**
 * SHA-256 (FIPS 180-4) of a text, on the spot: a page over plain http, as on a hub, has no cryptography of the browser's, and a
 * form waits for no promise. Pure; for a few hundred letters, and not for files.
 */

const MOST = 2 ** 32;
const PRIMES = primes(64);
const fraction = (root: number): number => Math.floor((root % 1) * MOST) | 0;
const BEGIN = PRIMES.slice(0, 8).map((n) => fraction(Math.sqrt(n)));
const ROUNDS = PRIMES.map((n) => fraction(Math.cbrt(n)));

/** @returns 64 letters in hex */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const sum = [...BEGIN];
  const w = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 64; i++) w[i] = i < 16 ? view.getInt32(at + 4 * i) : spread(w, i);
    let [a, b, c, d, e, f, g, h] = sum as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const one =
        h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [i, n] of [a, b, c, d, e, f, g, h].entries()) sum[i] = (sum[i]! + n) | 0;
  }
  return sum.map((n) => (n >>> 0).toString(16).padStart(8, "0")).join("");
}

const turn = (n: number, by: number): number => (n >>> by) | (n << (32 - by));

function spread(w: Int32Array, i: number): number {
  const [early, late] = [w[i - 15]!, w[i - 2]!];
  const a = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
  const b = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
  return w[i - 16]! + a + w[i - 7]! + b;
}

function primes(count: number): number[] {
  const all: number[] = [];
  for (let n = 2; all.length < count; n++) if (all.every((prime) => n % prime !== 0)) all.push(n);
  return all;
}
