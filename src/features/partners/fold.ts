/** What an organisation's records say of it. Rules N1 and N2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { PARTNER_WITHDRAWN, PartnerBody } from "./records.ts";

export type Partner = Readonly<v.InferOutput<typeof PartnerBody>>;

/** Fold one partner's records, in reading order; `undefined` when withdrawn or never described. */
export function foldPartner(records: readonly LogRecord[]): Partner | undefined {
  let partner: Partner | undefined;
  for (const { kind, body } of records) {
    if (kind === PARTNER_WITHDRAWN) {
      partner = undefined;
      continue;
    }
    const said = v.safeParse(PartnerBody, body);
    if (said.success) partner = said.output; // otherwise a newer instance's record
  }
  return partner;
}
