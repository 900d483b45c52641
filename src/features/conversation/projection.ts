/** The tables of the conversation: comments by what they are about, and how often anything was liked. */
import type { Tx } from "../../platform/db/store.ts";
import type { Projection } from "../../platform/log/projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { foldComment, foldCounts, foldGap, type SaidComment } from "./fold.ts";
import { COMMENT_EDITED, conversationKinds } from "./records.ts";

export type ConversationTables = {
  comment: {
    subject: string;
    /** Its own, of 32 hex digits. */
    id: string;
    about: string;
    answers: string | null;
    /** When it was said in this log, as its record says it, and in UTC milliseconds. */
    at: string;
    said: number;
    /** When its words were changed last, in UTC milliseconds. */
    edited: number | null;
    /** JSON; null where it was taken back, for answers to keep their place. */
    state: string | null;
    /** Who took it back. */
    gone: string | null;
    /** How much of a page it takes, in bytes as they travel. */
    weight: number;
  };
  /** How many reacted to a subject, or to a comment by its id. */
  reaction_count: { subject: string; about: string; likes: number; boosts: number; helped: number };
};

/** The version that is raised with every change of a thread: its pages, and the page of what it is about, rest on it. */
export const threadVersion = (about: string): string => `thread ${about}`;

export const conversationProjection: Projection = {
  name: "conversation",
  version: 3,
  kinds: Object.keys(conversationKinds),
  tables: ["comment", "reaction_count"],

  async create(db) {
    await db.schema
      .createTable("comment")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("about", "text", (c) => c.notNull())
      .addColumn("answers", "text")
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("said", "bigint", (c) => c.notNull())
      .addColumn("edited", "bigint")
      .addColumn("state", "text")
      .addColumn("gone", "text")
      .addColumn("weight", "integer", (c) => c.notNull())
      .execute();
    const thread = ["about", "at", "subject"];
    await db.schema.createIndex("comment_about").on("comment").columns(thread).execute();
    await db.schema.createIndex("comment_id").on("comment").column("id").execute();
    await db.schema
      .createTable("reaction_count")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("about", "text", (c) => c.notNull())
      .addColumn("likes", "bigint", (c) => c.notNull())
      .addColumn("boosts", "bigint", (c) => c.notNull())
      .addColumn("helped", "bigint", (c) => c.notNull())
      .execute();
    const of = db.schema.createIndex("reaction_count_about").on("reaction_count");
    await of.column("about").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<ConversationTables>();
    const names = [...subjects.keys()];
    const before: string[] = [];
    for (const table of ["comment", "reaction_count"] as const) {
      const rows = await mine
        .selectFrom(table)
        .select("about")
        .where("subject", "in", names)
        .execute();
      before.push(...rows.map(({ about }) => about));
      await mine.deleteFrom(table).where("subject", "in", names).execute();
    }
    const comments = [...subjects].flatMap(([subject, records]) => {
      const state = foldComment(records);
      const place = state ?? foldGap(records);
      if (!place) return [];
      const { id, about, answers = null } = place;
      const gone = state ? null : (foldGap(records)?.by ?? null);
      const { at } = records[0]!;
      const said = timeMs(at);
      const edit = records.findLast(({ kind }) => kind === COMMENT_EDITED);
      const edited = edit ? timeMs(edit.at) : null;
      const row = { subject, id, about, answers, at, said, edited, gone, weight: weightOf(state) };
      return [{ ...row, state: state ? JSON.stringify(state) : null }];
    });
    const counts = [...subjects].flatMap(([subject, records]) => {
      const counted = foldCounts(records);
      return counted ? [{ subject, ...counted }] : [];
    });
    if (comments.length > 0) await mine.insertInto("comment").values(comments).execute();
    if (counts.length > 0) await mine.insertInto("reaction_count").values(counts).execute();
    const touched = [...before, ...[...comments, ...counts].map(({ about }) => about)];
    return [...touched, ...(await threadsOf(tx, touched))];
  },

  versionOf: threadVersion,
};

/** A count of a comment stands on the pages of its thread. */
async function threadsOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const comments = tx.withTables<ConversationTables>().selectFrom("comment").select("about");
  const rows = await comments.where("id", "in", [...ids]).execute();
  return rows.map(({ about }) => about);
}

const AROUND = 70; // bytes, compressed: its id, its day, its links
const PACKED = 0.55; // of the bytes of a text, where a page of many such texts is compressed

function weightOf(state: SaidComment | undefined): number {
  if (!state) return AROUND / 2;
  const { text, name = "", origin } = state;
  const bytes = Buffer.byteLength(text + name + (origin?.url ?? ""));
  return AROUND + Math.ceil(bytes * PACKED);
}
