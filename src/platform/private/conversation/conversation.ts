/**
 * How the conversation is kept: what each section of it allows, lists of words and links, how people stand with the desk,
 * what readers reported, notes between moderators, threads that were slowed down, and the counts that are made public.
 */
import type { PrivatePart } from "../part.ts";
import { note, report, settle } from "./reports.ts";
import { brake, list, release, set, unlist } from "./rules.ts";
import { stand } from "./talkers.ts";

export const conversation: PrivatePart = {
  name: "conversation",
  tables: [
    "talk_setting",
    "talk_list",
    "talker",
    "talk_report",
    "talk_note",
    "talk_brake",
    "talk_tally",
  ],
  migrations: [
    async (db) => {
      const { schema } = db;
      await schema
        .createTable("talk_setting")
        .addColumn("name", "text", (c) => c.primaryKey())
        .addColumn("value", "text", (c) => c.notNull())
        .execute();
      await schema
        .createTable("talk_list")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("sort", "text", (c) => c.notNull())
        .addColumn("lang", "text", (c) => c.notNull())
        .addColumn("text", "text", (c) => c.notNull())
        .addColumn("does", "text", (c) => c.notNull())
        .execute();
      await schema
        .createTable("talker")
        .addColumn("who", "text", (c) => c.primaryKey())
        .addColumn("standing", "text")
        .addColumn("accepted", "bigint", (c) => c.notNull())
        .addColumn("refused", "bigint", (c) => c.notNull())
        .addColumn("by", "text")
        .addColumn("day", "text")
        .execute();
      await schema
        .createTable("talk_report")
        .addColumn("n", "bigint", (c) => c.primaryKey())
        .addColumn("about", "text", (c) => c.notNull())
        .addColumn("reason", "text", (c) => c.notNull())
        .addColumn("text", "text", (c) => c.notNull())
        .addColumn("received", "text", (c) => c.notNull())
        .addColumn("host", "text")
        .addColumn("settled", "text")
        .execute();
      await schema
        .createTable("talk_note")
        .addColumn("n", "bigint", (c) => c.primaryKey())
        .addColumn("remark", "text", (c) => c.notNull())
        .addColumn("by", "text", (c) => c.notNull())
        .addColumn("day", "text", (c) => c.notNull())
        .addColumn("text", "text", (c) => c.notNull())
        .execute();
      await schema.createIndex("talk_note_remark").on("talk_note").column("remark").execute();
      await schema
        .createTable("talk_brake")
        .addColumn("about", "text", (c) => c.primaryKey())
        .addColumn("since", "bigint", (c) => c.notNull())
        .addColumn("until", "bigint", (c) => c.notNull())
        .execute();
      await schema
        .createTable("talk_tally")
        .addColumn("month", "text", (c) => c.notNull())
        .addColumn("came", "text", (c) => c.notNull())
        .addColumn("what", "text", (c) => c.notNull())
        .addColumn("reason", "text", (c) => c.notNull())
        .addColumn("count", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("talk_tally_key", ["month", "came", "what", "reason"])
        .execute();
    },
  ],
  operations: { set, list, unlist, stand, report, settle, note, brake, release },
};
