/** Listening: sensors, what they said, alarms, who is told of them and what was found. Rules LE1, LE2 and LE17. */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import type { Db } from "../../../platform/db/store.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { answer, cannotGo, sent, take, tell } from "./answers.ts";
import { hear, open, type Lack } from "./hear.ts";
import {
  alarmRows,
  daysOf,
  dropDays,
  drawingRows,
  LISTENING_TABLES,
  muteRows,
  partsOf,
  saidRows,
  sensorRows,
  settingRows,
  toldRows,
  watcherRows,
  type Alarm,
  type Drawing,
  type Mute,
  type Said,
  type Sensor,
  type Setting,
  type Told,
  type Watcher,
} from "./rows.ts";

export const listeningPart = {
  name: "listening",
  tables: {
    listening_sensor: { key: ["id"], stands: { closed: "any" }, spent: { key_hash: "" } },
    listening_said: { of: { sensor: "listening_sensor" } },
    listening_day: { of: { sensor: "listening_sensor" } },
    listening_alarm: { key: ["id"], of: { sensor: "listening_sensor" }, stands: { over: "any" } },
    listening_drawing: { of: { alarm: "listening_alarm" } },
    listening_mute: { key: ["id"] },
    listening_watcher: { key: ["account"] },
    listening_told: { of: { alarm: "listening_alarm" } },
    listening_setting: { returns: "Set at the desk; no operation deletes it." },
  },
  migrations: [creating(LISTENING_TABLES)],
  questions: {
    sensors,
    sensor,
    byKey,
    alarms,
    lasting,
    alarm,
    drawing,
    mutes,
    watchers,
    settings,
    saidBy,
    partsOf,
    told,
    letters,
    daysOf,
  },
  operations: {
    addSensor,
    changeSensor,
    hear,
    lack,
    over,
    addMute,
    dropMute,
    setWatchers,
    choose,
    draw,
    take,
    answer,
    cannotGo,
    tell,
    sent,
    sweep,
  },
} satisfies PrivatePart;

export const askListening = asking(listeningPart);

/** By their names; those that were taken down, too. */
function sensors(db: Db): Promise<Sensor[]> {
  return sensorRows.of(db).orderBy("name").orderBy("id").execute();
}

function sensor(db: Db, id: string): Promise<Sensor | undefined> {
  return sensorRows.one(db, { id });
}

function byKey(db: Db, key_hash: string): Promise<Sensor | undefined> {
  return sensorRows.one(db, { key_hash, closed: null });
}

/** Those that nobody has answered, the oldest first; with `since` all that were opened from then on, the latest first. */
function alarms(db: Db, { since }: { readonly since?: number }): Promise<Alarm[]> {
  return since === undefined
    ? alarmRows.of(db, { outcome_at: null, mute: null }).orderBy("at").orderBy("id").execute()
    : alarmRows.of(db).where("at", ">=", since).orderBy("at", "desc").orderBy("id").execute();
}

/** Those that go on, the muted ones, too. */
function lasting(db: Db): Promise<Alarm[]> {
  return alarmRows.of(db, { over: null }).orderBy("at").orderBy("id").execute();
}

function alarm(db: Db, id: string): Promise<Alarm | undefined> {
  return alarmRows.one(db, { id });
}

function drawing(db: Db, of: string): Promise<Drawing | undefined> {
  return drawingRows.one(db, { alarm: of });
}

function mutes(db: Db): Promise<Mute[]> {
  return muteRows.of(db).orderBy("starts", "desc").orderBy("id").execute();
}

/** In the order in which they are told. */
function watchers(db: Db): Promise<Watcher[]> {
  return watcherRows.of(db).orderBy("position").orderBy("account").execute();
}

function settings(db: Db): Promise<Setting[]> {
  return settingRows.of(db).orderBy("name").execute();
}

/** What a sensor said since then, by our clock, the oldest first. */
function saidBy(
  db: Db,
  { sensor: of, since }: { readonly sensor: string; readonly since: number },
): Promise<Said[]> {
  return saidRows.of(db, { sensor: of }).where("came", ">=", since).orderBy("came").execute();
}

/** @returns false where one that is in use has that name */
async function addSensor(tx: Db, added: Sensor): Promise<boolean> {
  if (await sensorRows.one(tx, { name: added.name, closed: null })) return false;
  await sensorRows.add(tx, added);
  return true;
}

/** @returns false where another that is in use has that name, or it is gone */
async function changeSensor(
  tx: Db,
  { id, ...set }: Pick<Sensor, "id"> & Partial<Sensor>,
): Promise<boolean> {
  if (set.name !== undefined) {
    const other = await sensorRows.one(tx, { name: set.name, closed: null });
    if (other && other.id !== id) return false;
  }
  return (await sensorRows.change(tx, { id }, set)) > 0;
}

/** Nothing was heard of it, or its battery runs down. @param seen it is silent no more if something came since @returns whether an alarm lasts */
async function lack(
  tx: Db,
  { seen, ...found }: Lack & { readonly seen: Sensor["seen"] },
): Promise<boolean> {
  const now = await sensorRows.one(tx, { id: found.sensor, closed: null });
  if (!now || (found.kind === "silent" && now.seen !== seen)) return false;
  await open(tx, found);
  return true;
}

/** It is over of itself; it waits for an answer still. */
async function over(tx: Db, { id, at }: Pick<Alarm, "id" | "at">): Promise<void> {
  await alarmRows.change(tx, { id }, { over: at });
}

async function addMute(tx: Db, mute: Mute): Promise<void> {
  await muteRows.add(tx, mute);
}

async function dropMute(tx: Db, id: string): Promise<void> {
  await muteRows.drop(tx, { id });
}

/** These and no others. */
async function setWatchers(tx: Db, line: readonly Watcher[]): Promise<void> {
  for (const { account } of await watchers(tx)) await watcherRows.drop(tx, { account });
  for (const one of line) await watcherRows.add(tx, one);
}

async function choose(tx: Db, { name, value }: Setting): Promise<void> {
  if ((await settingRows.change(tx, { name }, { value })) === 0)
    await settingRows.add(tx, { name, value });
}

/** Of what a sensor said, if an alarm began of it. The first drawing of an alarm stands. @returns whether there is one */
async function draw(
  tx: Db,
  { sensor: of, said: id, bands, at }: Omit<Drawing, "alarm"> & Record<"sensor" | "said", string>,
): Promise<boolean> {
  const said = await saidRows.one(tx, { sensor: of, id, sort: "heard" });
  if (!said) return false;
  const begun = await alarmRows
    .of(tx, { kind: "motor" })
    .where("starts", "<=", said.at)
    .where("ends", ">=", said.at)
    .orderBy("at")
    .execute();
  const found = begun.find((one) => one.sensor === of || one.also.split(" ").includes(of));
  if (!found) return false;
  if (!(await drawingRows.one(tx, { alarm: found.id })))
    await drawingRows.add(tx, { alarm: found.id, bands, at });
  return true;
}

/** Of whom an alarm was told, the first one first. */
function told(db: Db, of: string): Promise<Told[]> {
  return toldRows.of(db, { alarm: of }).orderBy("at").orderBy("account").execute();
}

/** Letters that wait to be sent, the oldest first. */
function letters(db: Db): Promise<Told[]> {
  return toldRows.of(db, { sent: null, trouble: "" }).orderBy("at").orderBy("alarm").execute();
}

/** What is older than it has to be. */
async function sweep(tx: Db, { at }: { readonly at: number }): Promise<void> {
  const mine = tx.withTables<Swept>();
  const yearAgo = at - KEPT_YEAR * A_DAY;
  await mine
    .deleteFrom("listening_said")
    .where("came", "<", at - KEPT_SAID * A_DAY)
    .execute();
  await mine
    .deleteFrom("listening_drawing")
    .where("at", "<", at - KEPT_DRAWING * A_DAY)
    .execute();
  await mine.deleteFrom("listening_alarm").where("at", "<", yearAgo).execute();
  await mine.deleteFrom("listening_told").where("at", "<", yearAgo).execute();
  await dropDays(tx, dayAt(yearAgo));
  await mine.deleteFrom("listening_mute").where("ends", "<", dayAt(yearAgo)).execute();
  await mine.deleteFrom("listening_sensor").where("closed", "<", yearAgo).execute();
}

const [KEPT_SAID, KEPT_DRAWING, KEPT_YEAR] = [21, 30, 400]; // days
type Swept = {
  readonly listening_said: Said;
  readonly listening_drawing: Drawing;
  readonly listening_alarm: Alarm;
  readonly listening_told: Told;
  readonly listening_mute: Mute;
  readonly listening_sensor: Sensor;
};
