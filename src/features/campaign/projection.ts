/** The tables of the campaign and of its free pages. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldCampaign, foldPage, foldPageTranslations } from "./fold.ts";
import { campaignKinds, pageKinds } from "./records.ts";

export type CampaignTables = {
  /** `opened` is the time of the opening record: the first campaign of an instance is its campaign. */
  campaign: { subject: string; opened: string; state: string };
  page: {
    subject: string;
    title: string;
    /** By language, as its translations say it. */
    titles: string;
    state: string;
    translations: string;
  };
  /** Where a page, or with `media` one of its pictures, stood on an earlier site. */
  page_former: { subject: string; key: string; media: string };
};

export const campaignProjection: Projection = {
  name: "campaign",
  version: 1,
  kinds: Object.keys(campaignKinds),
  tables: ["campaign"],

  async create(db) {
    await db.schema
      .createTable("campaign")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("opened", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<CampaignTables>();
    await mine
      .deleteFrom("campaign")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const campaign = foldCampaign(records);
      return campaign ? [{ subject, opened: records[0]!.at, state: JSON.stringify(campaign) }] : [];
    });
    if (rows.length > 0) await mine.insertInto("campaign").values(rows).execute();
    return [];
  },
};

const AT_ONCE = 1000; // rows of a statement, which databases bound

export const pagesProjection: Projection = {
  name: "pages",
  version: 4,
  kinds: Object.keys(pageKinds),
  tables: ["page", "page_former"],

  async create(db) {
    await db.schema
      .createTable("page")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("title", "text", (c) => c.notNull())
      .addColumn("titles", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("translations", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("page_former")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("media", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("page_former_key").on("page_former").columns(["key"]).execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<CampaignTables>();
    for (const table of ["page", "page_former"] as const)
      await mine
        .deleteFrom(table)
        .where("subject", "in", [...subjects.keys()])
        .execute();
    const pages = [...subjects].flatMap(([subject, records]) => {
      const page = foldPage(records);
      return page ? [{ subject, page, translations: foldPageTranslations(records) }] : [];
    });
    const rows = pages.map(({ subject, page, translations }) => ({
      subject,
      title: page.title,
      titles: JSON.stringify(
        Object.fromEntries(Object.entries(translations).map(([lang, { title }]) => [lang, title])),
      ),
      state: JSON.stringify(page),
      translations: JSON.stringify(translations),
    }));
    const formers = pages.flatMap(({ subject, page: { formerly = [], pictures = [] } }) => [
      ...formerly.map((key) => ({ subject, key, media: "" })),
      ...pictures.flatMap(({ file, formerly: stood = [] }) =>
        stood.map((key) => ({ subject, key, media: file.media })),
      ),
    ]);
    if (rows.length > 0) await mine.insertInto("page").values(rows).execute();
    for (let i = 0; i < formers.length; i += AT_ONCE)
      await mine
        .insertInto("page_former")
        .values(formers.slice(i, i + AT_ONCE))
        .execute();
    return [];
  },
};
