/** The tables of the conversation: comments by what they are about, and how often anything was liked. */
import type { Tx } from "../../platform/db/store.ts";
import { bigint, integer, orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldComment, foldCounts, foldGap, type SaidComment } from "./fold.ts";
import { COMMENT_EDITED, conversationKinds } from "./records.ts";

const tables = {
  comment: table(
    {
      subject: text,
      /** Its own, of 32 hex digits. */
      id: text,
      about: text,
      answers: orNull(text),
      /** When it was said in this log, as its record says it, and in UTC milliseconds. */
      at: text,
      said: bigint,
      /** When its words were changed last, in UTC milliseconds. */
      edited: orNull(bigint),
      /** JSON; null where it was taken back, for answers to keep their place. */
      state: orNull(text),
      /** Who took it back. */
      gone: orNull(text),
      /** How much of a page it takes, in bytes as they travel. */
      weight: integer,
    },
    { indexes: { comment_about: ["about", "at", "subject"], comment_id: ["id"] } },
  ),
  /** How many reacted to a subject, or to a comment by its id. */
  reaction_count: table(
    { subject: text, about: text, likes: bigint, boosts: bigint, helped: bigint },
    { indexes: { reaction_count_about: ["about"] } },
  ),
};
export type ConversationTables = TablesOf<typeof tables>;

/** The version that is raised with every change of a thread: its pages, and the page of what it is about, rest on it. */
export const threadVersion = (about: string): string => `thread ${about}`;

export const conversationProjection = {
  ...rowProjection({
    name: "conversation",
    version: 3,
    kinds: conversationKinds,
    tables,
    fold: (records) => ({ comment: commentOf(records), counted: foldCounts(records) }),
    rows: ({ comment, counted }) => ({ comment, reaction_count: counted ? [counted] : [] }),
    async touched(tx, changed) {
      const touched = changed.map(({ about }) => String(about));
      return [...touched, ...(await threadsOf(tx, touched))];
    },
  }),
  versionOf: threadVersion,
};

function commentOf(records: readonly LogRecord[]) {
  const state = foldComment(records);
  const place = state ?? foldGap(records);
  if (!place) return [];
  const { id, about, answers = null } = place;
  const gone = state ? null : (foldGap(records)?.by ?? null);
  const { at } = records[0]!;
  const said = timeMs(at);
  const edit = records.findLast(({ kind }) => kind === COMMENT_EDITED);
  const edited = edit ? timeMs(edit.at) : null;
  const row = { id, about, answers, at, said, edited, gone, weight: weightOf(state) };
  return [{ ...row, state: state ? JSON.stringify(state) : null }];
}

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
  const { text: words, name = "", origin } = state;
  const bytes = Buffer.byteLength(words + name + (origin?.url ?? ""));
  return AROUND + Math.ceil(bytes * PACKED);
}
