/** What an organisation's records say of it. Rules PT1 and PT2 of README.md. */
import type * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PARTNER_WITHDRAWN, PartnerBody } from "./records.ts";

export type Partner = Readonly<v.InferOutput<typeof PartnerBody>>;

/** Fold one partner's records, in reading order; `undefined` when withdrawn or never described. */
export const foldPartner = (records: readonly LogRecord[]): Partner | undefined =>
  lastSaid(records, PartnerBody, PARTNER_WITHDRAWN);
