/** The tables of the campaign and of its free pages. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldCampaign, foldPage, foldPageTranslations } from "./fold.ts";
import { campaignKinds, pageKinds } from "./records.ts";

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
