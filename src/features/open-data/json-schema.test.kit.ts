/** Answers held against the API's description, strictly: what is not described must not be there. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

export type Schema = Readonly<Record<string, unknown>>;

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, keywords: ["components"] });
ajv.addFormat("uri", (text) => URL.canParse(text));
const checks = new Map<string, ValidateFunction>();

/** Where a value does not fit, in words; nothing when it fits. @throws where the schema names one that is not there */
export function misfits(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
): string[] {
  const whole = JSON.stringify({ ...schema, components: { schemas } });
  const check = checks.get(whole) ?? ajv.compile(JSON.parse(whole, closed));
  checks.set(whole, check);
  check(value);
  return (check.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}

const closed = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "type" in value && value.type === "object"
    ? { ...value, additionalProperties: false }
    : value;
