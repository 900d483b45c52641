/** The part of JSON Schema that the API's description uses, strictly: what is not described must not be there. */
import type { Schema } from "./api/schemas.ts";

/** Where a value does not fit, in words; nothing when it fits. */
export function misfits(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  at = "$",
): string[] {
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.replace("#/components/schemas/", "")];
    return named ? misfits(value, named, schemas, at) : [`${at}: ${schema.$ref} leads nowhere`];
  }
  if (schema.anyOf) {
    const found = schema.anyOf.map((one) => misfits(value, one, schemas, at));
    return found.some((list) => list.length === 0) ? [] : found.flat();
  }
  const { type, required = [], properties = {}, items, pattern, minimum, maximum } = schema;
  const wrong = (what: string) => [`${at}: expected ${what}, got ${JSON.stringify(value)}`];
  if (!isOf(value, type)) return wrong(`${type}`);
  if (schema.enum && !schema.enum.includes(String(value))) return wrong(schema.enum.join(" or "));
  if (pattern !== undefined && !new RegExp(pattern).test(String(value))) return wrong(pattern);
  if (schema.format === "uri" && !URL.canParse(String(value))) return wrong("an address");
  if (minimum !== undefined && Number(value) < minimum) return wrong(`at least ${minimum}`);
  if (maximum !== undefined && Number(value) > maximum) return wrong(`at most ${maximum}`);
  if (Array.isArray(value))
    return value.flatMap((one, i) => misfits(one, items ?? {}, schemas, `${at}[${i}]`));
  if (type !== "object") return [];
  const fields = Object.entries(value as object);
  const names = new Set(fields.map(([name]) => name));
  return [
    ...required.filter((name) => !names.has(name)).map((name) => `${at}: ${name} is missing`),
    ...fields.flatMap(([name, of]) =>
      properties[name]
        ? misfits(of, properties[name], schemas, `${at}.${name}`)
        : [`${at}: ${name} is not described`],
    ),
  ];
}

function isOf(value: unknown, type: Schema["type"]): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
