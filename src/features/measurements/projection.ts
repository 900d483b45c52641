/** What one aggregate says, and the table of aggregates. Rules MA4 and MA5 of README.md. */
import { bigint, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { firstSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { AggregateBody, measurementKinds, type Aggregate } from "./records.ts";

/** An aggregate is said once and never edited; a body that does not fit changes nothing. */
export const foldAggregate = (records: readonly LogRecord[]): Aggregate | undefined =>
  firstSaid(records, AggregateBody);

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
