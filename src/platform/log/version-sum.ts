/** The sum of the version numbers, kept among them, so that what was altered past this program is found. */
import { numberOfWord, xor } from "../db/row-hash.ts";

/** The name under which it stands. */
export const SUM = "";

/** Of these rows, in whatever order; added to the sum of others by `xor`, and taken away by it. */
export const sumOfVersions = (
  rows: readonly { readonly name: string; readonly n: number }[],
): number => rows.reduce((sum, { name, n }) => xor(sum, numberOfWord(name, n)), 0);
