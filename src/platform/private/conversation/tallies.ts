/** The public numbers: that something happened, in which month. */
import type { Db } from "../../db/store.ts";
import { mine, type TallyLine } from "./tables.ts";
import { noteWords } from "./talkers.ts";

export const tallyLines = (db: Db): Promise<TallyLine[]> =>
  mine(db).selectFrom("talk_tally").selectAll().execute();

interface Tallied extends Pick<TallyLine, "came" | "what"> {
  readonly day: string;
  readonly reason?: string | null | undefined;
}

/** One more in the public numbers: that it happened, in which month; not what, and not to whom. */
export async function noteTally(tx: Db, { day, came, what, reason }: Tallied): Promise<void> {
  const key = { month: day.slice(0, 7), came, what, reason: reasonKey(reason) };
  await mine(tx)
    .insertInto("talk_tally")
    .values({ ...key, count: 1 })
    .onConflict((c) =>
      c.columns(["month", "came", "what", "reason"]).doUpdateSet((eb) => ({
        count: eb("talk_tally.count", "+", 1),
      })),
    )
    .execute();
}

/** Ready-made reasons are kept as `#key`; a moderator's own words are counted as such and never repeated. */
const reasonKey = (reason: string | null | undefined): string =>
  reason == null ? "" : /^#[a-z]+$/.test(reason) ? reason.slice(1) : "own";

interface Decided {
  readonly came: string;
  readonly state: string;
  readonly author: string | null;
  readonly appeal: string | null;
  readonly edit: string | null;
}

/** What a decision adds to the numbers, and to how its author stands. */
export async function noteDecision(
  tx: Db,
  before: Decided,
  decision: { readonly state: string; readonly day: string; readonly reason?: string | undefined },
): Promise<void> {
  const { state, day, reason } = decision;
  const { came, author } = before;
  if (state === "second") return;
  if (before.appeal !== null && before.state === "second" && before.edit === null)
    await noteTally(tx, { day, came, what: state === "accepted" ? "overturned" : "upheld" });
  else if (before.edit === null || state === "refused") {
    const what =
      state === "accepted"
        ? "shown"
        : before.state === "accepted" && before.edit === null
          ? "taken"
          : "refused";
    await noteTally(tx, { day, came, what, reason });
  }
  if (author === null || (before.edit !== null && state === "accepted")) return;
  await noteWords(tx, author, state === "accepted");
}
