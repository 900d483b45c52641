/** The latest words about several things at once, whatever they answer: for lists and feeds. */
import type { Db } from "../../platform/db/store.ts";
import type { SaidComment } from "./fold.ts";
import type { ConversationTables } from "./projection.ts";

/** A comment by itself, away from its thread. */
export interface LatestComment {
  readonly subject: string;
  readonly about: string;
  /** When it was said in this log, in UTC milliseconds. */
  readonly said: number;
  /** When its words were changed last, in UTC milliseconds. */
  readonly edited?: number;
  readonly comment: SaidComment;
}

/** Of all these together the last that were said and stand, the newest first. */
export async function latestComments(
  db: Db,
  abouts: readonly string[],
  most: number,
): Promise<readonly LatestComment[]> {
  if (abouts.length === 0) return [];
  const rows = await db
    .withTables<ConversationTables>()
    .selectFrom("comment")
    .select(["subject", "about", "said", "edited", "state"])
    .where("about", "in", [...abouts])
    .where("state", "is not", null)
    .orderBy("at", "desc")
    .orderBy("subject", "desc")
    .limit(most)
    .execute();
  return rows.map(({ subject, about, said, edited, state }) => ({
    subject,
    about,
    said,
    ...(edited !== null && { edited }),
    comment: JSON.parse(state!) as SaidComment,
  }));
}

/** As feeds say it. */
export const whenOf = ({ said, edited }: Pick<LatestComment, "said" | "edited">) => ({
  published: new Date(said).toISOString(),
  updated: edited === undefined ? undefined : new Date(edited).toISOString(),
});
