/** What an opportunity's records say of it, and the table of opportunities. Rule O8 of README.md. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { firstSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  OPPORTUNITY_WITHDRAWN,
  opportunityKinds,
  OpportunityBody,
  type Opportunity,
} from "./records.ts";

/** Fold one opportunity's records, in reading order; `undefined` when withdrawn or never named. */
export const foldOpportunity = (records: readonly LogRecord[]): Opportunity | undefined =>
  firstSaid(records, OpportunityBody, OPPORTUNITY_WITHDRAWN);

const tables = {
  /** `place`: the subject of its place, where it has one. */
  opportunity: table(
    { subject: text, place: orNull(text), state: text },
    { indexes: { opportunity_place: ["place"] } },
  ),
};
export type OpportunityTables = TablesOf<typeof tables>;

export const opportunityProjection = rowProjection({
  name: "opportunities",
  version: 1,
  kinds: opportunityKinds,
  tables,
  fold: foldOpportunity,
  rows(opportunity) {
    const { place = null } = opportunity;
    return { opportunity: [{ place, state: JSON.stringify(opportunity) }] };
  },
});
