/** What the campaign's records, and those of its free pages, say (rules C1 and C2 of README.md), and their tables. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldLongTexts, lastSaid, type LongTexts } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  CAMPAIGN_WITHDRAWN,
  CampaignBody,
  campaignKinds,
  PAGE_TRANSLATED,
  PAGE_WITHDRAWN,
  PageBody,
  pageKinds,
  type Campaign,
  type FreePage,
} from "./records.ts";

/** Fold the campaign's records, in reading order; `undefined` when it is withdrawn or was never opened. */
export const foldCampaign = (records: readonly LogRecord[]): Campaign | undefined =>
  lastSaid(records, CampaignBody, CAMPAIGN_WITHDRAWN);

/** C30: the last translation of a free page into each language. */
export const foldPageTranslations = (records: readonly LogRecord[]): LongTexts =>
  foldLongTexts(records, { translated: PAGE_TRANSLATED, body: PageBody });

/** Fold one free page's records, in reading order. */
export const foldPage = (records: readonly LogRecord[]): FreePage | undefined =>
  lastSaid(records, PageBody, PAGE_WITHDRAWN);

const campaignTables = {
  /** `opened` is the time of the opening record: the first campaign of an instance is its campaign. */
  campaign: table({ subject: text, opened: text, state: text }),
};
const pageTables = {
  page: table({
    subject: text,
    title: text,
    /** By language, as its translations say it. */
    titles: text,
    state: text,
    translations: text,
  }),
  /** Where a page, or with `media` one of its pictures, stood on an earlier site. */
  page_former: table(
    { subject: text, key: text, media: text },
    { key: [], indexes: { page_former_key: ["key"] } },
  ),
};
export type CampaignTables = TablesOf<typeof campaignTables & typeof pageTables>;

export const campaignProjection = rowProjection({
  name: "campaign",
  version: 1,
  kinds: campaignKinds,
  tables: campaignTables,
  fold: foldCampaign,
  rows: (campaign, records) => ({
    campaign: [{ opened: records[0]!.at, state: JSON.stringify(campaign) }],
  }),
});

export const pagesProjection = rowProjection({
  name: "pages",
  version: 4,
  kinds: pageKinds,
  tables: pageTables,
  fold: foldPage,
  rows(page, records) {
    const { title, formerly = [], pictures = [] } = page;
    const translations = foldPageTranslations(records);
    const titles = Object.entries(translations).map(([lang, told]) => [lang, told.title]);
    const row = {
      title,
      titles: JSON.stringify(Object.fromEntries(titles)),
      state: JSON.stringify(page),
      translations: JSON.stringify(translations),
    };
    const formers = [
      ...formerly.map((key) => ({ key, media: "" })),
      ...pictures.flatMap(({ file, formerly: stood = [] }) =>
        stood.map((key) => ({ key, media: file.media })),
      ),
    ];
    return { page: [row], page_former: formers };
  },
});
