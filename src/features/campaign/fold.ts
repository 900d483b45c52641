/** What the campaign's records, and those of its free pages, say. Rules C1 and C2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { CAMPAIGN_WITHDRAWN, CampaignBody, PAGE_WITHDRAWN, PageBody } from "./records.ts";

export type Campaign = Readonly<v.InferOutput<typeof CampaignBody>>;
export type FreePage = Readonly<v.InferOutput<typeof PageBody>>;

/** Fold the campaign's records, in reading order; `undefined` when it is withdrawn or was never opened. */
export const foldCampaign = (records: readonly LogRecord[]): Campaign | undefined =>
  last(records, CampaignBody, CAMPAIGN_WITHDRAWN);

/** Fold one free page's records, in reading order. */
export const foldPage = (records: readonly LogRecord[]): FreePage | undefined =>
  last(records, PageBody, PAGE_WITHDRAWN);

function last<S extends v.GenericSchema>(
  records: readonly LogRecord[],
  schema: S,
  withdrawn: string,
): v.InferOutput<S> | undefined {
  let state: v.InferOutput<S> | undefined;
  for (const { kind, body } of records) {
    if (kind === withdrawn) {
      state = undefined;
      continue;
    }
    const said = v.safeParse(schema, body);
    if (said.success) state = said.output; // otherwise a newer instance's record
  }
  return state;
}
