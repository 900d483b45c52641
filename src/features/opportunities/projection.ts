/** What an opportunity's records say of it, and the table of opportunities. Rule O8 of README.md. */
import * as v from "valibot";
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  OPPORTUNITY_WITHDRAWN,
  opportunityKinds,
  OpportunityBody,
  type Opportunity,
} from "./records.ts";

/** Fold one opportunity's records, in reading order; `undefined` when withdrawn or never named. */
export function foldOpportunity(records: readonly LogRecord[]): Opportunity | undefined {
  let opportunity: Opportunity | undefined;
  for (const { kind, body } of records) {
    if (kind === OPPORTUNITY_WITHDRAWN) return undefined;
    const said = v.safeParse(OpportunityBody, body);
    if (said.success) opportunity ??= said.output; // otherwise a newer instance's record
  }
  return opportunity;
}

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
