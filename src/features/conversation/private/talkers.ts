/** How people stand with the desk: by what it decided, and by what became of their words; and the public numbers of both. */
import { rowsOf } from "../../../platform/private/part.ts";
import type { Db } from "../../../platform/db/store.ts";
import { mine, type Talker, type TallyLine } from "./tables.ts";

const talkers = rowsOf<Talker>("talker");

export function talkerOf(db: Db, who: string): Promise<Talker | undefined> {
  return talkers.one(db, { who });
}

export function talkersOf(db: Db, whos: readonly string[]): Promise<Talker[]> {
  if (whos.length === 0) return Promise.resolve([]);
  return talkers.of(db).where("who", "in", whos).execute();
}

/** Those about whom the desk has decided. */
export function standings(db: Db): Promise<Talker[]> {
  return talkers.of(db).where("standing", "is not", null).orderBy("who").execute();
}

/** How the desk will have somebody stand from now on. */
export async function stand(tx: Db, talker: Pick<Talker, "who" | "standing" | "by" | "day">) {
  const { standing, by, day } = talker;
  await mine(tx)
    .insertInto("talker")
    .values({ ...talker, accepted: 0, refused: 0 })
    .onConflict((c) => c.column("who").doUpdateSet({ standing, by, day }))
    .execute();
}

/** One more of their words was shown, or was not: a refusal begins the count anew. */
async function noteWords(tx: Db, who: string, isGood: boolean): Promise<void> {
  const fresh = { who, standing: null, by: null, day: null };
  await mine(tx)
    .insertInto("talker")
    .values({ ...fresh, accepted: isGood ? 1 : 0, refused: isGood ? 0 : 1 })
    .onConflict((c) =>
      c
        .column("who")
        .doUpdateSet((eb) =>
          isGood
            ? { accepted: eb("talker.accepted", "+", 1) }
            : { accepted: 0, refused: eb("talker.refused", "+", 1) },
        ),
    )
    .execute();
}

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
