/** The words for a field, out of the table of them. */
import type { Labels } from "./labels.ts";

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a field is called; undefined where the table has no words for it. @param at `sources[].title` */
export const labelOf = (labels: Labels, space: string, at: string): string | undefined =>
  lookedUp(labels.fields, space, at);

export const hintOf = (labels: Labels, space: string, at: string): string | undefined =>
  lookedUp(labels.hints, space, at);

/** One of the words of a choice. */
export function choiceOf(labels: Labels, at: string, option: string): string | undefined {
  if (at.endsWith("claims[].by") && option === "other") return labels.byOther;
  if (at.endsWith("claims[].measure") && option === "other") return labels.noProgress;
  const choices: Readonly<Record<string, string>> = labels.choices;
  return choices[option];
}

/** What an entry of this kind is called, where a list has several kinds. */
export const kindOf = ({ kinds }: Labels, kind: string): string =>
  (kinds as Readonly<Record<string, string>>)[kind] ?? kind;

function lookedUp(table: Table, space: string, at: string): string | undefined {
  const keys = at.replaceAll("[]", "").split(".");
  const path = keys[0] === "properties" && keys.length > 1 ? keys.slice(1) : keys;
  const key = path.at(-1)!;
  const parent = path.length === 1 ? space : path.at(-2)!;
  const group = GROUPS[`${space} ${parent}`] ?? GROUPS[parent] ?? parent;
  return table[group]?.[key] ?? table["shared"]?.[key];
}

/** Groups that are called otherwise than their words, or as another group is. */
const GROUPS: Readonly<Record<string, string>> = {
  sources: "source",
  "projects people": "people_in_project",
  "courses answers": "answers_of_exercise",
};
