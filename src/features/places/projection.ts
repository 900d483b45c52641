/** The table of places. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldPlace } from "./fold.ts";
import { placeKinds } from "./records.ts";

export type PlaceTables = {
  place: { subject: string; name: string; country: string; state: string };
};

export const placeProjection: Projection = {
  name: "places",
  version: 3,
  kinds: Object.keys(placeKinds),
  tables: ["place"],

  async create(db) {
    await db.schema
      .createTable("place")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("country", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<PlaceTables>();
    await mine
      .deleteFrom("place")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const place = foldPlace(records);
      if (!place) return [];
      return [{ subject, name: place.name, country: place.country, state: JSON.stringify(place) }];
    });
    if (rows.length > 0) await mine.insertInto("place").values(rows).execute();
    return [];
  },
};
