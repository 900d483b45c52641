/** Topics and walks of life as rows of the form: one that stands keeps its id, and the last ones are free for new ones. */
import type { Typed } from "../../../platform/sent/sort.ts";
import { shortName } from "../../../platform/addresses/short-name.ts";
import type { Campaign } from "../records.ts";

export const LISTS = { topics: ["id", "name", "question"], walks: ["id", "one", "many"] } as const;
export type List = keyof typeof LISTS;
const MOST = 60; // entries of one list
const FREE = 2;

export const listField = (list: List, row: number, key: string): string => `${list}-${row}-${key}`;
export const LIST_FIELDS: readonly string[] = Object.entries(LISTS).flatMap(([list, keys]) =>
  Array.from({ length: MOST }, (_, row) =>
    keys.map((key) => listField(list as List, row, key)),
  ).flat(),
);

export function listsTyped(campaign: Campaign): Typed {
  const lines = Object.entries(LISTS).flatMap(([list, keys]) =>
    campaign[list as List].flatMap((entry, row) =>
      keys.map((key) => [
        listField(list as List, row, key),
        (entry as Readonly<Record<string, string>>)[key]!,
      ]),
    ),
  );
  return Object.fromEntries(lines);
}

export interface Row {
  /** Where it stands in the form. */
  readonly row: number;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The rows in which something stands; of an entry that stands already the rest of it stays. */
export function rowsIn(typed: Typed, list: List, before: Campaign): Row[] {
  const known = new Map(before[list].map((entry) => [entry.id, entry]));
  const rows: Row[] = [];
  const ids = new Set(known.keys());
  for (let row = 0; row < MOST; row++) {
    const values = LISTS[list].map((key) => [key, typed[listField(list, row, key)] ?? ""] as const);
    const said = Object.fromEntries(values) as { id: string };
    const words = values.filter(([key]) => key !== "id" || !known.has(said.id));
    if (words.every(([, value]) => value === "")) continue;
    const id = said.id || idFrom(values.find(([key]) => key !== "id")?.[1] ?? "", list, ids);
    ids.add(id);
    rows.push({ row, entry: { ...known.get(id), ...said, id } });
  }
  return rows;
}

/** A new one's id is made from its words, and is its own. */
function idFrom(words: string, list: List, ids: ReadonlySet<string>): string {
  const base = shortName(words) || list.slice(0, -1);
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** How many rows the form shows. */
export function rowsShown(typed: Typed, list: List): number {
  const used = LIST_FIELDS.filter(
    (name) => name.startsWith(`${list}-`) && (typed[name] ?? "") !== "",
  );
  const last = Math.max(-1, ...used.map((name) => Number(name.split("-")[1])));
  return Math.min(MOST, last + 1 + FREE);
}

/** Ids that stood and do not any more. */
export function idsGone(before: Campaign, after: Campaign): { list: List; id: string }[] {
  return (Object.keys(LISTS) as List[]).flatMap((list) => {
    const left = new Set(after[list].map(({ id }) => id));
    return before[list].filter(({ id }) => !left.has(id)).map(({ id }) => ({ list, id }));
  });
}
