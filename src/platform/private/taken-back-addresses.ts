/** Under which keyed hashes rows, their columns and their names stand in the list of what was taken back. */
import { createHmac } from "node:crypto";
import { asKnown, type Erased } from "./erased.ts";
import type { Ending, Stored } from "./part.ts";

/** @param secret by which hashes are keyed: that of the log, which every backup holds and nothing replaces */
export function openAddresses(endings: ReadonlyMap<string, Ending>, secret: string) {
  const hash = (...of: readonly unknown[]) =>
    createHmac("sha256", secret).update(JSON.stringify(of)).digest("hex");
  const keyOf = (name: string, row: Stored) =>
    (endings.get(name)!.key ?? []).map((column) => row[column]!);
  const knownAt = ({ sort, by }: { sort: string; by: readonly unknown[] }): string =>
    hash({ known: sort }, ...by.map(asKnown));
  return {
    hash,
    erasedAt: (one: Erased): string =>
      "table" in one ? hash(one.table, ...one.key) : knownAt(one),
    /** By what people know it; none where a row is known by its key alone. */
    knownAs: (name: string, row: Stored): string[] => {
      const { known } = endings.get(name)!;
      if (!known) return [];
      return [knownAt({ sort: known.sort, by: known.by.map((column) => row[column]) })];
    },
    addressOf: (name: string, row: Stored) => hash(name, ...keyOf(name, row)),
    columnAt: (name: string, row: Stored, column: string) =>
      hash(name, ...keyOf(name, row), { column }),
    /** What a column says from now on, as it is kept. */
    said: ({ stands = {}, spent = {} }: Ending, column: string, value: Stored[string]): string => {
      if (column in spent) return `#${hash(value)}`;
      const which = stands[column]!;
      return which === "any" || which.includes(value) ? `=${JSON.stringify(value)}` : "here";
    },
  };
}

export const columnsOf = ({ stands = {}, spent = {} }: Ending) => [
  ...Object.keys(stands),
  ...Object.keys(spent),
];
