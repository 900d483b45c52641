/** What the campaign's records, and those of its free pages, say. Rules C1 and C2 of README.md. */
import type * as v from "valibot";
import { foldLongTexts, lastSaid, type LongTexts } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  CAMPAIGN_WITHDRAWN,
  CampaignBody,
  PAGE_TRANSLATED,
  PAGE_WITHDRAWN,
  PageBody,
} from "./records.ts";

export type Campaign = Readonly<v.InferOutput<typeof CampaignBody>>;
export type FreePage = Readonly<v.InferOutput<typeof PageBody>>;

/** Fold the campaign's records, in reading order; `undefined` when it is withdrawn or was never opened. */
export const foldCampaign = (records: readonly LogRecord[]): Campaign | undefined =>
  lastSaid(records, CampaignBody, CAMPAIGN_WITHDRAWN);

/** C30: the last translation of a free page into each language. */
export const foldPageTranslations = (records: readonly LogRecord[]): LongTexts =>
  foldLongTexts(records, { translated: PAGE_TRANSLATED, body: PageBody });

/** Fold one free page's records, in reading order. */
export const foldPage = (records: readonly LogRecord[]): FreePage | undefined =>
  lastSaid(records, PageBody, PAGE_WITHDRAWN);
