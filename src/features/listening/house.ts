/** What both the watch and the desk read of listening, on one snapshot. */
import type { Account } from "../../platform/accounts/account.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { placesBySubject } from "../places/api.ts";
import { entriesOf, inTurn, type Entry } from "./entries.ts";
import { listeningPart } from "./private/listening.ts";
import type { Alarm, AlarmKind, Sensor, Setting } from "./private/forms.ts";
import { unreachedOf, type Unreached } from "./reach.ts";

/** Minutes within which somebody answers before the next in line is told, where nothing is set. */
export const MINUTES = 20;

/** By whose clock people of this campaign go. */
export const zoneOf = ({ timeZone = "UTC" }: Pick<Frame, "timeZone">): string => timeZone;

export const settingOf = (all: readonly Setting[], name: string, without: number): number =>
  all.find((one) => one.name === name)?.value ?? without;

export interface Watched {
  /** Those that wait, in turn. */
  readonly alarms: readonly Alarm[];
  /** By id. */
  readonly sensors: ReadonlyMap<string, Sensor>;
  /** Names of their places, by subject. */
  readonly places: ReadonlyMap<string, string>;
}

export async function watchedIn(db: Db, lang: string): Promise<Watched> {
  const { alarms, sensors } = listeningPart.questions;
  const all = await sensors(db);
  return {
    alarms: inTurn(await alarms(db, {})),
    sensors: new Map(all.map((one) => [one.id, one])),
    places: await placeNames(db, all, lang),
  };
}

/** What waits, in turn, where nothing has to be named. */
export async function waitingIn(db: Db): Promise<readonly Entry[]> {
  const { alarms, sensors } = listeningPart.questions;
  const all = await sensors(db);
  return entriesOf(await alarms(db, {}), new Map(all.map((one) => [one.id, one])));
}

/** Why no letter goes out; undefined where one can. @param about.accounts all that there are */
export async function reachOf(
  db: Db,
  about: Pick<Parameters<typeof unreachedOf>[0], "hasMail" | "accounts" | "now">,
): Promise<Unreached | undefined> {
  const { watchers, letters } = listeningPart.questions;
  return unreachedOf({ ...about, line: await watchers(db), letters: await letters(db) });
}

export async function placeNames(
  db: Db,
  sensors: readonly Pick<Sensor, "place">[],
  lang: string,
): Promise<ReadonlyMap<string, string>> {
  const subjects = [...new Set(sensors.map(({ place }) => place).filter((one) => one !== ""))];
  if (subjects.length === 0) return new Map();
  const places = await placesBySubject(db, subjects, lang);
  return new Map([...places].map(([subject, { name }]) => [subject, name]));
}

/** What waits of the same sensor beside this alarm: it has fallen silent, deaf, of a wrong clock; its battery is low. */
export const ailsOf = (
  { id, sensor }: Pick<Alarm, "id" | "sensor">,
  waiting: readonly Alarm[],
): readonly Exclude<AlarmKind, "motor">[] => {
  const of = waiting.filter((one) => one.sensor === sensor && one.id !== id && one.over === null);
  return [...new Set(of.flatMap(({ kind }) => (kind === "motor" ? [] : [kind])))];
};

/** Names of those who go or answered; of an account that is gone none is left. */
export const namesOf = (accounts: readonly Account[]): ReadonlyMap<string, string> =>
  new Map(accounts.map(({ id, name }) => [id, name]));
