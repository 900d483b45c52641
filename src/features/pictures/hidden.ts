/** A photo in which somebody was hidden, and what was cut out of it. Rule PH11. */
import type { Db } from "../../platform/db/store.ts";
import { rowsOf } from "../../platform/private/part.ts";
import { unanswer } from "./answers.ts";

const NOTHING = { name: "", credit: "", notes: "", words: "", details: "{}", kept: 0 };
type Row = typeof NOTHING & {
  readonly media: string;
  readonly cut_of: string | null;
  readonly replaced_by: string | null;
};
const rows = rowsOf<Row>("picture");

/**
 * Somebody on it was hidden, and another file stands in its place: nothing is said of it here any more, and nothing shows it. That
 * another one stands there is remembered for as long as the file lies here, for a story that was just being published.
 * @returns the file
 */
export async function hidden(tx: Db, media: string): Promise<string[]> {
  await rows.change(tx, { media }, NOTHING);
  await unanswer(tx, media);
  return [media];
}

/** Whether it is one of those. */
export const isHidden = ({ kept, words, replaced_by }: Omit<Row, "details">): boolean =>
  kept === 0 && words === "" && replaced_by !== null;

/** The files in whose place this one stands since somebody was hidden in them, and that lie here still. */
export async function hiddenBehind(db: Db, media: string): Promise<string[]> {
  const all = await rows.of(db, { replaced_by: media, kept: 0, words: "" }).execute();
  return all.map((row) => row.media);
}

/** What was cut out of it, and out of that. */
export async function cutOutOf(db: Db, media: string): Promise<string[]> {
  const found = new Set([media]);
  for (const one of found)
    for (const row of await rows.of(db, { cut_of: one }).execute()) found.add(row.media);
  found.delete(media);
  return [...found];
}
