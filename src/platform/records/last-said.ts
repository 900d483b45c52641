/** The fold of everything that is said whole each time: the last statement stands, a withdrawal ends it, an edit brings it back. */
import * as v from "valibot";
import type { LogRecord } from "./record.ts";

/**
 * @param records of one subject, in reading order
 * @returns undefined when it is withdrawn or was never said; a body that does not fit (a newer instance's, an erased
 *   one) changes nothing
 */
export function lastSaid<S extends v.GenericSchema>(
  records: readonly LogRecord[],
  schema: S,
  withdrawn: string,
): v.InferOutput<S> | undefined {
  for (const { kind, body } of records.toReversed()) {
    if (kind === withdrawn) return undefined;
    const said = v.safeParse(schema, body);
    if (said.success) return said.output;
  }
  return undefined;
}
