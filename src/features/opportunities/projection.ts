/** The table of opportunities. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldOpportunity } from "./fold.ts";
import { opportunityKinds } from "./records.ts";

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
