/**
 * What the desk answered about a photo, a film or a sound before it was published: once for each file, whatever shows it. The
 * desk alone reads it. Rule PH10.
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
