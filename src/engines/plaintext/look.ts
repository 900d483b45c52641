/** What letters look like, whatever script they are of (UTS #39 §4). Rules PX6 to PX8. */
import { LOOK_ALIKES } from "./look-alikes.ts";

const LOOKS = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([ours, theirs]) =>
    Array.from(theirs, (one) => [one, ours] as const),
  ),
);
const OURS = /^[a-z0-9]$/i;

/** The Latin letter or digit that this one looks like, or is; undefined where it looks like none. */
const latinLook = (letter: string): string | undefined =>
  OURS.test(letter) ? letter : LOOKS.get(letter);

/** Names with the same skeleton are taken for one another at a glance, by whoever reads no further. */
export function skeleton(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\p{L}\p{N}\p{M}]|\p{sc=Zinh}|\p{DI}/gu, "");
  const looks = Array.from(plain, (one) => latinLook(one) ?? latinLook(one.toUpperCase()) ?? one);
  return looks
    .join("")
    .toLowerCase()
    .replace(/[i1|]/g, "l")
    .replaceAll("0", "o")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** The scripts that a word may not be made of together with another; the rest go together in somebody's writing. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  "Latn",
  "Cyrl",
  "Grek",
  "Armn",
  "Geor",
  "Cher",
  "Copt",
]
  .concat(["Hebr", "Arab", "Lisu", "Cans", "Tfng", "Deva", "Thai", "Hang"])
  // bounded: one letter
  .map((script) => [script, new RegExp(`^\\p{sc=${script}}$`, "u")]);

const scriptOf = (letter: string): string =>
  SCRIPTS.find(([, has]) => has.test(letter))?.[0] ?? "other";

/** The other scripts that have a letter which looks like this Latin one. */
const DOUBLES = Map.groupBy(LOOKS, ([, ours]) => ours);
const hasDouble = (letter: string, script: string): boolean =>
  (DOUBLES.get(letter) ?? []).some(([theirs]) => scriptOf(theirs) === script);

/**
 * Whether a word borrows letters of another script that look like those of its own: `pаypal` with a Cyrillic а. A word
 * whose letters look like none of the other script, such as `kΩ`, is somebody's way to write, and so is an ending of
 * the language around it, such as `SMSки`.
 */
export function isPieced(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  const scripts = letters.map(scriptOf);
  const all = new Set(scripts.filter((script) => script !== "other"));
  if (all.size < 2 || letters.length < 3) return false;
  if (letters.every((one, i) => scripts[i] === "Latn" || latinLook(one) !== undefined)) return true;
  const latin = letters.filter((_, i) => scripts[i] === "Latn");
  const isEnding = scripts[1] === "Latn" && scripts.lastIndexOf("Latn") === latin.length - 1;
  return (
    latin.length > 0 &&
    !isEnding &&
    Array.from(all).some(
      (script) => script !== "Latn" && latin.every((one) => hasDouble(one, script)),
    )
  );
}

/** Whether every letter of a word, none of them Latin, looks like a Latin one: `аррӏе`, all of it Cyrillic. */
export function passesForLatin(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 0 &&
    letters.every(
      (one) => !OURS.test(one) && scriptOf(one) !== "Latn" && latinLook(one) !== undefined,
    )
  );
}
