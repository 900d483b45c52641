/** The table of events. */
import type { Projection } from "../../platform/log/projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { foldEvent } from "./fold.ts";
import { eventKinds } from "./records.ts";
import { utcOf } from "./time.ts";

export type EventTables = {
  /** Start, end, and when it was last said, in UTC milliseconds. */
  event: {
    subject: string;
    place: string | null;
    starts: number;
    ends: number;
    said: number;
    state: string;
  };
};

export const eventProjection: Projection = {
  name: "events",
  version: 1,
  kinds: Object.keys(eventKinds),
  tables: ["event"],

  async create(db) {
    await db.schema
      .createTable("event")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("place", "text")
      .addColumn("starts", "bigint", (c) => c.notNull())
      .addColumn("ends", "bigint", (c) => c.notNull())
      .addColumn("said", "bigint", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("event_ends").on("event").column("ends").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<EventTables>();
    await mine
      .deleteFrom("event")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const event = foldEvent(records);
      if (!event) return [];
      const { place = null, start, end, zone } = event;
      const [starts, ends] = [utcOf(start, zone), utcOf(end, zone)];
      const said = timeMs(records.at(-1)!.at);
      return [{ subject, place, starts, ends, said, state: JSON.stringify(event) }];
    });
    if (rows.length > 0) await mine.insertInto("event").values(rows).execute();
    return [];
  },
};
