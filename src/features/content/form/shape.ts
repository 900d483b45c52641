/** The fields of a form, from the schema of a part of the campaign folder: what each of them holds, in the order of the file. */
import type { GenericSchema } from "valibot";
import {
  country,
  date,
  day,
  language,
  line,
  organisationReference,
  paragraph,
  sector,
  slug,
  url,
} from "../../../platform/folder/fields.ts";
import { unfold } from "../../../platform/folder/form.ts";
import type { FolderPart } from "../../../platform/folder/part.ts";

export type Sort =
  | {
      readonly is:
        | "line"
        | "text"
        | "lines"
        | "day"
        | "date"
        | "url"
        | "number"
        | "country"
        | "language"
        | "currency"
        | "purpose";
    }
  /** A register, and the number there. */
  | { readonly is: "reference" }
  | { readonly is: "flag" | "position" | "markdown" }
  /** The fingerprint of a document, worked out from the file that somebody chooses. */
  | { readonly is: "hash" }
  /** A column of the table that the thing holds. */
  | { readonly is: "column" }
  /** What other pages of the desk make: it stays as it is. */
  | { readonly is: "kept" }
  /** The id of an entry of a list, made from its words. */
  | { readonly is: "own" }
  | { readonly is: "fixed"; readonly value: unknown }
  | { readonly is: "choice"; readonly options: readonly string[]; readonly many: boolean }
  /** A thing of this space, found by its name. */
  | { readonly is: "ref"; readonly space: string; readonly many: boolean }
  /** What the campaign lists: topics, walks of life. */
  | { readonly is: "listed"; readonly list: string; readonly many: boolean }
  /** Tasks of the lessons of a course, each by its question. */
  | { readonly is: "tasks" }
  /** An entry of another list of the same thing. */
  | { readonly is: "row"; readonly of: string }
  | { readonly is: "media"; readonly what: "picture" | "table" }
  /** `bare`: a value that may stand alone, without who says it. */
  | { readonly is: "group"; readonly fields: readonly Field[]; readonly bare: boolean }
  | { readonly is: "rows"; readonly fields: readonly Field[] };

export type Field = Sort & {
  readonly key: string;
  /** From the top of the thing: `sources[].title`. */
  readonly at: string;
  readonly optional: boolean;
};

/** Made elsewhere at the desk or by commands: consents, pictures from space, addresses of an earlier site. */
const KEPT = new Set(["consent", "sky", "formerly"]);
/** Told by their names: their schemas are no more than forms of text. */
const BY_KEY: Readonly<Record<string, Sort>> = {
  sha256: { is: "hash" },
  currency: { is: "currency" },
};
/** The tasks that a teacher has to have seen. */
const TASKS = "courses.badge.shown";
/** Counted when a table is looked at. */
const COUNTED = new Set(["datasets.rows", "datasets.leftOut"]);
/** What names an entry of a list of its own thing. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pledges: {
    "claims[].revises": "claims",
    "evidence[].claim": "claims",
    "disputes[].claim": "claims",
    "answers[].dispute": "disputes",
  },
};

const shapes = new WeakMap<FolderPart, readonly Field[]>();

/** Every field of a thing of this part. */
export function shapeOf(part: FolderPart): readonly Field[] {
  const known = shapes.get(part);
  if (known) return known;
  const isNamedInside = part.form === "yaml-list" || part.form === "geojson";
  const { entries = {} } = part.schema as { entries?: Readonly<Record<string, GenericSchema>> };
  const fields = Object.entries(entries)
    .filter(([key]) => !(isNamedInside && key === "id"))
    .map(([key, schema]) => fieldOf(part, key, key, schema));
  const text: Field = { is: "markdown", key: "markdown", at: "markdown", optional: true };
  const all = part.form === "markdown-files" ? [...fields, text] : fields;
  shapes.set(part, all);
  return all;
}

function fieldOf(part: FolderPart, key: string, at: string, schema: GenericSchema): Field {
  const optional = schema.type === "optional";
  return { key, at, optional, ...sortOf(part, key, at, schema) };
}

function sortOf(part: FolderPart, key: string, at: string, schema: GenericSchema): Sort {
  const own = ROWS[part.space]?.[at];
  if (KEPT.has(key) || COUNTED.has(`${part.space}.${at}`)) return { is: "kept" };
  if (`${part.space}.${at}` === TASKS) return { is: "tasks" };
  if (part.space === "datasets" && at.startsWith("mapping.")) return { is: "column" };
  if (own !== undefined) return { is: "row", of: own };
  if (part.media.includes(at)) return { is: "media", what: at === "file" ? "table" : "picture" };
  const ref = part.refs[at] ?? part.refs[`${at}[]`];
  if (ref !== undefined) return { is: "ref", space: ref, many: !(at in part.refs) };
  const list = part.names?.[at] ?? part.names?.[`${at}[]`];
  if (list !== undefined) return { is: "listed", list, many: !(at in part.names!) };
  const forms = unfold(schema);
  const group = forms.find((one) => entriesOf(one) !== undefined);
  if (group) return groupOf(part, at, group, forms.length > 1);
  return leafOf(part, key, at, forms[0]!);
}

const entriesOf = (schema: GenericSchema) =>
  (schema as { entries?: Readonly<Record<string, GenericSchema>> }).entries;

function groupOf(part: FolderPart, at: string, schema: GenericSchema, bare: boolean): Sort {
  const fields = Object.entries(entriesOf(schema)!).map(([key, inner]) =>
    fieldOf(part, key, `${at}.${key}`, inner),
  );
  return { is: "group", fields, bare };
}

const BY_SCHEMA = new Map<GenericSchema, Sort>([
  [line, { is: "line" }],
  [paragraph, { is: "text" }],
  [day, { is: "day" }],
  [date, { is: "date" }],
  [url, { is: "url" }],
  [country, { is: "country" }],
  [language, { is: "language" }],
  [sector, { is: "purpose" }],
  [organisationReference, { is: "reference" }],
]);

function leafOf(part: FolderPart, key: string, at: string, schema: GenericSchema): Sort {
  const known = BY_SCHEMA.get(schema) ?? BY_KEY[key];
  if (known) return known;
  // A short name that nothing leads to: of an entry its own, anywhere else one that a file gave.
  if (schema === slug) return key === "id" ? { is: "own" } : { is: "kept" };
  const { options, item, literal } = schema as {
    options?: readonly string[];
    item?: GenericSchema;
    literal?: unknown;
  };
  switch (schema.type) {
    case "picklist":
      return { is: "choice", options: options!, many: false };
    case "boolean":
      return { is: "flag" };
    case "number":
      return { is: "number" };
    case "literal":
      return { is: "fixed", value: literal };
    case "strict_tuple":
      return { is: "position" };
    case "array":
      return listOf(part, at, item!);
    default:
      return { is: "line" };
  }
}

function listOf(part: FolderPart, at: string, item: GenericSchema): Sort {
  const inner = sortOf(part, "", `${at}[]`, item);
  if (inner.is === "group") return { is: "rows", fields: inner.fields };
  if (inner.is === "choice") return { ...inner, many: true };
  return inner.is === "kept" ? inner : { is: "lines" };
}

/** Every field, groups and the fields of their entries among them. */
export function everyField(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...(field.is === "group" || field.is === "rows" ? everyField(field.fields) : []),
  ]);
}

/** Whether somebody fills it in. */
export const isAsked = ({ is }: Field): boolean => is !== "kept" && is !== "own" && is !== "fixed";
