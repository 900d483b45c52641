/** A forest of sensors on a database, whose times are given: what a test of the rules of alarms begins with. */
import assert from "node:assert/strict";
import { after } from "node:test";
import { A_DAY } from "../src/engines/calendar/day.ts";
import { askListening, listeningPart } from "../src/features/listening/private/listening.ts";
import type { Alarm, Said, Sensor } from "../src/features/listening/private/forms.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";
import { madeSensor } from "./listening-house.ts";

export const NOW = Date.parse("2026-11-29T15:00:00Z");

/** What differs from an ordinary message, and when its sensor certainly lived. */
type More = Partial<Said> & { readonly lives?: number };
type Says = (of: Sensor, at: number, more?: More) => Promise<string>;

export interface Forest {
  readonly privately: Privately;
  readonly ask: ReturnType<typeof askListening>;
  /** One that was made two years ago. */
  readonly sensor: (name: string, more?: Partial<Sensor>) => Promise<Sensor>;
  /** A window of two seconds that is loud, at a time by both clocks. */
  readonly heard: Says;
  readonly alive: Says;
  /** Of a kind, the first opened first, as they stand. */
  readonly alarms: (kind: Alarm["kind"]) => Promise<readonly Alarm[]>;
}

type InForest = (work: (forest: Forest) => Promise<void>) => () => Promise<void>;

/** A forest on either database, by its name: one database of each for the tests of the file that asks, emptied before each. */
export const forests = (): readonly (readonly [name: string, inForest: InForest])[] =>
  Object.entries(DATABASES).map(([name, open]) => [name, forestOn(open)]);

function forestOn(open: () => Promise<TestDatabase>): InForest {
  let opened:
    | Promise<{ readonly database: TestDatabase; readonly privately: Privately }>
    | undefined;
  const begin = async () => {
    const database = await open();
    await migrateLog(database.db, database.store);
    return { database, privately: await openPrivate(database.db, [listeningPart]) };
  };
  after(async () => (await opened)?.database[Symbol.asyncDispose]());
  return (work) => async () => {
    const { database, privately } = await (opened ??= begin());
    const mine = database.db.withTables<Record<string, Record<string, never>>>();
    for (const table of Object.keys(listeningPart.tables)) await mine.deleteFrom(table).execute();
    const ask = askListening(privately);
    let n = 0;
    const say = async (of: Sensor, said: Omit<Said, "id" | "sensor">, more: More = {}) => {
      const { lives = said.came, ...differs } = more;
      const id = `m${n++}`;
      const message = { ...said, sensor: of.id, id, ...differs };
      return (await ask.hear({ said: message, lives, alarm: `alarm-${n}` })).heard;
    };
    await work({
      privately,
      ask,
      async sensor(one, more) {
        const { sensor } = madeSensor(one, { at: NOW - 730 * A_DAY, ...more });
        assert.ok(await ask.addSensor(sensor));
        return sensor;
      },
      heard: (of, at, more) =>
        say(
          of,
          {
            sort: "heard",
            at,
            came: more?.until ?? at + 2000,
            until: at + 2000,
            kind: "motor",
            score: 800,
            detector: "d-1",
            battery: null,
            level: null,
          },
          more,
        ),
      alive: (of, at, more) =>
        say(
          of,
          {
            sort: "alive",
            at,
            came: at,
            until: null,
            kind: "",
            score: null,
            detector: "",
            battery: 3900,
            level: -400 - (n % 7) * 10,
          },
          more,
        ),
      async alarms(kind) {
        const all = await ask.alarms({ since: 0 });
        return all.filter((one) => one.kind === kind).toSorted((a, b) => a.at - b.at);
      },
    });
  };
}
