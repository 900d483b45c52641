/** What listening says in public, and that nothing else of it is ever to be found there (features/listening/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { openLocked, type Settings } from "../src/commands/context.ts";
import { askListening } from "../src/features/listening/private/listening.ts";
import { LISTENING_REPORTED } from "../src/features/listening/records.ts";
import { sayReports } from "../src/features/listening/reporting.ts";
import { LISTENING_TABLES } from "../src/features/listening/private/rows.ts";
import { monthOf } from "../src/features/listening/told/months.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import type { Instance } from "../src/platform/process/instance.ts";
import type { Speaker } from "../src/platform/sent/speaker.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { alarm, alive, daysOf, placeIn, putRows, sensor } from "./listening-rows.ts";
import { pagesOf } from "./served-pages.ts";
import { smallCampaign } from "./small-campaign.ts";

const folder = temporary();
const data = join(folder.dir, "data");
const MONTH = monthOf("2026-09");
const DUE = Date.UTC(2026, 9, 31);
const HOUR = 3_600_000;
let server: Served;

/** What nobody but the desk may ever read: made up, so that it stands nowhere else. */
const HIDDEN = {
  name: "QZXLISTENERQZX",
  spot: "zorblatfigqzx",
  lat: 3_197_531,
  lon: 2_912_847,
  key: "c0ffeeqzxkeyhash",
  alarm: "qzxalarmid",
  kind: "qzxmuteid",
  why: "qzxfellingwhy",
  watcher: "qzxwatcheraccount",
  by: "qzxrangerwhowent",
  bands: "UVpYQkFORFNRWlg",
  said: "qzxsaidid",
  detector: "qzxdetectorat31.97531",
};
const WORDS = [
  ...Object.values(HIDDEN).filter((one) => typeof one === "string"),
  "3197531",
  "31.97531",
  "2912847",
  "29.12847",
  "qzxsensorid",
];

before(() => {
  smallCampaign(folder.dir, { CND_DATA: data });
  const [place, small] = [placeIn(data, "far-hill"), placeIn(data, "near-hill")];
  const secret = { spot: HIDDEN.spot, lat: HIDDEN.lat, lon: HIDDEN.lon, key_hash: HIDDEN.key };
  const ids = [1, 2, 3].map((n) => `qzxsensorid${n}`);
  {
    // Whoever is on watch has an account, or is not kept.
    using db = new DatabaseSync(dataPaths(data).database);
    const columns = `"id", "createdAt", "updatedAt", "name", "email", "emailVerified", "role", "closed", "pinFailures"`;
    db.prepare(
      `insert into auth_user (${columns}) values (?, '2026-09-01', '2026-09-01', 'Rosa', 'rosa@example.org', 0, 'ranger', 0, 0)`,
    ).run(HIDDEN.watcher);
  }
  putRows(data, {
    sensor: [
      ...ids.map((id) => sensor(id, { ...secret, name: `${HIDDEN.name}${id}`, place })),
      ...[4, 5].map((n) => sensor(`qzxsensorid${n}`, { ...secret, place: small })),
    ],
    said: [...ids, "qzxsensorid4"].map((id) => ({
      ...alive(id, MONTH.from + HOUR),
      id: HIDDEN.said + id,
    })),
    day: [
      ...daysOf("2026-09", 20, place, ids),
      ...daysOf("2026-09", 20, small, ["qzxsensorid4", "qzxsensorid5"]),
    ],
    alarm: [
      ...["saw", "our-own", "nothing", null].map((outcome, n) =>
        alarm(`${HIDDEN.alarm}${n}`, ids[n % 3]!, MONTH.from + n * 50 * HOUR + 7_654_321, {
          taken_by: HIDDEN.by,
          taken: MONTH.from + n * 50 * HOUR + 7_654_321 + 6 * 60_000,
          outcome: outcome as "saw" | null,
          outcome_by: HIDDEN.by,
          outcome_at: outcome === null ? null : MONTH.from + n * 60 * HOUR,
        }),
      ),
      alarm(`${HIDDEN.alarm}m`, ids[0]!, MONTH.from + HOUR, { mute: HIDDEN.kind }),
      alarm(`${HIDDEN.alarm}s`, ids[1]!, MONTH.from + HOUR, { kind: "silent" }),
      alarm(`${HIDDEN.alarm}d`, ids[1]!, MONTH.from + HOUR, { detector: HIDDEN.detector }),
      alarm(`${HIDDEN.alarm}x`, "qzxsensorid4", MONTH.from + HOUR, { outcome: "saw" }),
    ],
    drawing: [{ alarm: `${HIDDEN.alarm}0`, bands: HIDDEN.bands, at: MONTH.from }],
    mute: [
      {
        id: HIDDEN.kind,
        place,
        sensor: "",
        starts: "2026-09-01",
        ends: "2026-09-30",
        opens: "07:00",
        closes: "17:00",
        why: HIDDEN.why,
        by: HIDDEN.by,
        at: MONTH.from,
      },
    ],
    watcher: [
      { account: HIDDEN.watcher, position: 1, days: "1111111", opens: "06:00", closes: "06:00" },
    ],
  });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const settings: Settings = {
  port: 0,
  host: "127.0.0.1",
  data,
  url: undefined,
  database: undefined,
  mail: undefined,
  trailDays: 400,
  dev: false,
};

/** As one start of the program says it. @param cut the power goes instead of what is to be said */
async function started(works: readonly { readonly now: number; readonly cut?: true }[]) {
  await using instance = (await openLocked(settings, data, "example.org/log")) as Instance;
  const { log, folder: kept, snapshot } = instance;
  const append: Speaker["append"] = (...said) => log.append(...said);
  const said: (number | string)[] = [];
  for (const { now, cut } of works) {
    const own = cut ? () => Promise.reject(new Error("The power went.")) : append;
    const speaker = { key: kept.keys.owner, snapshot, append: own };
    const count = sayReports({ instance, speaker }, now).then(({ length }) => length);
    said.push(await count.catch((error: Error) => error.message));
  }
  return said;
}

test("LT1 a day on which a sensor said something is kept once, with where it hung then", async () => {
  await using instance = (await openLocked(settings, data, "example.org/log")) as Instance;
  const ask = askListening(instance.log.private);
  const day = Date.UTC(2026, 6, 2);
  for (const at of [day + HOUR, day + HOUR, day + 2 * HOUR, day + 25 * HOUR])
    await ask.hear({ said: alive("qzxsensorid4", at), lives: at, alarm: `${HIDDEN.alarm}${at}` });
  const days = (await ask.daysOf("2026-07")).map((one) => [one.day, one.sensor, one.place]);
  const place = placeIn(data, "near-hill");
  assert.deepEqual(days, [
    ["2026-07-02", "qzxsensorid4", place],
    ["2026-07-03", "qzxsensorid4", place],
  ]);
});

function reported(): string[] {
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  return db
    .prepare("select document from record where kind = ?")
    .all(LISTENING_REPORTED)
    .map(({ document }) => Buffer.from(document as Uint8Array).toString());
}

test("LT3 LT4 a month is said 30 days after its end, once, however often that is begun and cut, and a place of two sensors never", async () => {
  const first = await started([{ now: DUE - 1 }, { now: DUE, cut: true }]);
  assert.deepEqual(first, [0, "The power went."], "too early, and cut");
  assert.deepEqual(reported(), []);
  assert.deepEqual(await started([{ now: DUE }, { now: DUE }]), [1, 0]);
  assert.deepEqual(await started([{ now: DUE + HOUR }]), [0], "it stands in the table");
  const [said, ...more] = reported();
  assert.deepEqual(more, []);
  const { say } = JSON.parse(said!) as { say: Record<string, unknown> };
  assert.deepEqual(say, {
    place: placeIn(data, "far-hill"),
    month: "2026-09",
    sensors: 3,
    sensorDays: 60,
    detectors: [{ detector: "others", alarms: 5, right: 2, wrong: 1, unknown: 2 }],
    muted: 1,
    minutes: 6,
    silences: 1,
  });
});

test("LT8 no listener, position, alarm, watcher or name stands in a record, a page, the open data, the tiles, the feeds or the numbers", async () => {
  server = await serve({ CND_DATA: data });
  const { base } = server;
  const paths = new Set([
    ...(await pagesOf(base)),
    "/metrics",
    "/healthz",
    "/log/checkpoint",
    "/feed.xml",
    "/feed.json",
    "/listening",
    "/data/listening.csv",
    "/data/places.geojson",
    "/data/iati-activities.xml",
    "/api/places",
    "/data/pledges.csv",
    "/data/claims.csv",
    "/data/measurements.csv",
    "/places/near-hill",
    "/log/tile/0/000",
    "/log/tile/entries/000",
    "/watch",
    "/desk",
    "/desk/listening",
  ]);
  assert.ok(paths.size > 60);
  let read = 0;
  const all = [...paths];
  const one = async (path: string): Promise<void> => {
    const answer = await fetch(base + path);
    const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    read += text.length;
    for (const word of WORDS) assert.ok(!text.includes(word), `${word} at ${path}`);
  };
  const walk = async (): Promise<void> => {
    for (let path = all.pop(); path !== undefined; path = all.pop()) await one(path);
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
  assert.ok(read > 500_000);
  assert.match(await (await fetch(`${base}/places/far-hill`)).text(), /September 2026/);
});

test("LT8 nor in a table of what is public, nor in the part of a backup that holds the records", () => {
  const searched = (what: string, text: string) => {
    for (const word of WORDS) assert.ok(!text.includes(word), `${word} in ${what}`);
  };
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const own = new Set(Object.keys(LISTENING_TABLES));
  const tables = db
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !own.has(name) && !/^(?:auth_|sqlite_)/.test(name));
  assert.ok(tables.length > 40);
  for (const table of tables) searched(table, textOf(db, table));
  assert.ok([...own].some((table) => WORDS.some((word) => textOf(db, table).includes(word))));
  const file = join(folder.dir, "backup.tar.gz");
  succeed(["backup", file], { CND_DATA: data });
  const parts = filesIn(gunzipSync(readFileSync(file)));
  const holding = parts.filter(({ text }) => WORDS.some((word) => text.includes(word)));
  assert.deepEqual(
    holding.map(({ name }) => name),
    ["private.jsonl"],
    "the private tables come along, and stand in their own part alone",
  );
});

const textOf = (db: DatabaseSync, table: string): string =>
  db
    .prepare(`select * from "${table}"`)
    .all()
    .map((row) => Object.values(row))
    .flat()
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value),
    )
    .join("\n");

/** The files of a tar of ours, by name. */
function filesIn(tar: Buffer): { readonly name: string; readonly text: string }[] {
  const files: { name: string; text: string }[] = [];
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString("latin1", at, at + 100).replaceAll("\0", "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8) || 0;
    if (name !== "") files.push({ name, text: tar.toString("latin1", at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
