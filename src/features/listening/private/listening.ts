/** Listening: sensors, what they said, alarms, who is told of them and what was found. Rules LE1, LE2 and LE17. */
import type { Db } from "../../../platform/db/store.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { hear, open, type Lack } from "./hear.ts";
import type { Alarm, Drawing, Mute, Sensor, Setting, Told, Watcher } from "./forms.ts";
import {
  alarmRows,
  daysOf,
  drawingRows,
  LISTENING_KEPT,
  LISTENING_TABLES,
  muteRows,
  partsOf,
  saidBy,
  saidRows,
  sensorRows,
  settingRows,
  toldRows,
  watcherRows,
} from "./rows.ts";

export const listeningPart = {
  name: "listening",
  tables: LISTENING_KEPT,
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
    /** It listens in this minute. @param value minutes, UTC */
    looked: (tx: Db, value: number) => choose(tx, { name: "looked", value }),
    draw,
    take,
    answer,
    cannotGo,
    tell,
    sent,
  },
  unheard: ["looked"],
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

/** Somebody goes: nobody else is told from then on. @param by null: who went goes no more @returns as it stands; of two the first goes */
async function take(
  tx: Db,
  { id, by, at }: { readonly id: string; readonly by: string | null; readonly at: number },
): Promise<Alarm | undefined> {
  const isFree = by === null ? {} : { taken: null };
  const set = { taken_by: by, taken: by === null ? null : at };
  const isSo = await alarmRows.change(tx, { id, outcome_at: null, ...isFree }, set);
  if (by === null && isSo > 0) await tellAnew(tx, id);
  return alarmRows.one(tx, { id });
}

/** Who was told before somebody went thought that it is seen to, and is told again. */
async function tellAnew(tx: Db, of: string): Promise<void> {
  for (const { account, sent: at, trouble } of await toldRows.of(tx, { alarm: of }).execute())
    if (trouble === "late" || (trouble === "" && at !== null))
      await toldRows.change(tx, { alarm: of, account }, { trouble: "again" });
}

interface Answering {
  readonly by: string;
  readonly seen?: Alarm["outcome"];
}

/**
 * What was found; who answers again says another thing in its place. @param seen what its form showed: where somebody said
 * another thing meanwhile nothing is changed @returns the alarm as it stands; undefined where there is none
 */
async function answer(
  tx: Db,
  { id, outcome, by, at, seen }: Pick<Alarm, "id" | "outcome" | "at"> & Answering,
): Promise<Alarm | undefined> {
  const isSeen = seen === undefined ? {} : { outcome: seen };
  await alarmRows.change(tx, { id, ...isSeen }, { outcome, outcome_by: by, outcome_at: at });
  return alarmRows.one(tx, { id });
}

/**
 * Somebody cannot go: it waits on, and the next in line is told at once. Where they went already they go no more, and what they
 * found is taken back. @param seen what their form showed: where somebody said another thing meanwhile nothing is changed
 * @returns the alarm as it stands, and whether anything was changed; undefined where there is none
 */
async function cannotGo(
  tx: Db,
  {
    id,
    by,
    at,
    seen,
  }: Record<"id" | "by", string> & Pick<Alarm, "at"> & { seen: Alarm["outcome"] },
): Promise<{ readonly alarm: Alarm; readonly isNew: boolean } | undefined> {
  const found = await alarmRows.one(tx, { id });
  if (!found || found.outcome !== seen) return found && { alarm: found, isNew: false };
  const row = await toldRows.one(tx, { alarm: id, account: by });
  const isFree = found.taken === null || found.taken_by === by;
  if (row?.trouble === "cannot" && isFree === (found.taken === null) && seen === null)
    return { alarm: found, isNew: false };
  const isNamed = { alarm: id, account: by };
  if (row) await toldRows.change(tx, isNamed, { trouble: "cannot" });
  else await toldRows.add(tx, { ...isNamed, at, sent: null, trouble: "cannot" });
  const none = { outcome: null, outcome_by: null, outcome_at: null };
  const next = isFree ? { taken: null, taken_by: null, told_at: null } : {};
  if (found.taken !== null && isFree) await tellAnew(tx, id);
  await alarmRows.change(tx, { id }, { ...none, ...next, told: found.told + Number(!row) });
  return { alarm: (await alarmRows.one(tx, { id }))!, isNew: true };
}

/** The next in line is told; not of what somebody has taken or answered meanwhile, and of each alarm once, or once more where who went goes no more. */
async function tell(
  tx: Db,
  { alarms: of, account, at }: { alarms: readonly string[]; account: string; at: number },
): Promise<void> {
  for (const id of of) {
    const found = await alarmRows.one(tx, { id, taken: null, outcome_at: null, mute: null });
    const before = await toldRows.one(tx, { alarm: id, account });
    if (!found || (before && before.trouble !== "again")) continue;
    await toldRows.drop(tx, { alarm: id, account });
    await toldRows.add(tx, { alarm: id, account, at, sent: null, trouble: "" });
    await alarmRows.change(tx, { id }, { told: found.told + 1, told_at: at });
  }
}

/** What became of letters to an account. */
async function sent(
  tx: Db,
  {
    alarms: of,
    account,
    ...set
  }: Omit<Told, "alarm" | "at"> & { readonly alarms: readonly string[] },
): Promise<void> {
  for (const id of of) await toldRows.change(tx, { alarm: id, account }, set);
}
