/** The table of the open letter: one row a signature, for counting, showing and finding. */
import type { Projection } from "../../platform/log/projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { foldSignature } from "./fold.ts";
import { letterKinds } from "./records.ts";

export type LetterTables = {
  signature_said: {
    subject: string;
    id: string;
    kind: string;
    country: string | null;
    /** 1 where a person confirmed it, 0 where a link in a mail did. */
    by_hand: number;
    /** When it was said in this log, in UTC milliseconds. */
    said: number;
    /** The name and the place in small letters; null where no name is shown. */
    find: string | null;
    /** JSON. */
    state: string;
  };
};

export const letterProjection: Projection = {
  name: "letter",
  version: 2,
  kinds: Object.keys(letterKinds),
  tables: ["signature_said"],

  async create(db) {
    await db.schema
      .createTable("signature_said")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("country", "text")
      .addColumn("by_hand", "integer", (c) => c.notNull())
      .addColumn("said", "bigint", (c) => c.notNull())
      .addColumn("find", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    const order = ["said", "subject"];
    await db.schema.createIndex("signature_order").on("signature_said").columns(order).execute();
    await db.schema.createIndex("signature_id").on("signature_said").column("id").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<LetterTables>();
    await mine
      .deleteFrom("signature_said")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const state = foldSignature(records);
      if (!state) return [];
      const { id, kind, country = null, confirmed, name, place = "" } = state;
      const by_hand = confirmed === "mail" ? 0 : 1;
      const find = name === undefined ? null : findable(`${name} ${place}`);
      const said = timeMs(records[0]!.at);
      return [{ subject, id, kind, country, by_hand, said, find, state: JSON.stringify(state) }];
    });
    if (rows.length > 0) await mine.insertInto("signature_said").values(rows).execute();
    return [];
  },
};

/** So that both databases find the same: small letters of every script, one way of writing each. */
export const findable = (text: string): string => text.normalize("NFKC").toLowerCase();
