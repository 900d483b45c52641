/** Listeners, what they said and their alarms, put into the private tables of a campaign on SQLite while it is not served. */
import { DatabaseSync } from "node:sqlite";
import { NEW_ALARM } from "../src/features/listening/private/hear.ts";
import type {
  Alarm,
  Day,
  Drawing,
  Mute,
  Said,
  Sensor,
  Watcher,
} from "../src/features/listening/private/forms.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

interface Rows {
  readonly sensor?: readonly Sensor[];
  readonly said?: readonly Said[];
  readonly day?: readonly Day[];
  readonly alarm?: readonly Alarm[];
  readonly drawing?: readonly Drawing[];
  readonly mute?: readonly Mute[];
  readonly watcher?: readonly Watcher[];
}

export function putRows(data: string, rows: Rows): void {
  using db = new DatabaseSync(dataPaths(data).database);
  for (const [table, all] of Object.entries(rows))
    for (const row of all as readonly Readonly<Record<string, string | number | null>>[]) {
      const names = Object.keys(row);
      const marks = names.map(() => "?").join(", ");
      const columns = names.map((name) => `"${name}"`).join(", ");
      db.prepare(`insert into listening_${table} (${columns}) values (${marks})`).run(
        ...Object.values(row),
      );
    }
}

/** The subject of a place by the name in its address. */
export function placeIn(data: string, slug: string): string {
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const found = db
    .prepare("select subject from address where space = 'places' and slug = ?")
    .get(slug);
  return String(found!["subject"]);
}

export const sensor = (id: string, more: Partial<Sensor> = {}): Sensor => ({
  id,
  name: id.toUpperCase(),
  place: "",
  spot: "",
  lat: null,
  lon: null,
  key_hash: `hash of ${id}`,
  every: 60,
  at: 0,
  closed: null,
  threshold: 600,
  learns: 0,
  learned: null,
  empty: null,
  seen: null,
  clock: null,
  battery: null,
  level: null,
  flat: null,
  detector: "motor-1",
  ...more,
});

/** On each of these days these said something there. */
export const daysOf = (
  month: string,
  days: number,
  place: string,
  sensors: readonly string[],
): Day[] =>
  sensors.flatMap((one) =>
    Array.from({ length: days }, (_, i) => ({
      sensor: one,
      day: `${month}-${String(i + 1).padStart(2, "0")}`,
      place,
    })),
  );

/** Words of a sensor at this moment, by both clocks. */
export const alive = (of: string, at: number): Said => ({
  sensor: of,
  id: `${of} ${at}`,
  sort: "alive",
  at,
  came: at,
  battery: 3900,
  level: -600,
  until: null,
  kind: "",
  score: null,
  detector: "",
});

export const alarm = (id: string, of: string, at: number, more: Partial<Alarm> = {}): Alarm => ({
  id,
  sensor: of,
  kind: "motor",
  starts: at,
  ends: at,
  at,
  ...NEW_ALARM,
  score: 900,
  detector: "motor-1",
  ...more,
});
