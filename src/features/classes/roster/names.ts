/** A roster as it is typed or pasted: one name a line, a column of a table, a numbered list. Pure. Rules CL2 and CL3. */
import { trouble } from "../../../engines/plaintext/trouble.ts";
import { tidy } from "../../../engines/plaintext/tidy.ts";

/** A name, and in which line of what was typed it stands, from 1. */
export interface TypedName {
  readonly line: number;
  readonly name: string;
}
export interface NameFault extends TypedName {
  /** Too long; its letters turn around; marks that leave their line; letters borrowed from another script; twice there; in the class already. */
  readonly why: "long" | "turned" | "marks" | "mixed" | "twice" | "here";
  /** The line in which the same name stands first. */
  readonly first?: number;
}

export const MAX_NAME = 80; // characters; it stands on a card
export const MAX_LEARNERS = 100; // of a class; a room with laptops holds fewer
const MAX_LINE = 1000; // characters that are looked at: numbers, tabs and quotation marks stand there, too

const COUNT = /^\p{Nd}{1,4}$/u;
const NUMBERED = /^(?:\p{Nd}{1,4}\s?[.):;]|[-–—•*·])\s*/u;
const COUNTED = /^\p{Nd}{1,4}\s+(?=\S)/u; // a number alone is one of a list only where each line has one

/** What people take for one name: capitals, the spelling of accents and unseen characters do not tell two apart. */
export const nameKey = (name: string): string => tidy(name).normalize("NFKC").toLowerCase();

/** One line of text as it is kept: without what nobody sees, with single blanks. */
export const tidyLine = (text: string): string => tidy(text).split(/\s+/).filter(Boolean).join(" ");

/** The names of a roster; numbers before them, marks of a list, quotation marks and empty lines are nothing of it. */
export function readNames(text: string): readonly TypedName[] {
  const lines = text
    .split(/\r\n|[\n\r]/)
    .map((raw, i) => ({ line: i + 1, name: bare(raw) }))
    .filter(({ name }) => name !== "");
  const isCounted = lines.length > 1 && lines.every(({ name }) => COUNTED.test(name));
  return isCounted
    ? lines.map(({ line, name }) => ({ line, name: name.replace(COUNTED, "") }))
    : lines;
}

/** The cells of a row are one name: a table has often a first name and a last one. */
function bare(raw: string): string {
  const cells = raw
    .slice(0, MAX_LINE)
    .split("\t")
    .map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  if (cells.length > 1 && COUNT.test(cells[0]!)) cells.shift();
  return cells.join(" ").trim().replace(NUMBERED, "").split(/\s+/).filter(Boolean).join(" ");
}

/** What does not fit in the names, by line. @param here the names of those who are in the class already */
export function faultsOf(
  names: readonly TypedName[],
  here: readonly string[] = [],
): readonly NameFault[] {
  const known = new Set(here.map(nameKey));
  const first = new Map<string, number>();
  return names.flatMap(({ line, name }): readonly NameFault[] => {
    const why = faultIn(name);
    if (why) return [{ line, name, why }];
    const key = nameKey(name);
    if (known.has(key)) return [{ line, name, why: "here" }];
    const before = first.get(key);
    if (before !== undefined) return [{ line, name, why: "twice", first: before }];
    first.set(key, line);
    return [];
  });
}

/** What does not fit in one line of text that others read, whoever else has it. */
export function faultIn(name: string): "long" | "turned" | "marks" | "mixed" | undefined {
  if (name.length > MAX_NAME) return "long";
  const kinds = new Set(trouble(name).map(({ kind }) => kind));
  if (kinds.has("bidi")) return "turned";
  if (kinds.has("marks")) return "marks";
  return kinds.has("mixed-scripts") ? "mixed" : undefined;
}
