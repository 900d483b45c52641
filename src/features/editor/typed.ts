/**
 * A draft's file as the fields of a form, and back. What somebody typed is never lost: a field that cannot be read
 * stands in the file as its words. Rule W2 of README.md.
 */
import type { GenericSchema } from "valibot";
import { inside, unfold, type Form } from "../../platform/folder/form.ts";
import { joinFrontMatter, splitFrontMatter } from "../../platform/folder/front-matter.ts";
import { parseTree, TreeError } from "../../platform/folder/tree.ts";
import { writeYaml, writeYamlList } from "../../platform/folder/write.ts";
import { storyFolder } from "../stories/api.ts";
import type { DraftKind } from "../stories/model.ts";

export type Typed = Readonly<Record<string, string>>;
/** Of lines, each entry of a list stands on one. */
type Sort = "words" | "lines" | "flag" | "yaml";

const STORY: Readonly<Record<string, Sort>> = {
  title: "words",
  summary: "words",
  language: "words",
  category: "words",
  published: "words",
  hour: "words",
  updated: "words",
  lead: "flag",
  lookedUp: "words",
  people: "lines",
  walk: "words",
  authors: "lines",
  topics: "lines",
  tags: "lines",
  places: "lines",
  programmes: "lines",
  partners: "lines",
  film: "yaml",
  pictures: "yaml",
  photos: "words",
  sign: "yaml",
  sources: "yaml",
  questions: "yaml",
  disclaimer: "words",
  formerly: "lines",
};
const TRANSLATION: Readonly<Record<string, Sort>> = {
  title: "words",
  summary: "words",
  ask: "words",
  questions: "lines",
  state: "words",
  translator: "words",
};
/** What has a field for each of its parts. */
const GROUPS = {
  ask: ["text", "to"],
  figure: ["number", "says"],
  cover: ["file", "alt", "credit", "night", "formerly"],
} as const;
type Group = keyof typeof GROUPS;
const groupsOf = (kind: DraftKind): readonly Group[] =>
  kind === "story" ? (Object.keys(GROUPS) as Group[]) : ["figure"];
const isGroup = (kind: DraftKind, name: string): boolean =>
  (groupsOf(kind) as readonly string[]).includes(name);

const sortsOf = (kind: DraftKind) => (kind === "story" ? STORY : TRANSLATION);
export const schemaOf = (kind: DraftKind): GenericSchema =>
  kind === "story" ? storyFolder.schema : storyFolder.translation!.schema;

/** Every field that the form of a kind of draft has. */
export const namesOf = (kind: DraftKind): readonly string[] => [
  ...Object.keys(sortsOf(kind)),
  ...groupsOf(kind).flatMap((group) => GROUPS[group].map((part) => `${group}_${part}`)),
  "markdown",
  "file",
];

/** The fields as they stand in the form; only `file` where the text is no file of this kind. */
export function typedOf(kind: DraftKind, text: string): Typed {
  try {
    const { front, markdown } = splitFrontMatter(text);
    const form = unfold(schemaOf(kind));
    const { value } = parseTree(front, { format: "yaml", form });
    const fields = (value ?? {}) as Record<string, unknown>;
    const sorts = sortsOf(kind);
    const unknown = Object.keys(fields).some((name) => !(name in sorts) && !isGroup(kind, name));
    if (Array.isArray(value) || typeof fields !== "object" || unknown) return { file: text };
    const typed: Record<string, string> = {};
    for (const [name, field] of Object.entries(fields))
      if (isGroup(kind, name)) Object.assign(typed, partsTyped(name as Group, field));
      else typed[name] = shown(sorts[name]!, field, inside(form, name));
    return { ...typed, markdown };
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return { file: text };
  }
}

function partsTyped(group: Group, field: unknown): Record<string, string> {
  if (typeof field !== "object" || field === null)
    return { [`${group}_${GROUPS[group][0]}`]: plain(field) };
  return Object.fromEntries(
    Object.entries(field).map(([name, value]) => [
      `${group}_${name}`,
      name === "formerly" && Array.isArray(value) ? value.map(plain).join("\n") : plain(value),
    ]),
  );
}

function shown(sort: Sort, value: unknown, form: Form): string {
  if (typeof value === "string" || value === null) return value ?? "";
  if (sort === "flag") return value === true ? "yes" : "";
  if (sort === "lines" && Array.isArray(value)) return value.map(plain).join("\n");
  if (Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null))
    return writeYamlList(value as object[] as Record<string, unknown>[], inside(form, 0)).trimEnd();
  if (typeof value === "object" && !Array.isArray(value))
    return writeYaml(value as Record<string, unknown>, form).trimEnd();
  return plain(value);
}

const plain = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** The file, in canonical form. */
export function textOf(kind: DraftKind, typed: Typed): string {
  if (typed["file"]) return typed["file"];
  const form = unfold(schemaOf(kind));
  const fields: Record<string, unknown> = {};
  for (const [name, sort] of Object.entries(sortsOf(kind))) {
    const value = read(sort, typed[name] ?? "", inside(form, name));
    if (value !== undefined) fields[name] = value;
  }
  for (const group of groupsOf(kind)) {
    const parts = GROUPS[group].flatMap((name) => {
      const value = typed[`${group}_${name}`] ?? "";
      return value === "" ? [] : [[name, name === "formerly" ? linesIn(value) : value]];
    });
    if (parts.length > 0) fields[group] = Object.fromEntries(parts);
  }
  return joinFrontMatter(writeYaml(fields, form), typed["markdown"] ?? "");
}

/** What stands in a field of YAML; undefined where it is none, or cannot be read. */
export function groupOf(kind: DraftKind, typed: Typed, name: string) {
  const value = read("yaml", typed[name] ?? "", inside(unfold(schemaOf(kind)), name));
  return typeof value === "object" ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function read(sort: Sort, text: string, form: Form): unknown {
  if (text === "") return undefined;
  if (sort === "words") return text;
  if (sort === "flag") return text === "yes" ? true : undefined;
  if (sort === "lines") return linesIn(text);
  try {
    const { value } = parseTree(text, { format: "yaml", form });
    return typeof value === "object" && value !== null ? value : text;
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return text;
  }
}

export const itemsIn = (text: string, between = /[,،、\n]/): string[] =>
  text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== "");
export const linesIn = (text: string): string[] => itemsIn(text, /\n/);

/** What is wrong with a field of YAML, which stands in the file as words until it is put right. */
export function yamlProblems(kind: DraftKind, typed: Typed): Record<string, string> {
  const form = unfold(schemaOf(kind));
  const problems: Record<string, string> = {};
  for (const [name, sort] of Object.entries(sortsOf(kind)))
    if (sort === "yaml" && (typed[name] ?? "") !== "")
      try {
        parseTree(typed[name]!, { format: "yaml", form: inside(form, name) });
      } catch (error) {
        if (!(error instanceof TreeError)) throw error;
        problems[name] = `line ${error.line}: ${error.message}`;
      }
  return problems;
}

/** The same text, as this program writes it. */
export const canonicalText = (kind: DraftKind, text: string): string =>
  textOf(kind, typedOf(kind, text));
