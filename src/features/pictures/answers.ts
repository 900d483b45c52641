/**
 * What the desk answered about a photo, a film or a sound before it was published: once for each file, whatever shows it. The
 * desk alone reads it. And a photo in which somebody was hidden, with what was cut out of it. Rules PH10 and PH11.
 */
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, table, text } from "../../platform/db/table.ts";
import { rowsOf } from "../../platform/private/part.ts";

export interface Answer {
  /** The file. */
  readonly media: string;
  /** Whether anybody can be recognised. */
  readonly known: "yes" | "no";
  /** Whether a child is among them. */
  readonly child: "yes" | "no";
  /** Who asked them, and how; empty where nobody can be recognised. */
  readonly how: string;
  /** Who answered, by name. */
  readonly by: string;
  /** UTC milliseconds. */
  readonly at: number;
}

export const ANSWERS = table({
  ...columns(text, "media", "known", "child", "how", "by"),
  at: bigint,
});

const rows = rowsOf<Answer>("picture_answer");

/** Those that there are, in no order. @param media at most as many as one story shows */
export async function answers(db: Db, media: readonly string[]): Promise<Answer[]> {
  return media.length === 0 ? [] : rows.of(db).where("media", "in", media).execute();
}

/** The last answer counts. */
export async function answer(tx: Db, given: readonly Answer[]): Promise<void> {
  for (const one of given) {
    const { media, ...said } = one;
    if ((await rows.change(tx, { media }, said)) === 0) await rows.add(tx, one);
  }
}

/** It is asked anew before the file is published again. */
export const unanswer = (tx: Db, media: string): Promise<number> => rows.drop(tx, { media });

const NOTHING = { name: "", credit: "", notes: "", words: "", details: "{}", kept: 0 };
type Row = typeof NOTHING & {
  readonly media: string;
  readonly cut_of: string | null;
  readonly replaced_by: string | null;
};
const pictures = rowsOf<Row>("picture");

/**
 * Somebody on it was hidden, and another file stands in its place: nothing is said of it here any more, and nothing shows it. That
 * another one stands there is remembered for as long as the file lies here, for a story that was just being published.
 * @returns the file
 */
export async function hidden(tx: Db, media: string): Promise<string[]> {
  await pictures.change(tx, { media }, NOTHING);
  await unanswer(tx, media);
  return [media];
}

/** Whether it is one of those. */
export const isHidden = ({ kept, words, replaced_by }: Omit<Row, "details">): boolean =>
  kept === 0 && words === "" && replaced_by !== null;

/** The files in whose place this one stands since somebody was hidden in them, and that lie here still. */
export async function hiddenBehind(db: Db, media: string): Promise<string[]> {
  const all = await pictures.of(db, { replaced_by: media, kept: 0, words: "" }).execute();
  return all.map((row) => row.media);
}

/** What was cut out of it, and out of that. */
export async function cutOutOf(db: Db, media: string): Promise<string[]> {
  const found = new Set([media]);
  for (const one of found)
    for (const row of await pictures.of(db, { cut_of: one }).execute()) found.add(row.media);
  found.delete(media);
  return [...found];
}
