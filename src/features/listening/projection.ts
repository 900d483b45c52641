/** What one report of listening says, and the table of reports. Rule LT2 of README.md. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { firstSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { listeningKinds, ReportedBody, type Reported } from "./records.ts";

/** A month of a place is said once; a body that does not fit changes nothing. */
export const foldReport = (records: readonly LogRecord[]): Reported | undefined =>
  firstSaid(records, ReportedBody);

const tables = {
  listening_report: table({ subject: text, place: text, month: text, state: text }),
};
export type ListeningTables = TablesOf<typeof tables>;

export const listeningProjection = rowProjection({
  name: "listening",
  version: 1,
  kinds: listeningKinds,
  tables,
  fold: foldReport,
  rows: (said) => ({
    listening_report: [{ place: said.place, month: said.month, state: JSON.stringify(said) }],
  }),
});
