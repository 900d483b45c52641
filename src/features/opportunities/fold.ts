/** What an opportunity's records say of it. Rule O8 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { OPPORTUNITY_WITHDRAWN, OpportunityBody, type Opportunity } from "./records.ts";

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
