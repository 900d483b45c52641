/** Classes: who learns in them, what they answered, what a teacher saw done, who was there. Rules CL1 to CL9. */
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import {
  answerRows,
  attendanceRows,
  byTime,
  CLASS_KEPT,
  CLASS_TABLES,
  deviceRows,
  heard,
  isShut,
  learnerRows,
  roomRows,
  SHUT_FOR,
  sittingRows,
  withGuardians,
  type Attendance,
  type Device,
  type KeptAnswer,
  type Learner,
  type Room,
  type Sitting,
  type Cared,
  type WholeRoom,
} from "./rows.ts";
import { dropTeaching, teach } from "./teaching.ts";

const TRIES = 5;
const OLD_SITTING = 30 * 60_000; // ms without a request

export const classesPart = {
  name: "classes",
  tables: CLASS_KEPT,
  migrations: [creating(CLASS_TABLES), byTime, withGuardians],
  whose: { class_learner: ["name"] },
  hashes: async (typed) => (await import("../secrets.ts")).codeHashes(typed),
  questions: { rooms, room, whole, learner, byCode, bySitting, ofLearner, answered },
  operations: {
    open,
    change,
    close,
    enrol,
    rename,
    newCards,
    tryNumber,
    openAgain,
    stay,
    leave,
    keep,
    attend,
    absent,
    erase,
    drop,
    bring,
    sweep,
  },
  bringing: ["bring", "enrol"],
} satisfies PrivatePart;

export const askClasses = asking(classesPart);

/** The latest first. */
function rooms(db: Db): Promise<Room[]> {
  return roomRows.of(db).orderBy("starts", "desc").orderBy("at", "desc").orderBy("id").execute();
}

function room(db: Db, id: string): Promise<Room | undefined> {
  return roomRows.one(db, { id });
}

/** Learners by their numbers, answers and attendance in the order in which they came. */
async function whole(db: Db, id: string): Promise<WholeRoom | undefined> {
  const found = await roomRows.one(db, { id });
  if (!found) return undefined;
  const of = { room: id };
  return {
    room: found,
    learners: await learnerRows.of(db, of).orderBy("number").execute(),
    answers: await answerRows.of(db, of).orderBy("came").orderBy("id").execute(),
    attendance: await attendanceRows.of(db, of).orderBy("day").orderBy("learner").execute(),
    devices: await deviceRows.of(db, of).orderBy("id").execute(),
  };
}

function learner(db: Db, id: string): Promise<Learner | undefined> {
  return learnerRows.one(db, { id });
}

function byCode(db: Db, code_hash: string): Promise<Learner | undefined> {
  return learnerRows.one(db, { code_hash });
}

/** Who sits there. @param since those who were seen last before are gone */
async function bySitting(
  db: Db,
  { token_hash, since }: { readonly token_hash: string; readonly since: number },
): Promise<{ readonly learner: Learner; readonly seen: number } | undefined> {
  const sitting = await sittingRows.one(db, { token_hash });
  if (!sitting || sitting.seen < since) return undefined;
  const found = await learnerRows.one(db, { id: sitting.learner });
  return found && { learner: found, seen: sitting.seen };
}

/** What is kept of one person. */
async function ofLearner(db: Db, id: string) {
  return {
    answers: await answerRows.of(db, { learner: id }).orderBy("came").orderBy("id").execute(),
    attendance: await attendanceRows.of(db, { learner: id }).orderBy("day").execute(),
  };
}

/** How many answers are kept of one person. */
function answered(db: Db, id: string): Promise<number> {
  return countRows(answerRows.of(db, { learner: id }).clearSelect());
}

/** @param teacher the account that teaches it; nobody sees it before somebody does */
async function open(
  tx: Db,
  { teacher, ...opened }: Room & { readonly teacher?: string },
): Promise<void> {
  await roomRows.add(tx, opened);
  if (teacher !== undefined) await teach(tx, { room: opened.id, account: teacher, at: opened.at });
}

async function change(
  tx: Db,
  { id, ...set }: Pick<Room, "id" | "name" | "place" | "starts" | "ends" | Cared>,
): Promise<void> {
  await roomRows.change(tx, { id }, set);
}

/** @param closed none where it goes on */
async function close(tx: Db, { id, closed }: Pick<Room, "id" | "closed">): Promise<void> {
  await roomRows.change(tx, { id }, { closed });
  if (closed !== null)
    for (const one of await learnerRows.of(tx, { room: id }).execute())
      await sittingRows.drop(tx, { learner: one.id });
}

type Newcomer = Omit<Learner, "room" | "number" | "tries" | "locked">;

/** Those whose name stands in the class already are left out. @returns who is new, with the numbers that they were given */
async function enrol(
  tx: Db,
  { room: of, learners }: { readonly room: string; readonly learners: readonly Newcomer[] },
): Promise<Learner[]> {
  const here = await learnerRows.of(tx, { room: of }).execute();
  const names = new Set(here.map(({ name }) => name));
  let number = Math.max(0, ...here.map((one) => one.number));
  const added: Learner[] = [];
  for (const one of learners) {
    if (names.has(one.name)) continue;
    names.add(one.name);
    const row = { ...one, room: of, number: ++number, tries: 0, locked: 0 };
    await learnerRows.add(tx, row);
    added.push(row);
  }
  return added;
}

/** @returns false where another in the class has that name */
async function rename(tx: Db, { id, name }: Pick<Learner, "id" | "name">): Promise<boolean> {
  const found = await learnerRows.one(tx, { id });
  if (!found) return false;
  const other = await learnerRows.one(tx, { room: found.room, name });
  if (other && other.id !== id) return false;
  await learnerRows.change(tx, { id }, { name });
  return true;
}

/** The cards before do not open anything from now on, and who sits with one is out. All of them or none: what is printed opens what it says. */
async function newCards(
  tx: Db,
  cards: readonly Pick<Learner, "id" | "code_hash" | "pin_hash">[],
): Promise<void> {
  for (const { id, ...set } of cards) {
    await learnerRows.change(tx, { id }, { ...set, tries: 0, locked: 0 });
    await sittingRows.drop(tx, { learner: id });
  }
}

/** Five wrong numbers, and none is looked at for a quarter of an hour, not even the right one. */
async function tryNumber(
  tx: Db,
  {
    id,
    pin_hash,
    token_hash,
    at,
  }: Pick<Learner, "id" | "pin_hash"> & Omit<Sitting, "learner" | "seen">,
): Promise<"in" | "wrong" | "locked"> {
  const found = await learnerRows.one(tx, { id });
  if (!found) return "wrong";
  if (isShut(found, at)) return "locked";
  if (found.pin_hash !== pin_hash) {
    const tries = found.tries + 1;
    const isLast = tries >= TRIES;
    await learnerRows.change(tx, { id }, isLast ? { tries: 0, locked: at + SHUT_FOR } : { tries });
    return isLast ? "locked" : "wrong";
  }
  await learnerRows.change(tx, { id }, { tries: 0, locked: 0 });
  for (const one of await sittingRows.of(tx, { learner: id }).execute())
    if (one.seen < at - OLD_SITTING) await sittingRows.drop(tx, { token_hash: one.token_hash });
  await sittingRows.add(tx, { token_hash, learner: id, at, seen: at });
  return "in";
}

/** A teacher lets somebody in whose card was shut by wrong numbers, of whomever. */
async function openAgain(tx: Db, id: string): Promise<void> {
  await learnerRows.change(tx, { id }, { tries: 0, locked: 0 });
}

type Seen = Pick<Sitting, "token_hash" | "seen">;
async function stay(tx: Db, { token_hash, seen }: Seen): Promise<void> {
  await sittingRows.change(tx, { token_hash }, { seen });
}

async function leave(tx: Db, token_hash: string): Promise<void> {
  await sittingRows.drop(tx, { token_hash });
}

/**
 * Once each, by their ids; those of somebody who is in the class no more are not kept, nor those under an id that somebody
 * else's answer has. @returns the ids of all that are here now
 */
async function keep(
  tx: Db,
  { answers, device }: { readonly answers: readonly KeptAnswer[]; readonly device?: Device },
): Promise<string[]> {
  const here: string[] = [];
  for (const one of answers) {
    const who = await learnerRows.one(tx, { id: one.learner, room: one.room });
    if (!who) continue;
    const before = await answerRows.one(tx, { id: one.id });
    if (before && before.learner !== one.learner) continue;
    if (!before) await answerRows.add(tx, one);
    here.push(one.id);
  }
  if (device) await heard(tx, device);
  return here;
}

async function attend(tx: Db, row: Attendance): Promise<void> {
  const { learner: who, day } = row;
  if (await attendanceRows.one(tx, { learner: who, day })) return;
  await attendanceRows.add(tx, row);
}

type Present = Pick<Attendance, "learner" | "day">;
async function absent(tx: Db, { learner: who, day }: Present): Promise<void> {
  await attendanceRows.drop(tx, { learner: who, day });
}

/** Nothing of somebody stays. */
async function erase(tx: Db, id: string): Promise<void> {
  await answerRows.drop(tx, { learner: id });
  await attendanceRows.drop(tx, { learner: id });
  await sittingRows.drop(tx, { learner: id });
  await learnerRows.drop(tx, { id });
}

async function drop(tx: Db, id: string): Promise<void> {
  for (const one of await learnerRows.of(tx, { room: id }).execute()) await erase(tx, one.id);
  await answerRows.drop(tx, { room: id });
  await deviceRows.drop(tx, { room: id });
  await dropTeaching(tx, id);
  await roomRows.drop(tx, { id });
}

/** What another instance kept of a class: what is here already stays as it is. */
async function bring(tx: Db, brought: Omit<WholeRoom, "devices">): Promise<void> {
  if (!(await roomRows.one(tx, { id: brought.room.id }))) await roomRows.add(tx, brought.room);
  for (const one of brought.learners)
    if (!(await learnerRows.one(tx, { id: one.id }))) await learnerRows.add(tx, one);
  await keep(tx, { answers: brought.answers });
  for (const one of brought.attendance) await attend(tx, one);
}

/** Classes that ended before that day are forgotten. @returns how many */
async function sweep(tx: Db, { before }: { readonly before: string }): Promise<number> {
  const old = await roomRows.of(tx).where("ends", "<", before).execute();
  for (const { id } of old) await drop(tx, id);
  return old.length;
}
