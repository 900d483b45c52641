/** What the forms of the API are made of. */
import * as v from "valibot";

export type Fields = v.ObjectEntries;

export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const object = (required: Fields, optional: Fields = {}) =>
  v.object({ ...required, ...v.partial(v.object(optional)).entries });
export const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));
/** A pipe on the form itself would repeat it whole, where a reference is enough. */
export const refDescribed = (form: v.GenericSchema, description: string) =>
  described(v.optional(form), description);
export const text = (description: string) => described(v.string(), description);
export const string = v.string();
export const url = v.pipe(v.string(), v.url());
export const number = v.number();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const flag = v.boolean();
export const date = v.pipe(
  v.string(),
  v.regex(/^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$/),
  v.description("A day, a month or a year, as it is known."),
);
export const language = text("BCP 47.");
export const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/),
  v.description("ISO 3166 alpha-2."),
);
export const markdown = text("CommonMark; [^1] leads to the first source.");
export const subject = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.description("The permanent id: SHA-256 of the record that opened the thing."),
);

/** What every thing has. */
export const THING: Fields = {
  subject,
  slug: text("Its name in addresses today; an old one leads to it."),
  page: described(url, "Where people read about it."),
  record: described(url, "What the log holds of it."),
};
