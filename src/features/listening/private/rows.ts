/** The private tables of listening: what stands in them. Columns hold text and whole numbers only. */
import { sql } from "kysely";
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
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
import { rowsOf } from "../../../platform/private/part.ts";

/** A phone, a recorder, a box on a tree. Times are UTC in milliseconds, by the clock of the instance where nothing else is said. */
export interface Sensor {
  /** Made here. */
  readonly id: string;
  /** What it calls itself in a message: `S07`. No two that are in use have the same. */
  readonly name: string;
  /** The subject of its place; empty where none is chosen. */
  readonly place: string;
  /** Where it hangs, in words. */
  readonly spot: string;
  /** Degrees times 100,000. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** SHA-256 of its key. */
  readonly key_hash: string;
  /** Minutes within which it says that it is alive. */
  readonly every: number;
  readonly at: number;
  /** When it was taken down. */
  readonly closed: number | null;
  /** Of 1,000: what sounds less like a motor begins no alarm. Chosen, or of its own background. */
  readonly threshold: number;
  /** Until when it listens to its background: alarms are provisional. */
  readonly learns: number;
  /** When its background set its threshold last. */
  readonly learned: number | null;
  /** When something came from it last; what it said of its clock then is so many milliseconds beside ours. */
  readonly seen: number | null;
  readonly clock: number | null;
  /** Millivolts; and those at which it stops, where somebody knows. */
  readonly battery: number | null;
  readonly empty: number | null;
  /** Tenths of a decibel below full scale: from -1200 to 0. */
  readonly level: number | null;
  /** Since when its level is flat or at the rails. */
  readonly flat: number | null;
  /** The version that it named last. */
  readonly detector: string;
}

/** What a sensor said, once each by its own id; kept for some weeks, for the battery, the level and the background. */
export interface Said {
  readonly sensor: string;
  readonly id: string;
  readonly sort: "alive" | "heard";
  /** By the sensor's clock, and by ours. */
  readonly at: number;
  readonly came: number;
  readonly battery: number | null;
  readonly level: number | null;
  /** Of `heard`: until when, what, how sure of 1,000, and by which detector. `alive` may say the greatest score since the last one. */
  readonly until: number | null;
  readonly kind: string;
  readonly score: number | null;
  readonly detector: string;
}

/** A day on which a sensor said something, by its clock, and where it hung then: counted in public a month later, and kept for a year. */
export interface Day {
  readonly sensor: string;
  readonly day: string;
  /** The subject of the place. */
  readonly place: string;
}

/** `motor` is what was heard; the others say that a sensor may be dead, or soon will be. */
export type AlarmKind = "motor" | "silent" | "deaf" | "clock" | "battery";
export const isLack = (kind: string): kind is Exclude<AlarmKind, "motor"> =>
  /^(?:silent|deaf|clock|battery)$/.test(kind);
/** What people found who went there, or why they did not go. */
export const OUTCOMES = ["saw", "other-motor", "nothing", "could-not-go", "our-own"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One while it lasts; it stays until somebody answers it. */
export interface Alarm {
  readonly id: string;
  readonly sensor: string;
  readonly kind: AlarmKind;
  /** What began and what went on: by the sensor's clock where that can be believed. */
  readonly starts: number;
  readonly ends: number;
  /** When it was opened here, and when it was over of itself: the motor silent, the sensor heard again. */
  readonly at: number;
  readonly over: number | null;
  /** Of 1,000, the greatest. */
  readonly score: number | null;
  readonly detector: string;
  /** The ids of other sensors of its place that heard the same, with blanks between them. */
  readonly also: string;
  /** 1 while its sensor still listened to its background. */
  readonly provisional: number;
  /** The mute that it fell into; it is counted, and told to nobody. */
  readonly mute: string | null;
  /** How many of the line were told, and when the last was. */
  readonly told: number;
  readonly told_at: number | null;
  /** Who said that they go, and when: from then on nobody else is told. */
  readonly taken_by: string | null;
  readonly taken: number | null;
  readonly outcome: Outcome | null;
  readonly outcome_by: string | null;
  readonly outcome_at: number | null;
}

/** 24 bands, four columns a second, of the first seconds of an alarm: words cannot be had back from it. Kept for 30 days. */
export interface Drawing {
  readonly alarm: string;
  /** Base64, a byte for each band of each column. */
  readonly bands: string;
  readonly at: number;
}

/** Planned felling: alarms of a place, or of one sensor, within these hours of these days are told to nobody. */
export interface Mute {
  readonly id: string;
  /** The subject of a place, or empty; the id of a sensor, or empty. */
  readonly place: string;
  readonly sensor: string;
  /** Days, and times of day in UTC: `07:00`. */
  readonly starts: string;
  readonly ends: string;
  readonly opens: string;
  readonly closes: string;
  readonly why: string;
  readonly by: string;
  readonly at: number;
}

/** The planned felling that this falls into. Hours that end before they begin go on until the next day. */
export function muteAt(
  mutes: readonly Mute[],
  { id, place }: Pick<Sensor, "id" | "place">,
  at: number,
): Mute | undefined {
  const time = new Date(at).toISOString().slice(11, 16);
  return mutes.find((mute) => {
    const { opens, closes, starts, ends } = mute;
    const isHere = mute.sensor === id || (mute.place !== "" && mute.place === place);
    const isLate = opens > closes && time < closes; // of the night that began the day before
    const day = dayAt(isLate ? at - A_DAY : at);
    const isHour =
      opens === closes ||
      (opens < closes ? opens <= time && time < closes : opens <= time || isLate);
    return isHere && isHour && starts <= day && day <= ends;
  });
}

/** Who is told of an alarm, the first one first; an account of the desk. */
export interface Watcher {
  readonly account: string;
  readonly position: number;
  /** The days of the week on which they are on watch, from Monday: `1111100`. */
  readonly days: string;
  /** Times of day in UTC: `06:00`; the same twice is all day. */
  readonly opens: string;
  readonly closes: string;
}

/** Of whom an alarm was told, once each: a letter that waits, or went out, or could not. */
export interface Told {
  readonly alarm: string;
  readonly account: string;
  readonly at: number;
  /** When a mail server took it. */
  readonly sent: number | null;
  /** Why it never will: `refused` by the server of whoever it is for, `late` as somebody answered before; else empty. `cannot`: they cannot go; `again`: they may be told once more. */
  readonly trouble: string;
}

/** What somebody set for all of it: minutes until the next in line is told, alarms of a week that are borne. */
export interface Setting {
  readonly name: string;
  readonly value: number;
}

export const LISTENING_TABLES: Tables = {
  listening_sensor: table(
    {
      ...columns(text, "id", "name", "place", "spot", "key_hash", "detector"),
      ...columns(orNull(integer), "lat", "lon", "battery", "empty", "level"),
      ...columns(integer, "every", "threshold"),
      ...columns(bigint, "at", "learns"),
      ...columns(orNull(bigint), "closed", "learned", "seen", "clock", "flat"),
    },
    { key: ["id"], indexes: { listening_sensor_key: ["key_hash"] } },
  ),
  listening_said: table(
    {
      ...columns(text, "sensor", "id", "sort", "kind", "detector"),
      ...columns(bigint, "at", "came"),
      ...columns(orNull(integer), "battery", "level", "score"),
      until: orNull(bigint),
    },
    {
      key: ["sensor", "id"],
      indexes: { listening_said_came: ["came"], listening_said_at: ["sensor", "at"] },
    },
  ),
  listening_day: table(columns(text, "sensor", "day", "place"), { key: ["day", "sensor"] }),
  listening_alarm: table(
    {
      ...columns(text, "id", "sensor", "kind", "detector", "also"),
      ...columns(bigint, "starts", "ends", "at"),
      ...columns(integer, "provisional", "told"),
      ...columns(orNull(text), "mute", "taken_by", "outcome", "outcome_by"),
      ...columns(orNull(bigint), "over", "told_at", "taken", "outcome_at"),
      score: orNull(integer),
    },
    {
      key: ["id"],
      indexes: {
        listening_alarm_sensor: ["sensor", "kind"],
        listening_alarm_open: ["outcome_at", "at"],
      },
    },
  ),
  listening_drawing: table({ ...columns(text, "alarm", "bands"), at: bigint }, { key: ["alarm"] }),
  listening_mute: table(
    {
      ...columns(text, "id", "place", "sensor", "starts", "ends", "opens", "closes", "why", "by"),
      at: bigint,
    },
    { key: ["id"] },
  ),
  listening_watcher: table(
    { ...columns(text, "account", "days", "opens", "closes"), position: integer },
    { key: ["account"] },
  ),
  listening_told: table(
    { ...columns(text, "alarm", "account", "trouble"), at: bigint, sent: orNull(bigint) },
    { key: ["alarm", "account"], indexes: { listening_told_sent: ["sent"] } },
  ),
  listening_setting: table({ name: text, value: integer }, { key: ["name"] }),
};

export const sensorRows = rowsOf<Sensor>("listening_sensor");
export const saidRows = rowsOf<Said>("listening_said");
export const dayRows = rowsOf<Day>("listening_day");
export const alarmRows = rowsOf<Alarm>("listening_alarm");
export const drawingRows = rowsOf<Drawing>("listening_drawing");
export const muteRows = rowsOf<Mute>("listening_mute");
export const watcherRows = rowsOf<Watcher>("listening_watcher");
export const toldRows = rowsOf<Told>("listening_told");
export const settingRows = rowsOf<Setting>("listening_setting");

/** What a sensor said since then, summed up in parts of so many ms, so that one that floods is read as any other. */
export function partsOf(db: Db, asked: { sensor: string; since: number; part: number }) {
  return db
    .withTables<{ listening_said: Said }>()
    .selectFrom("listening_said")
    .select(({ fn }) => [
      fn.min("at").as("at"),
      fn.min("came").as("came"),
      fn.max("until").as("until"),
      fn.max("score").as("score"),
      fn.min("score").as("least"),
      fn.min("battery").as("battery"),
    ])
    .where("sensor", "=", asked.sensor)
    .where("came", ">=", asked.since)
    .groupBy(sql`"at" / ${sql.lit(asked.part)}`)
    .orderBy("at")
    .execute();
}

/** The days of a month on which a sensor said something. */
export function daysOf(db: Db, month: string): Promise<Day[]> {
  return dayRows
    .of(db)
    .where("day", ">=", `${month}-01`)
    .where("day", "<=", `${month}-31`)
    .orderBy("day")
    .orderBy("sensor")
    .execute();
}

export async function keepDay(tx: Db, { id, place }: Sensor, day: string): Promise<void> {
  const known = await dayRows.one(tx, { day, sensor: id });
  if (!known) await dayRows.add(tx, { day, sensor: id, place });
}

export async function dropDays(tx: Db, before: string): Promise<void> {
  const mine = tx.withTables<{ listening_day: Day }>();
  await mine.deleteFrom("listening_day").where("day", "<", before).execute();
}
