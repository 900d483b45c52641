/**
 * A number for a row, and for all rows of a table whatever their order: the rows' numbers, XORed. It finds accidents; who
 * wants to deceive can reckon it too.
 */
import { hash } from "node:crypto";

const DIGITS = 13; // hex: 52 bits, so that JavaScript and both databases hold it as a whole number
const HALF = 2 ** 32;

/** The number of these values in this order: 0 to 2^52 - 1. */
export const numberOf = (values: readonly unknown[]): number =>
  Number.parseInt(hash("sha256", JSON.stringify(values), "hex").slice(0, DIGITS), 16);

/** Bitwise "exclusive or" of two numbers of 52 bits. */
export const xor = (a: number, b: number): number =>
  (Math.floor(a / HALF) ^ Math.floor(b / HALF)) * HALF + ((a ^ b) >>> 0);

/** As `numberOf`, of one word and a number: ten times as fast, for an index of millions. cyrb53 by bryc, public domain. */
export function numberOfWord(word: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ Math.floor(seed / HALF);
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return HALF * (0xfffff & b) + (a >>> 0);
}

/** The name under which the sum of the log’s version numbers, and that of its single values, stands among them, so that what was altered past this program is found. */
export const SUM = "";

/** Of these rows, in whatever order; added to the sum of others by `xor`, and taken away by it. */
export const sumOfVersions = (
  rows: readonly { readonly name: string; readonly n: number }[],
): number => rows.reduce((sum, { name, n }) => xor(sum, numberOfWord(name, n)), 0);
