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
import { rowsOf, type PrivatePart } from "../../../platform/private/part.ts";
import type {
  Alarm,
  AlarmKind,
  Day,
  Drawing,
  Mute,
  Outcome,
  Said,
  Sensor,
  Setting,
  Told,
  Watcher,
} from "./forms.ts";

export const isLack = (kind: string): kind is Exclude<AlarmKind, "motor"> =>
  /^(?:silent|deaf|clock|battery)$/.test(kind);
/** What people found who went there, or why they did not go. */
export const OUTCOMES = [
  "saw",
  "other-motor",
  "nothing",
  "could-not-go",
  "our-own",
] as const satisfies readonly Outcome[];

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

const [KEPT_SAID, KEPT_DRAWING, KEPT_YEAR] = [21, 30, 400]; // days
const SENSORS = { what: "sensors" } as const;
const YEAR = { days: KEPT_YEAR, after: "came" } as const;

/** Of each table what of it outlives a restore, and how long it is kept. */
export const LISTENING_KEPT = {
  listening_sensor: {
    key: ["id"],
    stands: { closed: "any" },
    spent: { key_hash: "" },
    keeps: { ...SENSORS, until: "desk", ends: [{ ...YEAR, after: "closed", ms: "closed" }] },
  },
  listening_said: {
    of: { sensor: "listening_sensor" },
    keeps: { ...SENSORS, ends: [{ days: KEPT_SAID, after: "came", ms: "came" }] },
  },
  listening_day: {
    of: { sensor: "listening_sensor" },
    keeps: { ...SENSORS, ends: [{ ...YEAR, day: "day" }] },
  },
  listening_alarm: {
    key: ["id"],
    of: { sensor: "listening_sensor" },
    stands: { over: "any" },
    keeps: { ...SENSORS, ends: [{ ...YEAR, ms: "at" }] },
  },
  listening_drawing: {
    of: { alarm: "listening_alarm" },
    keeps: { ...SENSORS, ends: [{ days: KEPT_DRAWING, after: "came", ms: "at" }] },
  },
  listening_mute: { key: ["id"], keeps: { ...SENSORS, ends: [{ ...YEAR, day: "ends" }] } },
  listening_watcher: {
    key: ["account"],
    keeps: { what: "watch", until: "desk", with: { account: "auth_user" } },
  },
  listening_told: {
    of: { alarm: "listening_alarm" },
    keeps: { what: "watch", ends: [{ ...YEAR, ms: "at" }] },
  },
  listening_setting: {
    returns: "Set at the desk; no operation deletes it.",
    keeps: { what: "settings", until: "campaign" },
  },
} satisfies PrivatePart["tables"];

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

const TOLD = ["sort", "kind", "detector", "score", "battery", "level"] as const;

/** `known`: the same was kept under this id. `reused`: something else was. */
export async function knownAs(tx: Db, said: Said): Promise<"new" | "known" | "reused"> {
  const { sensor, id } = said;
  const before = await saidRows.one(tx, { sensor, id });
  if (!before) return "new";
  if (isSame(before, said)) return "known";
  return (await asideOf(tx, said)).some((one) => isSame(one, said)) ? "known" : "reused";
}

/** From now on the id is that of the new message; what had it is kept beside it, and neither is lost. */
export async function putAside(tx: Db, said: Said): Promise<void> {
  const { sensor, id } = said;
  const taken = new Set((await asideOf(tx, said)).map((one) => one.id));
  let n = taken.size;
  while (taken.has(`${id}~${n}`)) n++;
  await saidRows.change(tx, { sensor, id }, { id: `${id}~${n}` });
}

const asideOf = (tx: Db, { sensor, id }: Said): Promise<Said[]> =>
  saidRows
    .of(tx, { sensor })
    .where("id", ">=", `${id}~`)
    .where("id", "<", `${id}~~`) // no sensor makes an id with this sign
    .execute();

/** Times say nothing where our own clock stood in for that of the sensor. */
function isSame(one: Said, other: Said): boolean {
  if (TOLD.some((name) => one[name] !== other[name])) return false;
  if ([one, other].some(({ at, until, came }) => (until ?? at) === came))
    return lengthOf(one) === lengthOf(other);
  return one.at === other.at && one.until === other.until;
}
const lengthOf = ({ at, until }: Said): number => (until ?? at) - at;

/** What a sensor said since then, by our clock, the oldest first. */
export function saidBy(
  db: Db,
  { sensor: of, since }: { readonly sensor: string; readonly since: number },
): Promise<Said[]> {
  return saidRows.of(db, { sensor: of }).where("came", ">=", since).orderBy("came").execute();
}

const [QUIETEST, LOUDEST] = [-900, -5]; // tenths of a decibel: beyond them a microphone is broken, or cut off
const FLAT = 2; // tenths of a decibel
const [FLAT_READINGS, RAIL_READINGS] = [4, 2];

/**
 * Since when the level does not move or is at the rails: from the last reading that was otherwise, for then it may have begun.
 * @param readings the oldest first
 */
export function flatSince(readings: readonly Pick<Said, "at" | "level">[]): number | undefined {
  const atRails = (level: number) => level <= QUIETEST || level >= LOUDEST;
  const levels = readings.map(({ level }) => level ?? 0);
  const runOf = (goes: (level: number) => boolean) => {
    const other = levels.findLastIndex((level) => !goes(level));
    return { length: levels.length - 1 - other, since: readings[Math.max(0, other)]!.at };
  };
  if (levels.length === 0) return undefined;
  const rails = runOf(atRails);
  if (rails.length >= RAIL_READINGS) return rails.since;
  let [low, high] = [Infinity, -Infinity];
  let first = levels.length;
  for (; first > 0; first--) {
    const level = levels[first - 1]!;
    [low, high] = [Math.min(low, level), Math.max(high, level)];
    if (high - low > FLAT) break;
  }
  if (levels.length - first < FLAT_READINGS) return undefined;
  return readings[Math.max(0, first - 1)]!.at;
}
