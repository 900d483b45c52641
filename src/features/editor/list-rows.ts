/** The sources and open questions of a story, each with its fields, as its form has them; its file has them as YAML. Rules W27 and W42. */
import { groupOf, type Typed } from "./typed.ts";

/** Of each list the fields of an entry; one within a group has its name before it. */
export const LISTS = {
  sources: ["title", "url", "publisher", "date", "note"],
  questions: ["ask", "again", "settled.on", "settled.answer", "settled.source"],
} as const;
export type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[];
/** How the names of their fields begin. */
export const LIST_ROWS: readonly string[] = LIST_NAMES.map((list) => `${list}.`);
const MOST_ROWS = 200; // of one list, as a form shows them

export interface ListRow {
  readonly fields: Readonly<Record<string, string>>;
  /** What else the file says of it, as JSON, which the form carries along. */
  readonly rest: string;
}

/** @returns undefined where the text is no such list; then it is shown as it is */
export function listRows(list: ListName, typed: Typed): readonly ListRow[] | undefined {
  if ((typed[list] ?? "") === "") return [];
  const entries: unknown = groupOf("story", typed, list);
  if (!Array.isArray(entries) || entries.length > MOST_ROWS) return undefined;
  const rows = entries.map((entry: unknown) => rowOf(list, entry));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function rowOf(list: ListName, entry: unknown): ListRow | undefined {
  if (!isEntry(entry)) return undefined;
  const fields: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entry)) {
    const isOfSeveral = isGroup(list, key);
    if (isOfSeveral && !isEntry(value)) return undefined;
    const parts = isOfSeveral
      ? Object.entries(value as object).map(([part, inner]) => [`${key}.${part}`, inner] as const)
      : [[key, value] as const];
    for (const [name, said] of parts)
      if (!isField(list, name)) rest[name] = said;
      else if (typeof said === "string") fields[name] = said;
      else return undefined;
  }
  return { fields, rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : "" };
}

/** @param name `settled.on` */
export const isField = (list: ListName, name: string): boolean =>
  (LISTS[list] as readonly string[]).includes(name);
export const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name);
const isGroup = (list: ListName, key: string): boolean =>
  LISTS[list].some((field) => field.startsWith(`${key}.`));
const isEntry = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the form has, as YAML; an entry of which no field is filled in is left out. */
export const listsTyped = (posted: Typed): Typed =>
  Object.fromEntries(LIST_NAMES.map((list) => [list, listTyped(list, posted)]));

function listTyped(list: ListName, posted: Typed): string {
  if (posted[list]) return posted[list];
  const lines: string[] = [];
  for (let i = 0; i < MOST_ROWS + 10; i++) {
    const fields = LISTS[list].flatMap((name) => {
      const value = posted[`${list}.${i}.${name}`] ?? "";
      return value === "" ? [] : [[name, value] as const];
    });
    if (fields.length === 0) continue;
    const rest = Object.entries(restIn(posted[`${list}.${i}.rest`] ?? ""));
    lines.push(`- ${JSON.stringify(entryOf(list, [...fields, ...rest]))}`); // JSON is YAML
  }
  return lines.join("\n");
}

function entryOf(list: ListName, said: readonly (readonly [string, unknown])[]): object {
  const entry: Record<string, unknown> = {};
  for (const [name, value] of said) {
    const [group = "", part] = name.split(".");
    if (part !== undefined && isGroup(list, group))
      entry[group] = { ...(entry[group] as object | undefined), [part]: value };
    else entry[name] = value;
  }
  return entry;
}

function restIn(text: string): object {
  try {
    const rest: unknown = JSON.parse(text || "{}");
    return isEntry(rest) ? rest : {};
  } catch {
    return {}; // nothing that this form made
  }
}
