/** The tables of the campaign and of its free pages. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldCampaign, foldPage } from "./fold.ts";
import { campaignKinds, pageKinds } from "./records.ts";

export type CampaignTables = {
  /** `opened` is the time of the opening record: the first campaign of an instance is its campaign. */
  campaign: { subject: string; opened: string; state: string };
  page: { subject: string; title: string; state: string };
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

export const pagesProjection: Projection = {
  name: "pages",
  version: 1,
  kinds: Object.keys(pageKinds),
  tables: ["page"],

  async create(db) {
    await db.schema
      .createTable("page")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("title", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<CampaignTables>();
    await mine
      .deleteFrom("page")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const page = foldPage(records);
      return page ? [{ subject, title: page.title, state: JSON.stringify(page) }] : [];
    });
    if (rows.length > 0) await mine.insertInto("page").values(rows).execute();
    return [];
  },
};
