/** The table of partners. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldPartner } from "./fold.ts";
import { partnerKinds } from "./records.ts";

export type PartnerTables = {
  partner: { subject: string; kind: string; place: string | null; state: string };
};

export const partnerProjection: Projection = {
  name: "partners",
  version: 1,
  kinds: Object.keys(partnerKinds),
  tables: ["partner"],

  async create(db) {
    await db.schema
      .createTable("partner")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("place", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("partner_place").on("partner").column("place").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<PartnerTables>();
    await mine
      .deleteFrom("partner")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const partner = foldPartner(records);
      if (!partner) return [];
      const { kind, place = null } = partner;
      return [{ subject, kind, place, state: JSON.stringify(partner) }];
    });
    if (rows.length > 0) await mine.insertInto("partner").values(rows).execute();
    return [];
  },
};
