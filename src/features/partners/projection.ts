/** The table of partners. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldPartner } from "./fold.ts";
import { partnerKinds } from "./records.ts";

const tables = {
  partner: table(
    { subject: text, kind: text, place: orNull(text), state: text },
    { indexes: { partner_place: ["place"] } },
  ),
};
export type PartnerTables = TablesOf<typeof tables>;

export const partnerProjection = rowProjection({
  name: "partners",
  version: 1,
  kinds: partnerKinds,
  tables,
  fold: foldPartner,
  rows(partner) {
    const { kind, place = null } = partner;
    return { partner: [{ kind, place, state: JSON.stringify(partner) }] };
  },
});
