/**
 * Looking into a valibot schema: which fields a form has, in which order, and what each of them holds.
 * Reading needs it to take an unquoted 2021 for a text where a text is expected; writing, for the order of fields.
 */
import type { GenericSchema } from "valibot";
import { date } from "./fields.ts";

export type Path = readonly (string | number)[];
/** The schemas that may describe one value: more than one where the form is a union. */
export type Form = readonly GenericSchema[];

/** What is inside of optional values and unions. */
export function unfold(schema: GenericSchema): Form {
  const { wrapped, options } = schema as { wrapped?: GenericSchema; options?: readonly unknown[] };
  if (wrapped) return unfold(wrapped);
  const isUnion =
    schema.type === "union" || schema.type === "variant" || schema.type === "intersect";
  return isUnion ? (options as readonly GenericSchema[]).flatMap(unfold) : [schema];
}

/** The form of a field or list item of values of this form; empty where there is none. */
export function inside(form: Form, key: string | number): Form {
  return form.flatMap((schema) => {
    const { entries, item, items } = schema as {
      entries?: Readonly<Record<string, GenericSchema>>;
      item?: GenericSchema;
      items?: readonly GenericSchema[];
    };
    const child =
      typeof key === "number"
        ? (item ?? items?.[key])
        : entries && Object.hasOwn(entries, key)
          ? entries[key]
          : undefined;
    return child ? unfold(child) : [];
  });
}

export const fieldsAt = (schema: GenericSchema, path: Path): Form =>
  path.reduce<Form>(inside, unfold(schema));

/** Every field of this form, in its order. */
export function keysOf(form: Form): string[] {
  return [...new Set(form.flatMap((s) => Object.keys((s as { entries?: object }).entries ?? {})))];
}

/** Does this form hold texts, and no numbers that could be meant instead? */
export function holdsText(form: Form): boolean {
  return form.some(isText) && !form.some((schema) => schema.type === "number");
}

const isText = ({ type }: GenericSchema): boolean => type === "string" || type === "picklist";

export const holdsDate = (form: Form): boolean => form.includes(date);
