/** What one message of a sensor does to what is known of it, and to the alarms: all of it in one transaction. Rules LE2, LE5, LE8 and LE11 to LE13. */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Alarm, Said, Sensor } from "./forms.ts";
import {
  alarmRows,
  flatSince,
  keepDay,
  knownAs,
  putAside,
  muteAt,
  muteRows,
  saidRows,
  sensorRows,
} from "./rows.ts";

const MINUTE = 60_000; // ms
/** What is said is believed when a clock is no further off than this. */
export const CLOCK_OFF = 10 * MINUTE;
/** What was heard longer ago is taken no more: it may be an old message again, and ids are kept for little longer. */
export const LATEST = 7 * A_DAY;
/** No sensor said anything before: a clock that says so stands where it stood when it was made. */
const NEVER_SET = Date.UTC(2020, 0, 1);
/** A message of so long is what the sensor made of several windows itself; a shorter one is a single window. */
const AN_EVENT = 10_000; // ms
/** So many windows that begin within so long begin an alarm. */
const [WINDOWS, WITHIN] = [3, MINUTE];
/** Alarms of one sensor and one day that may wait; what it hears beyond goes on with the latest, so that nobody is worn out. */
const MOST_OF_A_DAY = 24;
/** Two sensors of a place that hear a motor within this hear the same one. */
const TOGETHER = MINUTE;
/** A motor that rests for less goes on. */
export const GAP = 10 * MINUTE;
const DEAF_AFTER = 59 * MINUTE; // an hour, less what a clock and a link may shift it by

export interface Message {
  readonly said: Said;
  /** When the sensor certainly lived, by our clock: now, but for a line that was pasted later. */
  readonly lives: number;
  /** The id of the alarm that it may open. */
  readonly alarm: string;
}
/** Why a message is not taken: its clock is wrong, it is older than a week, its sensor was taken down. */
export type NotTaken = "clock" | "old" | "key";
export interface Answered {
  /** `reused`: kept, but under an id that was that of another message. */
  readonly heard: "kept" | "known" | "reused" | NotTaken;
  /** Of 1,000: what sounds less like a motor begins no alarm. */
  readonly threshold: number;
}

/** Once each by its id, however often it comes. */
export async function hear(tx: Db, message: Message): Promise<Answered> {
  const { said, lives, alarm: id } = message;
  const { came } = said;
  const sensor = await sensorRows.one(tx, { id: said.sensor, closed: null });
  if (!sensor) return { heard: "key", threshold: 0 };
  const { threshold } = sensor;
  const known = await knownAs(tx, said);
  if (known === "known") return { heard: known, threshold };
  const clock = clockOf(sensor, message);
  if (clock === "old") return { heard: "old", threshold };
  const before = sensor.seen ?? 0;
  const seen = before > came ? lives : Math.max(before, lives); // a clock of ours may have been set back
  if (clock === "wrong") {
    await sensorRows.change(tx, { id: sensor.id }, { seen, clock: (said.until ?? said.at) - came });
    await open(tx, { id, sensor: sensor.id, kind: "clock", starts: came, at: came });
    return { heard: "clock", threshold };
  }
  if (known === "reused") await putAside(tx, said);
  await saidRows.add(tx, said);
  await keepDay(tx, sensor, dayAt(said.at));
  await end(tx, sensor.id, "clock", came);
  if (came - lives < 2 * sensor.every * MINUTE) await end(tx, sensor.id, "silent", came);
  if (said.sort === "heard") {
    const { detector, battery } = said;
    const set = { seen, detector, battery: battery ?? sensor.battery };
    await sensorRows.change(tx, { id: sensor.id }, set);
    await motor(tx, sensor, message);
  } else await alive(tx, sensor, message, seen);
  return { heard: known === "new" ? "kept" : known, threshold };
}

/** Whether its time can be believed. What comes late is taken for a week; that somebody lives is said at once or not at all. */
export function clockOf(
  { at: made }: Pick<Sensor, "at">,
  { said, lives }: Pick<Message, "said" | "lives">,
): "right" | "wrong" | "old" {
  const says = said.until ?? said.at;
  if (says > said.came + CLOCK_OFF || says < NEVER_SET) return "wrong";
  if (says < said.came - LATEST) return "old";
  if (said.sort === "alive" && says < lives - CLOCK_OFF) return "wrong";
  return says < made - A_DAY ? "old" : "right";
}

async function alive(tx: Db, sensor: Sensor, { said, alarm }: Message, seen: number) {
  const { id } = sensor;
  const { came, at } = said;
  const span = Math.max(60 + 2 * sensor.every, 5 * sensor.every) * MINUTE;
  const readings = await saidRows
    .of(tx, { sensor: id, sort: "alive" })
    .where("at", ">=", at - span)
    .where("at", "<=", at)
    .where("level", "is not", null)
    .orderBy("at")
    .execute();
  const flat = said.level === null ? null : (flatSince(readings) ?? null);
  const since = flat === null ? null : Math.min(flat, sensor.flat ?? flat);
  await sensorRows.change(
    tx,
    { id },
    {
      seen,
      clock: at - came,
      battery: said.battery ?? sensor.battery,
      level: said.level ?? sensor.level,
      flat: since,
    },
  );
  if (since !== null && at - since >= DEAF_AFTER)
    await open(tx, { id: alarm, sensor: id, kind: "deaf", starts: since, at: came });
  else if (said.level !== null && since === null) await end(tx, id, "deaf", came);
}

/** What sounds enough like a motor goes on with an alarm that lasts, begins one, or waits for more. */
async function motor(tx: Db, sensor: Sensor, { said, alarm: id }: Message): Promise<void> {
  const { at, came, score } = said;
  const until = said.until ?? at;
  if (score === null || score < sensor.threshold) return;
  const near =
    sensor.place === ""
      ? []
      : await sensorRows.of(tx, { place: sensor.place, closed: null }).execute();
  const mutes = await muteRows.of(tx).execute();
  const mute = muteAt(mutes, sensor, at)?.id ?? null;
  const others = near.filter(
    (one) => one.id !== sensor.id && (mute !== null) === (muteAt(mutes, one, at) !== undefined),
  );
  const lasting = await lastingOf(tx, sensor.id, others, { at, until, isMuted: mute !== null });
  if (lasting) return goesOn(tx, lasting, sensor, said);
  const own = await loudOf(tx, [sensor], at - WITHIN, until + WITHIN);
  const theirs = await loudOf(tx, others, at - TOGETHER, until + TOGETHER);
  const busy = await tooMany(tx, sensor.id, { came, isMuted: mute !== null });
  if (busy) return goesOn(tx, busy, sensor, said);
  const isOwn = until - at >= AN_EVENT || isPacked(own);
  if (!isOwn && theirs.length === 0) return;
  const all = isOwn ? own : [said, ...theirs];
  const lead = all.toSorted((a, b) => b.score! - a.score!)[0] ?? said;
  const also = new Set(isOwn ? [] : all.map((one) => one.sensor).filter((s) => s !== lead.sensor));
  const learns = [sensor, ...others].find((one) => one.id === lead.sensor) ?? sensor;
  await alarmRows.add(tx, {
    ...NEW_ALARM,
    id,
    sensor: lead.sensor,
    kind: "motor",
    starts: Math.min(at, ...all.map((one) => one.at)),
    ends: Math.max(until, ...all.map((one) => one.until ?? one.at)),
    at: came,
    score: Math.max(score, lead.score ?? 0),
    detector: lead.detector,
    also: [...also].join(" "),
    provisional: Number(isLearning(learns)),
    mute,
  });
}

/** The latest of as many as may wait of a sensor and a day. No motor hides in one that was answered, or that is told to nobody. */
async function tooMany(
  tx: Db,
  of: Sensor["id"],
  { came, isMuted }: { readonly came: number; readonly isMuted: boolean },
): Promise<Alarm | undefined> {
  const opened = await alarmRows
    .of(tx, { sensor: of, kind: "motor", outcome_at: null })
    .where("mute", isMuted ? "is not" : "is", null)
    .where("at", ">", came - A_DAY)
    .where("at", "<=", came)
    .orderBy("at", "desc")
    .execute();
  return opened.length >= MOST_OF_A_DAY ? opened[0] : undefined;
}

/** Until its background has set its threshold. */
export const isLearning = ({ learns, learned }: Pick<Sensor, "learns" | "learned">): boolean =>
  learned === null || learned < learns;

async function lastingOf(
  tx: Db,
  own: Sensor["id"],
  others: readonly Sensor[],
  heard: { readonly at: number; readonly until: number; readonly isMuted: boolean },
): Promise<Alarm | undefined> {
  const { at, until, isMuted } = heard;
  const found = await alarmRows
    .of(tx, { kind: "motor" })
    .where("sensor", "in", [own, ...others.map(({ id }) => id)])
    .where("ends", ">=", at - GAP)
    .where("starts", "<=", until + GAP)
    .orderBy("ends", "desc")
    .execute();
  const fits = found.filter((one) => (one.mute !== null) === isMuted);
  const isOfIt = (one: Alarm) => one.sensor === own || one.also.split(" ").includes(own);
  return (
    fits.find(isOfIt) ??
    fits.find(({ starts, ends }) => ends >= at - TOGETHER && starts <= until + TOGETHER)
  );
}

async function goesOn(tx: Db, lasting: Alarm, sensor: Sensor, said: Said): Promise<void> {
  const { id, also, starts, ends, score } = lasting;
  const isNew = lasting.sensor !== sensor.id && !also.split(" ").includes(sensor.id);
  const until = Math.max(ends, said.until ?? said.at);
  await alarmRows.change(
    tx,
    { id },
    {
      starts: Math.min(starts, said.at),
      ends: until,
      score: Math.max(score ?? 0, said.score ?? 0),
      provisional: lasting.provisional === 1 && isLearning(sensor) ? 1 : 0,
      ...(isNew && { also: `${also} ${sensor.id}`.trim() }),
      ...(until + GAP > said.came && { over: null }),
    },
  );
}

/** What these sensors heard that reaches the threshold of each. */
async function loudOf(tx: Db, of: readonly Sensor[], from: number, to: number): Promise<Said[]> {
  if (of.length === 0) return [];
  const ids = of.map(({ id }) => id);
  const found = await saidRows
    .of(tx, { sort: "heard" })
    .where("sensor", "in", ids)
    .where("at", ">=", from)
    .where("at", "<=", to)
    .execute();
  const least = new Map(of.map(({ id, threshold }) => [id, threshold]));
  return found.filter(({ sensor, score }) => (score ?? 0) >= least.get(sensor)!);
}

/** Whether enough of these windows lie close to each other; two that begin at once are one. */
function isPacked(windows: readonly Said[]): boolean {
  const begins = [...new Set(windows.map(({ at }) => at))].toSorted((a, b) => a - b);
  return begins.some((at, i) => (begins[i + WINDOWS - 1] ?? Infinity) - at <= WITHIN);
}

/** What is not known yet of one that is opened. */
export const NEW_ALARM: Omit<Alarm, "id" | "sensor" | "kind" | "starts" | "ends" | "at"> = {
  over: null,
  score: null,
  detector: "",
  also: "",
  provisional: 0,
  mute: null,
  told: 0,
  told_at: null,
  taken_by: null,
  taken: null,
  outcome: null,
  outcome_by: null,
  outcome_at: null,
};

export type Lack = Pick<Alarm, "id" | "sensor" | "kind" | "starts" | "at">;

/** One while it lasts. One that was over and waits for an answer still goes on, so that nobody answers the same twice. */
export async function open(tx: Db, lack: Lack): Promise<void> {
  const { sensor, kind, at } = lack;
  if (await alarmRows.one(tx, { sensor, kind, over: null })) return;
  const waiting = await alarmRows.one(tx, { sensor, kind, outcome_at: null });
  if (waiting) await alarmRows.change(tx, { id: waiting.id }, { over: null, ends: at });
  else await alarmRows.add(tx, { ...NEW_ALARM, ...lack, ends: at });
}

async function end(tx: Db, sensor: string, kind: Alarm["kind"], at: number): Promise<void> {
  await alarmRows.change(tx, { sensor, kind, over: null }, { over: at, ends: at });
}
