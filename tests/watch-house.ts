/** Sensors and alarms in an instance that serves, and somebody on watch who comes in by a PIN. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { askListening } from "../src/features/listening/private/listening.ts";
import { NEW_ALARM } from "../src/features/listening/private/hear.ts";
import type { Alarm, Sensor } from "../src/features/listening/private/forms.ts";
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import type { Role } from "../src/platform/accounts/roles.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths, openDataFolder } from "../src/platform/process/data-folder.ts";
import { press } from "./clicks.ts";

type Listening = ReturnType<typeof askListening>;
const MINUTE = 60_000; // ms

/** What is asked of listening while the instance serves. @param data its data folder */
export async function atListening<T>(
  data: string,
  work: (ask: Listening) => Promise<T>,
): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  return await work(askListening(running.private));
}

export const sensorRow = (id: string, more: Partial<Sensor> = {}): Sensor => ({
  id,
  name: id.toUpperCase(),
  place: "",
  spot: `Spot of ${id}`,
  lat: null,
  lon: null,
  key_hash: `hash of ${id}`,
  every: 60,
  at: 0,
  closed: null,
  threshold: 500,
  learns: 0,
  learned: null,
  seen: null,
  clock: null,
  battery: null,
  empty: null,
  level: null,
  flat: null,
  detector: "cnd-1",
  ...more,
});

export const alarmRow = (id: string, sensor: string, more: Partial<Alarm> = {}): Alarm => ({
  id,
  sensor,
  kind: "motor",
  starts: Date.now() - 12 * MINUTE,
  ends: Date.now() - 2 * MINUTE,
  at: Date.now() - 11 * MINUTE,
  ...NEW_ALARM,
  score: 930,
  detector: "cnd-1",
  ...more,
});

/** As the rules write them. @param data the folder of an instance on SQLite that serves */
export function putAlarms(data: string, alarms: readonly Alarm[]): void {
  using db = new DatabaseSync(join(data, "log.sqlite"), { timeout: 5000 });
  for (const alarm of alarms) {
    const names = Object.keys(alarm);
    const signs = names.map(() => "?").join(", ");
    db.prepare(`insert into listening_alarm ("${names.join('", "')}") values (${signs})`).run(
      ...(Object.values(alarm) as SQLInputValue[]),
    );
  }
}

export const alarmsIn = (data: string): Promise<Alarm[]> =>
  atListening(data, (ask) => ask.alarms({ since: 0 }));

/** Somebody with an account and a PIN. @returns the id of the account */
export async function guard(
  data: string,
  about: { readonly name: string; readonly pin: string; role?: Role; email?: string },
): Promise<string> {
  const { name, pin, role = "ranger", email } = about;
  using running = await openControl(dataPaths(data).socket);
  const { owner: key, log: sealing } = openDataFolder(data).keys;
  const base = await running.base();
  const accounts = openAccounts({ private: running.private, base, key, sealing });
  const { id } = await accounts.open({ name, role, email });
  await accounts.setPin(id, pin);
  return id;
}

/** Comes in at the watch. @param path of the page that was asked for */
export async function comeIn(
  page: Page,
  base: string,
  { name, pin }: { readonly name: string; readonly pin: string },
  path = "/watch",
): Promise<void> {
  await page.goto(base + path);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("PIN").fill(pin);
  await press(page, "Sign in");
}

interface Row {
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly detail: string;
}

/** What the trail says, the oldest first. */
export function trailOf(data: string): Row[] {
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  return db.prepare("select * from trail order by n").all() as unknown as Row[];
}

/** The same without a browser. @returns the cookies */
export async function comeInByPin(
  base: string,
  { name, pin }: { readonly name: string; readonly pin: string },
): Promise<string> {
  const answer = await fetch(`${base}/watch`, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ name, pin, alarm: "" }),
  });
  if (answer.status !== 303) throw new Error(`Expected to come in, got ${answer.status}`);
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}
