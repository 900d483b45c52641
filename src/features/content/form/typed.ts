/**
 * A thing's file as the fields of a form, and back. A name such as `sources.0.title` is a path in the file; beside a field
 * that names a thing stands which one is meant (`.pick`), and each entry of a list has a mark of its own (`sources.0`).
 */
import { numberIn } from "../../../platform/web/typed-number.ts";
import { localeOf } from "../../../platform/web/words.ts";
import { shortName } from "../../../platform/addresses/short-name.ts";
import { lying } from "./lying.ts";
import { positionIn, positionText } from "./position.ts";
import { entryIn, referenceOf } from "./registers.ts";
import { isAsked, type Field } from "./shape.ts";

export type Typed = Readonly<Record<string, string>>;

export const under = (prefix: string, key: string): string =>
  prefix === "" ? key : `${prefix}.${key}`;

type NameOf = (space: string, slug: string) => string;

/** The value as it stands in the form. @param lang in which numbers are written */
export function typedOf(
  fields: readonly Field[],
  value: unknown,
  { lang, nameOf }: { readonly lang: string; readonly nameOf: NameOf },
): Record<string, string> {
  const typed: Record<string, string> = {};
  const put = (field: Field, name: string, one: unknown): void => {
    if (one === undefined || one === null) return;
    switch (field.is) {
      case "group": {
        const whole = field.bare && typeof one !== "object" ? { value: one } : one;
        for (const inner of field.fields)
          put(inner, under(name, inner.key), (whole as Record<string, unknown>)[inner.key]);
        return;
      }
      case "rows":
        for (const [i, row] of (one as readonly Record<string, unknown>[]).entries()) {
          typed[`${name}.${i}`] = kindIn(field.kinds, row);
          for (const inner of field.fields) put(inner, `${name}.${i}.${inner.key}`, row[inner.key]);
        }
        return;
      case "ref":
        for (const [i, slug] of (Array.isArray(one) ? one : [one]).entries()) {
          const at = field.many ? `${name}.${i}` : name;
          typed[at] = nameOf(field.space, String(slug));
          typed[`${at}.pick`] = String(slug);
        }
        return;
      default:
        putLeaf(typed, field, name, one, lang);
    }
  };
  for (const field of fields) put(field, field.key, (value as Record<string, unknown>)[field.key]);
  return typed;
}

function putLeaf(
  typed: Record<string, string>,
  field: Field,
  name: string,
  value: unknown,
  lang: string,
): void {
  if (field.is === "fixed") return;
  if (field.is === "kept") typed[name] = JSON.stringify(value);
  else if (field.is === "flag") typed[value === true ? name : under(name, "no")] = "yes";
  else if (field.is === "position") typed[name] = positionText(value as [number, number]);
  else if (field.is === "reference") {
    const { register, number } = entryIn(String(value));
    typed[under(name, "register")] = register;
    typed[under(name, "number")] = number;
  } else if (field.is === "lines") typed[name] = (value as readonly string[]).join("\n");
  else if (Array.isArray(value)) for (const one of value) typed[`${name}.${one}`] = "yes";
  else if (typeof value === "number") typed[name] = numberText(value, lang);
  else typed[name] = String(value);
}

/** What marks an entry of a list: of which kind it is, or that it is one. */
const kindIn = (kinds: ReadonlyMap<string, unknown>, row: object): string =>
  [...kinds.keys()].find((kind) => Object.hasOwn(row, kind)) ?? "row";

const numberText = (value: number, lang: string): string =>
  new Intl.NumberFormat(localeOf(lang), {
    useGrouping: false,
    maximumFractionDigits: 20,
    numberingSystem: "latn",
  }).format(value);

/** Which entries of a list stand in the form, in their order. */
export function rowsIn(typed: Typed, name: string): number[] {
  const found = lying(typed, name)?.rows ?? [];
  return [...found].toSorted((a, b) => a - b);
}

/** The name of an entry that is added to a list. */
export const nextRow = (typed: Typed, name: string): string =>
  `${name}.${(rowsIn(typed, name).at(-1) ?? -1) + 1}`;

/**
 * The form without entries in which nothing stands, the others counted anew, each with an id of its own: what is read from
 * here on has the places that the form has.
 */
export function tidied(
  fields: readonly Field[],
  typed: Typed,
  prefix = "",
  taken: Taken = new Map(),
): Record<string, string> {
  const out: Record<string, string> = {};
  const copy = (from: string, to: string): void => {
    for (const key of lying(typed, from)?.keys ?? [])
      out[to + key.slice(from.length)] = typed[key]!;
  };
  for (const field of fields) {
    const name = under(prefix, field.key);
    if (field.is === "group") Object.assign(out, tidied(field.fields, typed, name, taken));
    else if (field.is === "rows") Object.assign(out, tidiedRows(field, typed, name, taken));
    else if (field.is === "ref" && field.many) {
      const named = rowsIn(typed, name).filter((i) => typed[`${name}.${i}`]);
      for (const [to, from] of named.entries()) copy(`${name}.${from}`, `${name}.${to}`);
    } else copy(name, name);
  }
  return out;
}

/** The ids of the entries of a list, by where it stands; a list that stands in each entry of another has them together. */
type Taken = Map<string, Set<string>>;

function tidiedRows(
  { at, fields }: Field & { readonly is: "rows" },
  typed: Typed,
  name: string,
  taken: Taken,
): Record<string, string> {
  const out: Record<string, string> = {};
  const ids = taken.get(at) ?? idsIn(typed, at);
  taken.set(at, ids);
  const rows = rowsIn(typed, name).filter((i) => !isEmpty(fields, typed, `${name}.${i}`));
  for (const [to, from] of rows.entries()) {
    const [was, is] = [`${name}.${from}`, `${name}.${to}`];
    const inner = tidied(fields, typed, was, taken);
    out[is] = typed[was] ?? "row";
    for (const [key, value] of Object.entries(inner)) out[is + key.slice(was.length)] = value;
    if (!fields.some((field) => field.is === "own") || out[`${is}.id`]) continue;
    const keys = [typed[was] ?? "", "title", "text", ...fields.map(({ key }) => key)];
    const words = keys.map((key) => out[`${is}.${key}`]).find((text) => /\p{L}/u.test(text ?? ""));
    const base = shortName(words ?? name) || name;
    let id = base;
    for (let n = 2; ids.has(id); n++) id = `${base.slice(0, 74)}-${n}`;
    ids.add(id);
    out[`${is}.id`] = id;
  }
  return out;
}

const idsIn = (typed: Typed, at: string): Set<string> =>
  new Set(
    Object.entries(typed).flatMap(([name, id]) =>
      name.endsWith(".id") && patternOf(name) === `${at}[].id` ? [id] : [],
    ),
  );

/** Where a field of a form stands in every such thing: `sources[].title`. */
export const patternOf = (name: string): string => name.replaceAll(/\.\d+(?=\.|$)/g, "[]");

/** Does anything stand in these fields that somebody typed or chose? */
export function isEmpty(fields: readonly Field[], typed: Typed, prefix: string): boolean {
  return fields.every((field) => {
    const name = under(prefix, field.key);
    if (!isAsked(field)) return true;
    if (field.is === "group") return isEmpty(field.fields, typed, name);
    if (field.is === "rows")
      return rowsIn(typed, name).every((i) => isEmpty(field.fields, typed, `${name}.${i}`));
    return lying(typed, name)?.isFilled !== true;
  });
}

export interface Reading {
  readonly lang: string;
  /** Which thing is meant in a field that names one, by the field’s name. */
  readonly slugAt: ReadonlyMap<string, string>;
}

/** What the file would hold. A number that is none, and a place that is none, stay as they were typed. */
export function valueOf(
  fields: readonly Field[],
  typed: Typed,
  reading: Reading,
  prefix = "",
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const field of fields) {
    const one = oneOf(field, typed, reading, under(prefix, field.key));
    if (one !== undefined) value[field.key] = one;
  }
  return value;
}

function oneOf(field: Field, typed: Typed, reading: Reading, name: string): unknown {
  const text = typed[name] ?? "";
  switch (field.is) {
    case "fixed":
      return field.value;
    case "group": {
      if (field.optional && isEmpty(field.fields, typed, name)) return undefined;
      const whole = valueOf(field.fields, typed, reading, name);
      const others = field.fields.filter(({ key }) => key !== "value");
      return field.bare && isEmpty(others, typed, name) ? whole["value"] : whole;
    }
    case "rows": {
      const rows = rowsIn(typed, name).map((i) => {
        const row = `${name}.${i}`;
        const kind = typed[row] ?? "";
        const said = valueOf(field.fields, typed, reading, row);
        // What an entry is follows from the field of its kind, also before anything is typed in it.
        return field.kinds.has(kind) ? { [kind]: "", ...said } : said;
      });
      return rows.length === 0 ? undefined : rows;
    }
    case "ref": {
      if (!field.many) return text === "" ? undefined : reading.slugAt.get(name);
      const slugs = rowsIn(typed, name).flatMap((i) => reading.slugAt.get(`${name}.${i}`) ?? []);
      return slugs.length === 0 ? undefined : [...new Set(slugs)];
    }
    case "flag":
      return text === "yes" || (typed[under(name, "no")] === "yes" ? false : undefined);
    case "tasks":
      return ticked(typed, name);
    case "reference":
      return referenceOf({
        register: typed[under(name, "register")] ?? "",
        number: typed[under(name, "number")] ?? "",
      });
    case "choice":
    case "listed":
      return field.many ? ticked(typed, name) : text || undefined;
    default:
      return text === "" ? undefined : leaf(field, text, reading.lang);
  }
}

function leaf(field: Field, text: string, lang: string): unknown {
  switch (field.is) {
    case "number":
      return numberIn(text, lang);
    case "position":
      return positionIn(text) ?? text;
    case "lines":
      return text
        .split("\n")
        .map((one) => one.trim())
        .filter((one) => one !== "");
    case "kept":
      return keptIn(text);
    default:
      return text;
  }
}

/** What the form carried along; somebody who changes it is told by the form of the file. */
function keptIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What is ticked in a list, in the order of the form. */
export function tickedIn(typed: Typed, name: string): string[] {
  const begin = `${name}.`;
  return (lying(typed, name)?.keys ?? []).flatMap((key) =>
    key.startsWith(begin) && typed[key] === "yes" ? [key.slice(begin.length)] : [],
  );
}

function ticked(typed: Typed, name: string): string[] | undefined {
  const all = tickedIn(typed, name);
  return all.length === 0 ? undefined : all;
}
