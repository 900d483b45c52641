/** The table of opportunities. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldOpportunity } from "./fold.ts";
import { opportunityKinds } from "./records.ts";

export type OpportunityTables = {
  /** `place`: the subject of its place, where it has one. */
  opportunity: { subject: string; place: string | null; state: string };
};

export const opportunityProjection: Projection = {
  name: "opportunities",
  version: 1,
  kinds: Object.keys(opportunityKinds),
  tables: ["opportunity"],

  async create(db) {
    await db.schema
      .createTable("opportunity")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("place", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("opportunity_place").on("opportunity").column("place").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<OpportunityTables>();
    await mine
      .deleteFrom("opportunity")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const opportunity = foldOpportunity(records);
      if (!opportunity) return [];
      const { place = null } = opportunity;
      return [{ subject, place, state: JSON.stringify(opportunity) }];
    });
    if (rows.length > 0) await mine.insertInto("opportunity").values(rows).execute();
    return [];
  },
};
