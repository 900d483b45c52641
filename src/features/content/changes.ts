/** What differs between two versions of a thing, field by field, in the words of its form. */
import type { FolderPart } from "../../platform/folder/part.ts";
import { tasksIn } from "./form/tasks.ts";
import { purposeNamed } from "../../platform/folder/purposes.ts";
import { registerNamed } from "./form/registers.ts";
import { shapeOf, type Field } from "./form/shape.ts";
import type { Typed } from "./form/typed.ts";
import { choiceOf, labelOf } from "./labelled.ts";
import { labelsIn, type Labels } from "./labels.ts";

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export function changesBetween(
  part: FolderPart,
  lang: string,
  before: Typed,
  after: Typed,
): Change[] {
  const labels = labelsIn(lang);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = shapeOf(part);
  const tasks = new Map([...tasksIn(before), ...tasksIn(after)]);
  return names.flatMap((name) => {
    const found = named(fields, name, part.space, { labels, tasks });
    const [was, is] = [before[name] ?? "", after[name] ?? ""];
    if (!found || was === is) return [];
    const said = (text: string) => wordsOf(found.field, text, labels);
    return [{ name: found.name, before: said(was), after: said(is) }];
  });
}

const wordsOf = (field: Field, text: string, labels: Labels): string => {
  if (field.is === "choice" && !field.many) return choiceOf(labels, field.at, text) ?? text;
  if (field.is === "purpose") return purposeNamed(text);
  if (field.is === "reference") return registerNamed(text);
  return text === "yes" ? "✓" : text;
};

/** The field of a name of the form, and what it is called: `Sources 2 · Published by`. */
function named(
  fields: readonly Field[],
  name: string,
  space: string,
  { labels, tasks }: { readonly labels: Labels; readonly tasks: ReturnType<typeof tasksIn> },
) {
  let here = fields;
  let found: Field | undefined;
  const called: string[] = [];
  for (const key of name.split(".")) {
    if (key === "pick") return undefined; // which one is meant is told by its name
    if (/^\d+$/.test(key) && called.length > 0) {
      called[called.length - 1] += ` ${Number(key) + 1}`;
      continue;
    }
    const field = here.find((one) => one.key === key);
    if (!field) {
      if (found && ["choice", "listed", "tasks"].includes(found.is)) {
        called.push(tasks.get(key)?.question ?? choiceOf(labels, found.at, key) ?? key);
        break;
      }
      if (found?.is === "reference") {
        called.push(labelOf(labels, space, `${found.at}.${key}`) ?? key);
        break;
      }
      return undefined;
    }
    found = field;
    if (!(field.is === "group" && ["properties", "geometry"].includes(key)))
      called.push(labelOf(labels, space, field.at) ?? key);
    here = field.is === "group" || field.is === "rows" ? field.fields : [];
  }
  const isTold = found && !["own", "kept", "fixed", "rows", "group"].includes(found.is);
  return isTold ? { field: found!, name: called.join(" · ") } : undefined;
}
