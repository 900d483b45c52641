/** The sources of a story, each with its fields, as its form has them; its file has them as YAML. Rule W27. */
import { parseTree, TreeError } from "../../platform/folder/tree.ts";
import { inside, unfold } from "../../platform/folder/form.ts";
import { schemaOf, type Typed } from "./typed.ts";

export const SOURCE_FIELDS = ["title", "url", "publisher", "date", "note"] as const;
type SourceField = (typeof SOURCE_FIELDS)[number];
export const MOST_SOURCES = 200;

export interface SourceRow {
  readonly fields: Readonly<Partial<Record<SourceField, string>>>;
  /** What else the file says of it, as JSON, which the form carries along. */
  readonly rest: string;
}

/** @returns undefined where the text is no list of sources; then it is shown as it is */
export function sourceRows(text: string): readonly SourceRow[] | undefined {
  if (text === "") return [];
  const entries = entriesIn(text);
  if (!entries || entries.length > MOST_SOURCES) return undefined;
  const rows: SourceRow[] = [];
  for (const entry of entries) {
    const fields: Partial<Record<SourceField, string>> = {};
    const rest: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entry)) {
      if (!isField(key)) rest[key] = value;
      else if (typeof value === "string") fields[key] = value;
      else return undefined;
    }
    rows.push({ fields, rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : "" });
  }
  return rows;
}

const isField = (key: string): key is SourceField =>
  (SOURCE_FIELDS as readonly string[]).includes(key);

function entriesIn(text: string): readonly object[] | undefined {
  try {
    const form = inside(unfold(schemaOf("story")), "sources");
    const { value } = parseTree(text, { format: "yaml", form });
    const isList = Array.isArray(value) && value.every(isEntry);
    return isList ? value : undefined;
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return undefined;
  }
}
const isEntry = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the form has, as YAML; a source of which no field is filled in is left out. */
export function sourcesTyped(posted: Typed): string {
  if (posted["sources"]) return posted["sources"];
  const lines: string[] = [];
  for (let i = 0; i < MOST_SOURCES + 10; i++) {
    const fields = SOURCE_FIELDS.flatMap((key) => {
      const value = posted[`sources.${i}.${key}`] ?? "";
      return value === "" ? [] : [[key, value] as const];
    });
    if (fields.length === 0) continue;
    const entry = { ...Object.fromEntries(fields), ...restIn(posted[`sources.${i}.rest`] ?? "") };
    lines.push(`- ${JSON.stringify(entry)}`); // JSON is YAML
  }
  return lines.join("\n");
}

function restIn(text: string): object {
  try {
    const rest: unknown = JSON.parse(text || "{}");
    return isEntry(rest) ? rest : {};
  } catch {
    return {}; // nothing that this form made
  }
}
