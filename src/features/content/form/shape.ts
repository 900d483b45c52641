/** The fields of a form, from the schema of a part of the campaign folder: what each of them holds, in the order of the file. */
import * as v from "valibot";
import type { GenericSchema } from "valibot";
import {
  country,
  date,
  day,
  language,
  markdown,
  organisationReference,
  sector,
  slug,
  url,
} from "../../../platform/folder/fields.ts";
import { askedOf } from "./asked.ts";
import { unfold } from "../../../platform/folder/form.ts";
import type { FolderPart } from "../../../platform/folder/part.ts";

export type Sort =
  /** `most`: characters. */
  | { readonly is: "line" | "text" | "markdown"; readonly most: number }
  | {
      readonly is:
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
  | { readonly is: "flag" | "position" }
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
  /** `kinds`: where entries differ, the fields of each kind, by the field that only they have; `fields` are those of all. */
  | {
      readonly is: "rows";
      readonly fields: readonly Field[];
      readonly kinds: ReadonlyMap<string, readonly Field[]>;
    };

export type Field = Sort & {
  readonly key: string;
  /** From the top of the thing: `sources[].title`. */
  readonly at: string;
  readonly optional: boolean;
};

/** Made elsewhere at the desk or by commands: consents, pictures from space, addresses of an earlier site, a text as it was. */
const KEPT = new Set(["consent", "sky", "formerly", "written"]);
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
  const { entries = {} } = (askedOf(part)?.schema ?? part.schema) as {
    entries?: Readonly<Record<string, GenericSchema>>;
  };
  const fields = Object.entries(entries)
    .filter(([key]) => !(isNamedInside && key === "id"))
    .map(([key, schema]) => fieldOf(part, key, key, schema));
  const text = fieldOf(part, "markdown", "markdown", v.optional(markdown));
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
      return textOf(schema);
  }
}

const PAGE = 10_000; // characters; a text that may have more is Markdown, and its field is as high as a page

/** A text by what its form takes, wherever it stands: one that may have a second line has a field that keeps both. */
function textOf(schema: GenericSchema): Sort {
  const { pipe = [] } = schema as { pipe?: readonly { type: string; requirement?: unknown }[] };
  const most = Number(pipe.find(({ type }) => type === "max_length")?.requirement ?? 500);
  return { is: !v.is(schema, "a\nb") ? "line" : most > PAGE ? "markdown" : "text", most };
}

function listOf(part: FolderPart, at: string, item: GenericSchema): Sort {
  const kinds = kindsOf(part, `${at}[]`, item);
  if (kinds.size > 0) {
    const fields = new Map([...kinds.values()].flat().map((field) => [field.key, field]));
    return { is: "rows", fields: [...fields.values()], kinds };
  }
  const inner = sortOf(part, "", `${at}[]`, item);
  if (inner.is === "group") return { is: "rows", fields: inner.fields, kinds };
  if (inner.is === "text" || inner.is === "markdown")
    throw new Error(`Expected texts of one line in the list ${at}, found longer ones.`);
  if (inner.is === "choice") return { ...inner, many: true };
  return inner.is === "kept" ? inner : { is: "lines" };
}

/** Entries of a union: each kind of them has a field that no other has, and is called by it. */
function kindsOf(part: FolderPart, at: string, item: GenericSchema): Map<string, Field[]> {
  const groups = unfold(item).flatMap((one) => {
    const entries = entriesOf(one);
    return entries ? [entries] : [];
  });
  if (groups.length < 2) return new Map();
  return new Map(
    groups.map((entries) => {
      const own = Object.keys(entries).find(
        (key) => groups.filter((one) => Object.hasOwn(one, key)).length === 1,
      );
      if (own === undefined) throw new Error(`Expected a field that only one kind of ${at} has.`);
      return [
        own,
        Object.entries(entries).map(([key, inner]) => fieldOf(part, key, `${at}.${key}`, inner)),
      ];
    }),
  );
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
