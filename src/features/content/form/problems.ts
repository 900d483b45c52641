/** What does not fit, in words of the form and at its field: of what the schemas and the parts themselves say. */
import type { FieldProblem } from "../../../platform/folder/part.ts";
import type { ContentWords } from "../words.ts";
import type { Picked } from "./picking.ts";
import type { Field } from "./shape.ts";
import { under, type Typed } from "./typed.ts";

type Problems = Record<string, string>;

/** The field of a place in the file: `searched.where.2` is the field `searched.where`. */
function fieldAt(fields: readonly Field[], at: string): { field: Field; name: string } | undefined {
  let found: { field: Field; name: string } | undefined;
  let here = fields;
  let name = "";
  for (const key of at.split(".")) {
    if (/^\d+$/.test(key)) {
      if (found?.field.is === "rows") name = under(name, key);
      else if (found?.field.is === "ref" && found.field.many)
        found = { ...found, name: under(found.name, key) };
      continue;
    }
    const field = here.find((one) => one.key === key);
    if (!field) break;
    name = under(name, key);
    found = { field, name };
    here = field.is === "group" || field.is === "rows" ? field.fields : [];
  }
  return found;
}

/** One line for each field that does not fit. */
export function problemsIn(
  fields: readonly Field[],
  typed: Typed,
  said: readonly FieldProblem[],
  words: ContentWords,
): Problems {
  const problems: Problems = {};
  for (const { at, message } of said) {
    const found = fieldAt(fields, at);
    if (!found) {
      problems[at || "form"] ??= sentence(message);
      continue;
    }
    const { name, field } = inner(found, typed);
    problems[name] ??= wordsFor(field, typed[name] ?? "", message, words);
  }
  return problems;
}

/** A group of which nothing was filled in lacks its first field. */
function inner(found: { field: Field; name: string }, typed: Typed) {
  let { field, name } = found;
  while (field.is === "group") {
    const next =
      field.fields.find((one) => !one.optional && one.is !== "fixed") ?? field.fields[0]!;
    [field, name] = [next, under(name, next.key)];
    if (typed[name]) break;
  }
  return { field, name };
}

function wordsFor(field: Field, typed: string, message: string, { wrong }: ContentWords): string {
  const isEmpty = typed === "";
  switch (field.is) {
    case "choice":
    case "listed":
    case "row":
      return isEmpty ? wrong.choose : sentence(message);
    case "media":
      return isEmpty ? wrong.media : sentence(message);
    case "tasks":
    case "reference":
    case "country":
    case "day":
      return wrong[field.is];
    default:
  }
  if (isEmpty && field.is !== "rows") return wrong.needed;
  if (message.includes("right: true")) return wrong.right;
  if (message.includes("[brackets]")) return wrong.gaps;
  // A rule of the part itself compares with another field, and says so.
  const most = /at most ([\d,]+) characters/.exec(message)?.[1];
  if (most !== undefined) return wrong.long(most);
  const isForm = /expected (?:a number|a whole|a day|an address|a latitude|a longitude|\[)/.test(
    message,
  );
  if (field.is === "number" && isForm && Number.isNaN(Number(typed.replace(",", "."))))
    return wrong.number;
  if (field.is === "position") return wrong.position;
  if (field.is === "date" && isForm) return wrong.date;
  if (field.is === "url") return wrong.url;
  return sentence(message);
}

/** "expected …, found …" as a sentence. */
const sentence = (message: string): string => `${message[0]!.toUpperCase()}${message.slice(1)}.`;

export const unpickedProblems = ({ unpicked }: Picked, { wrong }: ContentWords): Problems =>
  Object.fromEntries(
    unpicked.map(({ at, name, choices, isGone }) => [
      at,
      isGone
        ? wrong.withdrawn(name)
        : choices.length === 0
          ? wrong.unknown(name)
          : wrong.several(name),
    ]),
  );
