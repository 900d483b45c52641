/**
 * How the conversation is kept: what each section of it allows, lists of words and links, how people stand with the desk,
 * what readers reported, notes between moderators, threads that were slowed down, and the counts that are made public. And
 * how many said that something helped them, until the log says it: nobody who did is kept, who may say it once more is known
 * in memory alone, for a day.
 */
import type { Db } from "../../../platform/db/store.ts";
import { asking, type PrivatePart } from "../../../platform/private/part.ts";
import { brake, list, note, release, report, set, settle, unlist } from "./moderating.ts";
import { stand } from "./talkers.ts";

export const conversationPart = {
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
} satisfies PrivatePart;

export const askConversation = asking(conversationPart);

/** Of what is shown: a comment by its id, anything else by its subject. */
export interface Reacted {
  readonly about: string;
  readonly kind: "helped";
}
export interface Helped {
  readonly about: string;
  readonly helped: number;
}
type Tables = { reaction_helped: Helped & { /** What the log says. */ said: number } };

export const reactionsPart = {
  name: "reactions",
  tables: ["reaction_helped"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("reaction_helped")
        .addColumn("about", "text", (c) => c.primaryKey())
        .addColumn("helped", "integer", (c) => c.notNull())
        .addColumn("said", "integer", (c) => c.notNull())
        .execute();
    },
  ],
  questions: { changed },
  operations: { add, said, forget },
} satisfies PrivatePart;

export const askReactions = asking(reactionsPart);

async function add(tx: Db, { about }: Reacted): Promise<void> {
  await mine(tx)
    .insertInto("reaction_helped")
    .values({ about, helped: 1, said: 0 })
    .onConflict((c) =>
      c.column("about").doUpdateSet((eb) => ({ helped: eb("reaction_helped.helped", "+", 1) })),
    )
    .execute();
}

/** What the log does not say yet. */
function changed(tx: Db): Promise<Helped[]> {
  return mine(tx)
    .selectFrom("reaction_helped")
    .select(["about", "helped"])
    .whereRef("helped", "!=", "said")
    .orderBy("about")
    .execute();
}

/** The log says so many now. */
async function said(tx: Db, told: readonly Helped[]): Promise<void> {
  for (const { about, helped } of told)
    await mine(tx)
      .updateTable("reaction_helped")
      .set({ said: helped })
      .where("about", "=", about)
      .execute();
}

/** Of what was taken back. */
async function forget(tx: Db, abouts: readonly string[]): Promise<void> {
  for (const about of abouts)
    await mine(tx).deleteFrom("reaction_helped").where("about", "=", about).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
