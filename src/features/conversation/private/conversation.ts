/**
 * How the conversation is kept: what each section of it allows, lists of words and links, how people stand with the desk,
 * what readers reported, notes between moderators, threads that were slowed down, and the counts that are made public. And
 * how many said that something helped them, until the log says it: nobody who did is kept, who may say it once more is known
 * in memory alone, for a day.
 */
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { brake, list, note, release, report, set, settle, unlist } from "./moderating.ts";
import { stand } from "./talkers.ts";

export const conversationPart = {
  name: "conversation",
  tables: {
    talk_setting: {
      returns: "What a section allows: it is seen and set at the desk.",
      keeps: { what: "settings", until: "campaign" },
    },
    talk_list: { key: ["id"], keeps: { what: "settings", until: "desk" } },
    talker: {
      returns: "How somebody stands: no operation deletes it.",
      keeps: { what: "moderation", until: "desk" },
    },
    talk_report: {
      keeps: { what: "moderation", ends: [{ days: 365, after: "came", day: "received" }] },
      returns:
        "What is emptied goes with its comment, whose own row says so (`remarks.forget`), or is decided anew.",
    },
    talk_note: {
      returns: "Goes with its comment (`remarks.forget`).",
      keeps: { what: "moderation", until: "desk", with: { remark: "remark" } },
    },
    talk_brake: {
      returns: "Ends by itself within hours.",
      keeps: { what: "settings", ends: [{ days: 0, after: "over", ms: "until" }] },
    },
    talk_tally: {
      returns: "Counts by month: nobody stands in them.",
      keeps: { what: "counts", until: "campaign" },
    },
  },
  migrations: [
    async (db) => {
      await creating({
        talk_setting: table(columns(text, "name", "value")),
        talk_list: table(columns(text, "id", "sort", "lang", "text", "does")),
        talker: table({
          who: text,
          standing: orNull(text),
          ...columns(bigint, "accepted", "refused"),
          ...columns(orNull(text), "by", "day"),
        }),
        talk_report: table({
          n: bigint,
          ...columns(text, "about", "reason", "text", "received"),
          ...columns(orNull(text), "host", "settled"),
        }),
        talk_note: table(
          { n: bigint, ...columns(text, "remark", "by", "day", "text") },
          { indexes: { talk_note_remark: ["remark"] } },
        ),
        talk_brake: table({ about: text, ...columns(bigint, "since", "until") }),
      })(db);
      await db.schema
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
  tables: {
    reaction_helped: { key: ["about"], keeps: { what: "reactions", until: "public" } },
  },
  migrations: [
    creating({
      reaction_helped: table({ about: text, ...columns(integer, "helped", "said") }),
    }),
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
