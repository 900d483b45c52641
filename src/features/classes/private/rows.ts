/** The private tables of classes: what stands in them. */
import type { Db } from "../../../platform/db/store.ts";
import {
  bigint,
  columns,
  integer,
  orNull,
  table,
  text,
  type Tables,
} from "../../../platform/db/table.ts";
import { rowsOf, type PrivatePart } from "../../../platform/private/part.ts";

export interface Room {
  readonly id: string;
  readonly name: string;
  /** The subject of its course. */
  readonly course: string;
  /** In words, as the teacher typed it. */
  readonly place: string;
  /** Days. */
  readonly starts: string;
  readonly ends: string;
  /** What the devices of its learners send answers with is made of it. */
  readonly key: string;
  /** Who opened it, by name. */
  readonly by: string;
  readonly at: number;
  /** When its teacher ended it. */
  readonly closed: number | null;
  /** Years, of the youngest and of the oldest who learns there; none of a class from before they were asked, or from elsewhere. */
  readonly youngest?: number | null;
  readonly oldest?: number | null;
  /** How the guardians agreed, one of `HOWS`, and on which day. */
  readonly guardians?: string | null;
  readonly agreed?: string | null;
}
export type Cared = "youngest" | "oldest" | "guardians" | "agreed";

/** How guardians agree; `grown`: everybody who learns there is of age and speaks for themselves. */
export const HOWS = ["written", "meeting", "spoken", "grown"] as const;

export interface Learner {
  readonly id: string;
  readonly room: string;
  /** On the card, from 1. */
  readonly number: number;
  /** The one that they chose. */
  readonly name: string;
  /** Which of the drawn pictures stands beside the name. */
  readonly picture: number;
  /** SHA-256 of what the card says. */
  readonly code_hash: string;
  readonly pin_hash: string;
  /** Wrong numbers typed since the last right one, and until when no more are looked at. */
  readonly tries: number;
  readonly locked: number;
  readonly at: number;
}

/** After too many wrong numbers. */
export const SHUT_FOR = 15 * 60_000; // ms
/** A clock that was set back shuts a card no longer than that. */
export const isShut = ({ locked }: Pick<Learner, "locked">, at: number): boolean =>
  locked > at && locked <= at + SHUT_FOR;

export interface KeptAnswer {
  /** Made by the device: sent twice it is one. */
  readonly id: string;
  readonly room: string;
  readonly learner: string;
  readonly lesson: string;
  readonly exercise: string;
  /** JSON. */
  readonly answer: string;
  /** Of 1,000; none where the exercise was changed since, or is gone. */
  readonly score: number | null;
  /** The teacher who saw it done, by name; none where the learner answered. */
  readonly by: string | null;
  readonly device: string;
  /** By the device's clock, which may be wrong, and by that of the instance. */
  readonly at: number;
  readonly came: number;
}

export interface Attendance {
  readonly room: string;
  readonly learner: string;
  readonly day: string;
  readonly by: string;
  readonly at: number;
}

/** What a device said last of the answers that it still holds. */
export interface Device {
  readonly id: string;
  readonly room: string;
  readonly holds: number;
  readonly seen: number;
}

export interface Sitting {
  readonly token_hash: string;
  readonly learner: string;
  readonly at: number;
  readonly seen: number;
}

/** All that is kept of one class. */
export interface WholeRoom {
  readonly room: Room;
  readonly learners: readonly Learner[];
  readonly answers: readonly KeptAnswer[];
  readonly attendance: readonly Attendance[];
  readonly devices: readonly Device[];
}

/** Then it is forgotten, with everybody in it. */
export const KEPT = 180; // days after its end
const CLASSES = { what: "classes" } as const;
const OF_LEARNER = { ...CLASSES, with: { learner: "class_learner" } } as const;

/** Of each table what of it outlives a restore, and how long it is kept. */
export const CLASS_KEPT = {
  class_room: {
    key: ["id"],
    stands: { closed: "any" },
    keeps: {
      ...CLASSES,
      until: "desk",
      ends: [{ days: KEPT, after: "over", day: "ends", by: "classes.sweep" }],
    },
  },
  class_learner: {
    key: ["id"],
    of: { room: "class_room" },
    spent: { code_hash: "", pin_hash: "" },
    known: { sort: "learner", by: ["room", "name"] },
    keeps: { ...CLASSES, with: { room: "class_room" } },
  },
  class_answer: { of: { room: "class_room", learner: "class_learner" }, keeps: OF_LEARNER },
  class_attendance: {
    key: ["learner", "day"],
    of: { room: "class_room", learner: "class_learner" },
    keeps: OF_LEARNER,
  },
  class_device: {
    of: { room: "class_room" },
    keeps: { ...CLASSES, with: { room: "class_room" } },
  },
  class_sitting: { passes: true, keeps: OF_LEARNER },
} satisfies PrivatePart["tables"];

/** As they were made first; what is added to them later is a migration of its own. */
export const CLASS_TABLES: Tables = {
  class_room: table(
    {
      ...columns(text, "id", "name", "course", "place", "starts", "ends", "key", "by"),
      at: bigint,
      closed: orNull(bigint),
    },
    { key: ["id"] },
  ),
  class_learner: table(
    {
      ...columns(text, "id", "room", "name", "code_hash", "pin_hash"),
      ...columns(integer, "number", "picture", "tries"),
      ...columns(bigint, "locked", "at"),
    },
    {
      key: ["id"],
      indexes: { class_learner_room: ["room"], class_learner_code: ["code_hash"] },
    },
  ),
  class_answer: table(
    {
      ...columns(text, "id", "room", "learner", "lesson", "exercise", "answer", "device"),
      score: orNull(integer),
      by: orNull(text),
      ...columns(bigint, "at", "came"),
    },
    {
      key: ["id"],
      indexes: { class_answer_room: ["room"], class_answer_learner: ["learner"] },
    },
  ),
  class_attendance: table(
    { ...columns(text, "room", "learner", "day", "by"), at: bigint },
    { key: ["learner", "day"], indexes: { class_attendance_room: ["room"] } },
  ),
  class_device: table(
    { ...columns(text, "id", "room"), holds: integer, seen: bigint },
    { key: ["id", "room"], indexes: { class_device_room: ["room"] } },
  ),
  class_sitting: table(
    { ...columns(text, "token_hash", "learner"), ...columns(bigint, "at", "seen") },
    { key: ["token_hash"], indexes: { class_sitting_learner: ["learner"] } },
  ),
};

/** A board asks how many answers there are, and for those that came since it was looked at last. */
export async function byTime(db: Db): Promise<void> {
  const index = db.schema.createIndex("class_answer_came").on("class_answer");
  await index.columns(["room", "came"]).execute();
}

export async function withGuardians(db: Db): Promise<void> {
  for (const [name, type] of [
    ["youngest", "integer"],
    ["oldest", "integer"],
    ["guardians", "text"],
    ["agreed", "text"],
  ] as const)
    await db.schema.alterTable("class_room").addColumn(name, type).execute();
}

export const roomRows = rowsOf<Room>("class_room");
export const learnerRows = rowsOf<Learner>("class_learner");
export const answerRows = rowsOf<KeptAnswer>("class_answer");
export const attendanceRows = rowsOf<Attendance>("class_attendance");
export const deviceRows = rowsOf<Device>("class_device");
export const sittingRows = rowsOf<Sitting>("class_sitting");

const MOST_DEVICES = 400; // of one class: what a program says of devices that are none takes no more room than that

export async function heard(tx: Db, { id, room: of, ...set }: Device): Promise<void> {
  const changed = await deviceRows.change(tx, { id, room: of }, set);
  if (changed > 0) return;
  const others = await deviceRows.of(tx, { room: of }).orderBy("seen").execute();
  for (const { id: oldest } of others.slice(0, Math.max(0, others.length + 1 - MOST_DEVICES)))
    await deviceRows.drop(tx, { id: oldest, room: of });
  await deviceRows.add(tx, { id, room: of, ...set });
}
