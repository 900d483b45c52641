/** What one aggregate says. Rules MA4 and MA5 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { AggregateBody, MEASUREMENT_AGGREGATED, type Aggregate } from "./records.ts";

/** An aggregate is said once and never edited; a body that does not fit changes nothing. */
export function foldAggregate(records: readonly LogRecord[]): Aggregate | undefined {
  for (const { kind, body } of records) {
    const said = v.safeParse(AggregateBody, body);
    if (kind === MEASUREMENT_AGGREGATED && said.success) return said.output;
  }
  return undefined;
}
