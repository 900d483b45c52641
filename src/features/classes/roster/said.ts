/** What does not fit in a roster, in words. */
import { MAX_LEARNERS, type NameFault, type TypedName } from "./names.ts";
import type { RosterWords } from "./words.ts";

const SAID = 5; // lines that are told apart; who pastes the wrong column has a hundred

/** Set apart from the words around it, whatever its script. */
const apart = (name: string): string => `\u2068${name}\u2069`;

/** Another name that tells two people apart. */
export const otherFor = (name: string): string => apart(`${name} (2)`);

export function faultsInWords(faults: readonly NameFault[], { wrong }: RosterWords): string {
  const told = faults.slice(0, SAID).map((fault) => inWords(fault, wrong.names));
  const more = faults.length - told.length;
  return [...told, ...(more > 0 ? [wrong.names.more(more)] : [])].join(" ");
}

/** Whose names were erased from the class, by the lines in which they stand. */
export const erasedInWords = (
  erased: readonly TypedName[],
  { wrong }: Pick<RosterWords, "wrong">,
): string => {
  const told = erased
    .slice(0, SAID)
    .map(({ line, name }) => wrong.names.erased(line, apart(visible(name))));
  const more = erased.length - told.length;
  return [...told, ...(more > 0 ? [wrong.names.more(more)] : []), wrong.names.again].join(" ");
};

function inWords(
  { why, line, name, first = 0 }: NameFault,
  words: RosterWords["wrong"]["names"],
): string {
  if (why === "long") return words.long(line);
  if (why === "twice") return words.twice(line, apart(name), first, otherFor(name));
  if (why === "here") return words.here(line, apart(name), otherFor(name));
  return words[why](line, apart(visible(name)));
}

/** What nobody sees is left out: it would turn these words, too. */
const visible = (name: string): string => name.replaceAll(/[\p{C}\p{DI}]/gu, "");

/** Why so many names do not go into a class. @param here how many are in it */
export function manyInWords(
  names: readonly TypedName[],
  here: number,
  { wrong }: RosterWords,
): string | undefined {
  if (names.length + here <= MAX_LEARNERS) return undefined;
  return here === 0 ? wrong.names.many(names.length) : wrong.names.room(MAX_LEARNERS - here);
}
