/**
 * The answers of a class as its board needs them. A board that stands open is asked for every few seconds, on every teacher's
 * screen: what was counted once is kept, and only what came since is read.
 */
import type { Db } from "../../../platform/db/store.ts";
import { courseOf } from "../../courses/api.ts";
import {
  attendanceRows,
  deviceRows,
  learnerRows,
  roomRows,
  type KeptAnswer,
  type Learner,
  type Room,
} from "../private/rows.ts";
import type { HeldClass } from "../room.ts";
import { stepsOf } from "../standing.ts";
import { turnOfBoards } from "./turn.ts";
import { talliedWith, type TalliedAnswer, type TalliesOf } from "./tallies.ts";

const COLUMNS = ["id", "learner", "lesson", "exercise", "score", "by", "came"] as const;

/** A class as its board reads it: of its answers what counts. */
export type BoardClass = Omit<HeldClass, "answers"> & { readonly tallies: TalliesOf };

interface Kept {
  readonly tallies: TalliesOf;
  /** How many answers were counted, the sum of when they came, and when the last one did. */
  readonly n: number;
  readonly sum: number;
  readonly last: number;
  /** Those that came at that moment: what comes within it, too, is read with them again. */
  readonly ids: ReadonlySet<string>;
  /** Who was in the class. */
  readonly learners: ReadonlySet<string>;
}

const MOST = 8; // classes whose boards stand open; of a hundred learners and sixty exercises each is 1 MB
const kept = new Map<string, Kept>();
export function forgetTallies(): void {
  kept.clear();
}
const NOTHING: Kept = {
  tallies: new Map(),
  n: 0,
  sum: 0,
  last: -1,
  ids: new Set(),
  learners: new Set(),
};

/**
 * From a reading snapshot.
 * @param dayOf the one whose attendance is asked for; of all days without it
 * @param since the turn in which the snapshot was taken
 * @returns undefined where there is no such class
 */
export async function boardClassAt(
  db: Db,
  id: string,
  dayOf?: (room: Room) => string,
  since = turnOfBoards(),
): Promise<BoardClass | undefined> {
  const room = await roomRows.one(db, { id });
  if (!room) return undefined;
  const of = { room: id };
  const course = await courseOf(db, room.course);
  const day = dayOf && { day: dayOf(room) };
  const learners = await learnerRows.of(db, of).orderBy("number").execute();
  return {
    room,
    learners,
    tallies: await talliesOf(db, id, learners, since),
    attendance: await attendanceRows
      .of(db, { ...of, ...day })
      .orderBy("day")
      .orderBy("learner")
      .execute(),
    devices: await deviceRows.of(db, of).orderBy("id").execute(),
    course,
    steps: course ? stepsOf(course.thing) : [],
  };
}

/**
 * What is erased goes with its learner, and what is brought from elsewhere came long ago: where somebody is missing, or those
 * that are known with those that came since are not all, all of it is counted anew.
 */
export async function talliesOf(
  db: Db,
  room: string,
  learners: readonly Pick<Learner, "id">[],
  since = turnOfBoards(),
): Promise<TalliesOf> {
  const here = new Set(learners.map(({ id }) => id));
  const all = await countsOf(db, room);
  const before = kept.get(room);
  const known = before && [...before.learners].every((one) => here.has(one)) ? before : NOTHING;
  const isSame = all.n === known.n && all.sum === known.sum;
  let now = isSame ? known : withMore(known, await answersSince(db, room, known.last));
  if (now.n !== all.n || now.sum !== all.sum)
    now = withMore(NOTHING, await answersSince(db, room, -1));
  // Others may be asking meanwhile: what is known is put in place of what was, and not added to.
  if (since === turnOfBoards()) {
    kept.delete(room);
    kept.set(room, { ...now, learners: here });
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  }
  return now.tallies;
}

function withMore(known: Kept, since: readonly TalliedAnswer[]): Kept {
  const added = since.filter(({ id }) => !known.ids.has(id));
  const last = since.at(-1)?.came ?? known.last;
  return {
    ...known,
    tallies: talliedWith(known.tallies, added),
    n: known.n + added.length,
    sum: added.reduce((sum, { came }) => sum + came, known.sum),
    last,
    ids: new Set(since.filter(({ came }) => came === last).map(({ id }) => id)),
  };
}

const mine = (db: Db) => db.withTables<{ class_answer: KeptAnswer }>().selectFrom("class_answer");

async function countsOf(db: Db, room: string): Promise<Pick<Kept, "n" | "sum">> {
  const { n, sum } = await mine(db)
    .select(({ fn }) => [
      fn.countAll<number>().as("n"),
      fn.sum<number | string | null>("came").as("sum"),
    ])
    .where("room", "=", room)
    .executeTakeFirstOrThrow();
  return { n, sum: Number(sum ?? 0) }; // PostgreSQL adds them up as a text
}

function answersSince(db: Db, room: string, came: number): Promise<TalliedAnswer[]> {
  return mine(db)
    .select(COLUMNS)
    .where("room", "=", room)
    .where("came", ">=", came)
    .orderBy("came")
    .orderBy("id")
    .execute();
}
