/** The short name by which a thing stands at its address, made from what it is called: nobody has to type one. */
import type { Db } from "../db/store.ts";
import { subjectAt } from "./addresses.ts";

/** `The mast of Kgalagadi` as `the-mast-of-kgalagadi`; empty where nothing in it is a Latin letter or a digit. */
export const shortName = (words: string): string =>
  words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replaceAll(/^-|-$/g, ""); // one at most on each side: what is no letter became one dash

/** These are addresses of the site and of the desk. */
const RESERVED = new Set(["new", "feed"]);

/**
 * One that nothing has or had, where none was typed.
 * @param spaces all of which it is to be free in; the first one names what has no Latin letter
 */
export async function freeName(
  db: Db,
  spaces: readonly [string, ...string[]],
  words: string,
): Promise<string> {
  const base = shortName(words) || spaces[0].slice(0, -1);
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base.slice(0, 70)}-${n}`;
    const taken = await Promise.all(spaces.map((space) => subjectAt(db, space, name)));
    if (!RESERVED.has(name) && taken.every((one) => one === undefined)) return name;
  }
}
