/** The table of partners. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Partner, PARTNER_WITHDRAWN, PartnerBody, partnerKinds } from "./records.ts";

const tables = {
  partner: table(
    { subject: text, kind: text, place: orNull(text), state: text },
    { indexes: { partner_place: ["place"] } },
  ),
};
export type PartnerTables = TablesOf<typeof tables>;

/** PT1 and PT2: fold one partner's records, in reading order; `undefined` when withdrawn or never described. */
export const foldPartner = (records: readonly LogRecord[]): Partner | undefined =>
  lastSaid(records, PartnerBody, PARTNER_WITHDRAWN);

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
