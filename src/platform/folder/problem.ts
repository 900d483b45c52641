/** Problems of a campaign folder: one line each, with file, line, field, what was expected and what was found. */
import * as v from "valibot";
import { fieldsAt, keysOf, type Path } from "./form.ts";

export interface FolderProblem {
  /** Path in the folder. */
  readonly file: string;
  readonly line: number;
  /** As people write it: `topics[1].name`; empty when the whole file is meant. */
  readonly field: string;
  /** "expected …, found …" */
  readonly message: string;
  /** The file in `media/` that tells where it was made, and says it no more once the folder is formatted. */
  readonly tells?: string;
}

/** The problem as one line of text, safe for a terminal whatever the file is called. */
export function problemLine({ file, line, field, message }: FolderProblem): string {
  const text = `${file}:${line}: ${field === "" ? "" : `${field}: `}${message}`;
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, "?");
}

export function byPlace(a: FolderProblem, b: FolderProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.field < b.field ? -1 : a.field > b.field ? 1 : 0);
}

/** `["topics", 1, "name"]` as `topics[1].name` */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === "number" ? `${name}[${key}]` : name === "" ? key : `${name}.${key}`,
    "",
  );
}

/** `claims.0.id`, as a part's `check` says it, as `["claims", 0, "id"]` */
export function dottedPath(field: string): Path {
  if (field === "") return [];
  return field.split(".").map((key) => (/^[0-9]+$/.test(key) ? Number(key) : key));
}

/** What stands there, in words. */
export function found(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a group of fields";
  const text = JSON.stringify(value) ?? "something else";
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

interface Misfit {
  readonly path: Path;
  readonly message: string;
}

/** Where a value does not have its form: the first misfit of each field. */
export function misfits(schema: v.GenericSchema, value: unknown): Misfit[] {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return [];
  const first = new Map<string, Misfit>();
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    const message = sentence(issue, schema, path);
    const name = fieldName(path);
    if (!first.has(name)) first.set(name, { path, message });
  }
  return [...first.values()];
}

function sentence(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, path: Path): string {
  const key = path.at(-1);
  if (issue.expected === "never") {
    const near = nearest(String(key), keysOf(fieldsAt(schema, path.slice(0, -1))));
    // `{ alt: A bridge, with people }` is a field `alt` and one `with people` without a value.
    if (near === undefined && issue.path?.at(-1)?.value === null)
      return `expected a field of this form, found ${found(key)}. A comma in the text before it? Put that text in quotation marks`;
    const hint =
      near === undefined ? "a field of this form" : `a field of this form (perhaps ${near})`;
    return `expected ${hint}, found ${found(key)}`;
  }
  const isMissingKey = issue.path?.at(-1)?.origin === "key" || issue.input === undefined;
  if (isMissingKey) {
    const wanted = fieldsAt(schema, path)
      .map((field) => v.safeParse(field, undefined).issues?.[0])
      .find((about) => about !== undefined);
    return `expected ${wanted ? phrase(wanted) : "a value"}, found nothing`;
  }
  return `expected ${phrase(issue)}, found ${found(issue.input)}`;
}

const PLAIN: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "a group of fields",
};
/** A schema's own words where it has some; valibot's own begin with "Invalid". */
function phrase(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  return PLAIN[issue.expected ?? ""] ?? issue.expected ?? "another form";
}

/** The nearest of these words, when one is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(4, Math.ceil(word.length / 2) + 1);
  let looked = 0;
  for (const candidate of words) {
    if (++looked > 20_000) break; // a hint is not worth more than this
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word.slice(0, 80), candidate.slice(0, 80));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length]!;
}
