/**
 * The answers of a class as its board needs them. A board that stands open is asked for every few seconds, on every teacher's
 * screen: what was read once is kept, and only what came since is read again.
 */
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { courseOf } from "../../courses/api.ts";
import {
  attendanceRows,
  deviceRows,
  learnerRows,
  roomRows,
  type KeptAnswer,
} from "../private/rows.ts";
import type { HeldClass } from "../room.ts";
import { stepsOf } from "../standing.ts";

const COLUMNS = ["id", "learner", "lesson", "exercise", "score", "by", "came"] as const;
export type BoardAnswer = Pick<KeptAnswer, (typeof COLUMNS)[number]>;

/** A class as its board reads it: of an answer no more than what counts. */
export type BoardClass = Omit<HeldClass, "answers"> & { readonly answers: readonly BoardAnswer[] };

interface Kept {
  readonly answers: readonly BoardAnswer[];
  readonly ids: ReadonlySet<string>;
}

const MOST = 8; // classes whose boards stand open; some 2 MB each
const kept = new Map<string, Kept>();

/** From a reading snapshot. @returns undefined where there is no such class */
export async function boardClassAt(db: Db, id: string): Promise<BoardClass | undefined> {
  const room = await roomRows.one(db, { id });
  if (!room) return undefined;
  const of = { room: id };
  const course = await courseOf(db, room.course);
  return {
    room,
    learners: await learnerRows.of(db, of).orderBy("number").execute(),
    answers: await answersOf(db, id),
    attendance: await attendanceRows.of(db, of).orderBy("day").orderBy("learner").execute(),
    devices: await deviceRows.of(db, of).orderBy("id").execute(),
    course,
    steps: course ? stepsOf(course.thing) : [],
  };
}

/** In the order in which they came. Where as many are there as are known with those that came since, none was taken away. */
async function answersOf(db: Db, room: string): Promise<readonly BoardAnswer[]> {
  const known = kept.get(room) ?? { answers: [], ids: new Set<string>() };
  const all = await countRows(mine(db).where("room", "=", room));
  const since = await answersSince(db, room, known.answers.at(-1)?.came ?? -1);
  const added = since.filter(({ id }) => !known.ids.has(id));
  kept.delete(room);
  if (known.ids.size > 0 && known.ids.size + added.length !== all) return answersOf(db, room); // something was erased, or brought: all of it anew
  // Others may be asking meanwhile: what is known is put in place of what was, and not added to.
  const now: Kept =
    added.length === 0
      ? known
      : {
          answers: [...known.answers, ...added],
          ids: new Set([...known.ids, ...added.map(({ id }) => id)]),
        };
  kept.set(room, now);
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return now.answers;
}

const mine = (db: Db) => db.withTables<{ class_answer: KeptAnswer }>().selectFrom("class_answer");

function answersSince(db: Db, room: string, came: number): Promise<BoardAnswer[]> {
  return mine(db)
    .select(COLUMNS)
    .where("room", "=", room)
    .where("came", ">=", came)
    .orderBy("came")
    .orderBy("id")
    .execute();
}
