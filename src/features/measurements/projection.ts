/** What one aggregate says, and the table of aggregates. Rules MA4 and MA5 of README.md. */
import * as v from "valibot";
import { bigint, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  AggregateBody,
  MEASUREMENT_AGGREGATED,
  measurementKinds,
  type Aggregate,
} from "./records.ts";

/** An aggregate is said once and never edited; a body that does not fit changes nothing. */
export function foldAggregate(records: readonly LogRecord[]): Aggregate | undefined {
  for (const { kind, body } of records) {
    const said = v.safeParse(AggregateBody, body);
    if (kind === MEASUREMENT_AGGREGATED && said.success) return said.output;
  }
  return undefined;
}

const tables = {
  aggregate: table({
    subject: text,
    cell: text,
    month: text,
    n: bigint, // as large as a record may say
    state: text,
  }),
};
export type MeasurementTables = TablesOf<typeof tables>;

export const measurementProjection = rowProjection({
  name: "measurements",
  version: 2,
  kinds: measurementKinds,
  tables,
  fold: foldAggregate,
  rows(said) {
    const { cell, month, n } = said;
    return { aggregate: [{ cell, month, n, state: JSON.stringify(said) }] };
  },
});
