/** The table of aggregates. */
import { bigint, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldAggregate } from "./fold.ts";
import { measurementKinds } from "./records.ts";

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
