/** What is kept and what is published of measurements, on both databases, through the log's thread. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { privateParts } from "../src/models.ts";
import { openBudgets } from "../src/platform/budget/budget.ts";
import { openLocked, type Settings } from "../src/commands/context.ts";
import { importInto } from "../src/commands/import.ts";
import { campaignFrame } from "../src/features/campaign/api.ts";
import { cellAt } from "../src/features/measurements/cell.ts";
import { measurementEndpoints } from "../src/features/measurements/endpoints.ts";
import type { RawRow } from "../src/features/measurements/private.ts";
import { aggregateList } from "../src/features/measurements/queries.ts";
import { closeMonths } from "../src/features/measurements/commands.ts";
import { measurementsCsv } from "../src/features/measurements/table.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { readState, writeState } from "../src/platform/log/state.ts";
import { logCounts } from "../src/platform/log/reading.ts";
import { migrateLog, type LogTables } from "../src/platform/log/tables.ts";
import type { Instance } from "../src/platform/process/instance.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { signRecord } from "../src/platform/records/record.ts";
import { createRouter } from "../src/platform/web/router.ts";
import { temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { DATABASES } from "./databases.ts";
import { dayThatHolds } from "./day.ts";

const MONTH = (await dayThatHolds()).slice(0, 7);
const CELL = cellAt(-32, 29);
const PLACE = "mankosi";
const hex = () => randomBytes(16).toString("hex");

const result = (more: object = {}) => ({
  budget: 200_000,
  used: 181_000,
  sent: 11,
  lost: 0,
  latency: { median: 45, low: 40, high: 60, n: 10 },
  down: { kbps: 510, says: "about", error: 0.1 },
  up: { kbps: 250, says: "at-least", error: 0 },
  failures: [],
  ...more,
});
const sent = (more: object = {}) => ({
  id: hex(),
  token: hex(),
  month: MONTH,
  where: { cell: CELL },
  result: result(),
  ...more,
});

interface House extends AsyncDisposable {
  readonly instance: Instance;
  post(body: unknown, type?: string): Promise<{ status: number; line: string }>;
  /** What was kept since the test began. */
  raw(): Promise<RawRow[]>;
  /** How many phones are in what was said since then. */
  said(): Promise<number[]>;
}

/** One for all tests of a database: each has its own cells, and its own budgets (`enter`). */
async function openShared(address: string | undefined) {
  const folder = temporary();
  const dir = join(folder.dir, "data");
  const settings: Settings = {
    port: 0,
    host: "127.0.0.1",
    data: dir,
    url: undefined,
    database: address,
    mail: undefined,
    trailDays: 400,
    dev: false,
  };
  if (address === undefined) await firstCampaign(dir);
  const instance = await openLocked(settings, dir, "example.org/log");
  assert.ok(instance);
  if (address !== undefined) await importInto(instance, "campaign");
  return {
    instance,
    async [Symbol.asyncDispose]() {
      await instance[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

async function enter(instance: Instance): Promise<House> {
  const endpoints = measurementEndpoints({
    instance,
    budgets: openBudgets(),
    frame: (db) => campaignFrame(db, "http://localhost"),
  });
  const router = createRouter(Object.entries(endpoints));
  const server: Server = createServer((req, res) => {
    const url = new URL(req.url!, "http://localhost");
    const { value: own, ...asked } = router.match(req.method!, url.pathname)!;
    void own(req, res, { ...asked, path: url.pathname, search: url.searchParams });
  }).listen(0);
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const all = () =>
    instance.db
      .withTables<{ private_measurement: RawRow }>()
      .selectFrom("private_measurement")
      .selectAll()
      .execute();
  const kept = new Set((await all()).map(({ id }) => id));
  const known = new Set((await saidIn(instance)).map(({ id }) => id));
  return {
    instance,
    async post(body, type = "application/json") {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const answer = await fetch(`http://127.0.0.1:${port}/measurements`, {
        method: "POST",
        headers: { "content-type": type },
        body: text,
        redirect: "manual",
      });
      return { status: answer.status, line: await answer.text() };
    },
    raw: async () => (await all()).filter(({ id }) => !kept.has(id)),
    said: async () =>
      (await saidIn(instance))
        .flatMap(({ id, n }) => (known.has(id) ? [] : [n]))
        .toSorted((a, b) => a - b),
    [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      return Promise.resolve();
    },
  };
}

const BAD: Readonly<Record<string, unknown>> = {
  "no JSON": "hello",
  "an empty body": "",
  "a list": [],
  "a negative speed": sent({ result: result({ down: { kbps: -5, says: "about", error: 0.1 } }) }),
  "an absurd speed": sent({ result: result({ down: { kbps: 1e30, says: "about", error: 0.1 } }) }),
  "a negative time": sent({ result: result({ latency: { median: -1, low: 0, high: 1, n: 3 } }) }),
  "more lost than sent": sent({ result: result({ lost: 12 }) }),
  "nothing measured": sent({
    result: { budget: 0, used: 0, sent: 0, lost: 0, failures: [] },
  }),
  "an unknown reason": sent({
    result: result({ failures: [{ test: "down", reason: "my Wi-Fi is called X" }] }),
  }),
  "a field of its own": sent({ ssid: "home" }),
  "a month to come": sent({ month: "2099-01" }),
  "a month long closed": sent({ month: "2020-01" }),
  "no month": sent({ month: "2026-13" }),
  "an unknown cell": sent({ where: { cell: "87bc0a245ffffff" } }),
  "a cell off the earth": sent({ where: { cell: "8428309fffffff0f" } }),
  "an unknown place": sent({ where: { place: "atlantis" } }),
  "a short token": sent({ token: "abc" }),
};

for (const [name, database] of Object.entries(DATABASES)) {
  const shared = new AsyncDisposableStack();
  let instance: Instance;
  before(async () => {
    const { address } = shared.use(await database());
    ({ instance } = shared.use(await openShared(name === "SQLite" ? undefined : address)));
  });
  after(() => shared.disposeAsync());
  const opened = () => enter(instance);

  test(`MR1 bad input is one line and nothing is kept: ${name}`, async () => {
    await using house = await opened();
    const records = (await logCounts(house.instance.db)).records;
    for (const [what, body] of Object.entries(BAD)) {
      const { status, line } = await house.post(body);
      assert.equal(status, 400, `${what}: ${line}`);
      assert.match(line, /^[^\n]+: expected [^\n]+\.\n$/, what);
    }
    const { status } = await house.post(JSON.stringify(sent()) + " ".repeat(5000));
    assert.equal(status, 413);
    const form = "application/x-www-form-urlencoded";
    assert.equal((await house.post(`place=${PLACE}&down=fast`, form)).status, 400);
    assert.equal((await house.post(`place=${PLACE}&down=&up=&latency=`, form)).status, 400);
    for (const lang of ["constructor", "__proto__", "//example.org", "fr\r\nx"])
      assert.equal(
        (
          await house.post(
            new URLSearchParams({ lang, place: PLACE, down: "fast" }).toString(),
            form,
          )
        ).status,
        400,
        lang,
      );
    assert.deepEqual(await house.raw(), []);
    assert.equal((await logCounts(house.instance.db)).records, records);
  });

  test(`MS5 what is typed in is read as the language of the form writes it: ${name}`, async () => {
    await using house = await opened();
    const form = "application/x-www-form-urlencoded";
    for (const [lang, down, kbps] of [
      ["en", "2.5", 2500],
      ["en", "2,5", 2500],
      ["fr", "2,5", 2500],
      ["en", "1,250", 1_250_000],
      ["ar", "٢٫٥", 2500],
      ["hi", "२.५", 2500],
    ] as const) {
      const typed = new URLSearchParams({ lang, place: PLACE, down, up: "", latency: "" });
      const kept = new Set((await house.raw()).map(({ id }) => id));
      assert.equal((await house.post(typed.toString(), form)).status, 303, `${down} in ${lang}`);
      const added = (await house.raw()).filter(({ id }) => !kept.has(id));
      assert.deepEqual(
        added.map((row) => row.down),
        [kbps],
        `${down} in ${lang}`,
      );
    }
  });

  test(`MR2 a position finer than a quarter of a degree is refused: ${name}`, async () => {
    await using house = await opened();
    for (const near of [
      [-31.7501, 29.25],
      [-31.75, 29.3],
      [91, 0],
      [0, -180.25],
      ["0", 0],
    ])
      assert.equal((await house.post(sent({ where: { near } }))).status, 400, String(near));
    for (const where of [{ near: [-32, 29] }, { cell: CELL }, { place: PLACE }])
      assert.equal((await house.post(sent({ where }))).status, 200, JSON.stringify(where));
    assert.equal((await house.raw()).length, 3);
  });

  test(`MR3 what is kept is a cell, a month, figures and a hash: ${name}`, async () => {
    await using house = await opened();
    const one = sent({ where: { near: [-32, 29] } });
    assert.equal((await house.post(one)).status, 200);
    const [row] = await house.raw();
    assert.equal(row?.cell, CELL);
    assert.match(row?.token ?? "", /^[0-9a-f]{64}$/);
    const text = JSON.stringify(row);
    assert.ok(!text.includes(one.token));
    assert.doesNotMatch(text, /127\.0\.0\.1|-32|20\d\d-\d\d-\d\d/);
    await house.post({ ...one, id: hex(), where: { place: PLACE } });
    await house.post({ ...one, id: hex(), where: { cell: cellAt(40, 3) } });
    const tokens = new Set((await house.raw()).map((r) => `${r.cell} ${r.token}`));
    const hashes = new Set((await house.raw()).map((r) => r.token));
    assert.equal(tokens.size, hashes.size, "two cells cannot be joined by a hash");
  });

  test(`MR4 raw measurements survive a rebuild and are in no record: ${name}`, async () => {
    await using house = await opened();
    const records = (await logCounts(house.instance.db)).records;
    await house.post(sent({ where: { cell: cellAt(20, 30) } }));
    const kept = await house.raw();
    assert.equal(kept.length, 1);
    await house.instance.log.rebuild();
    assert.deepEqual(await house.raw(), kept);
    assert.equal((await logCounts(house.instance.db)).records, records);
  });

  test(`MR5 the same result is kept once; one phone can fill no more than its bound: ${name}`, async () => {
    await using house = await opened();
    const one = sent();
    for (let i = 0; i < 3; i++) assert.equal((await house.post(one)).status, 200);
    assert.equal((await house.raw()).length, 1);
    let refused = 0;
    for (let i = 0; i < 45; i++)
      if ((await house.post({ ...one, id: hex() })).status === 429) refused += 1;
    assert.equal(refused, 6);
    assert.equal((await house.raw()).length, 40);
  });

  test(`V1 private tables are migrated once and forward only: ${name}`, async () => {
    await using house = await opened();
    await house.post(sent());
    assert.equal(await readState(house.instance.db, "private:measurements"), "1");
    await using made = await database();
    await migrateLog(made.db, made.store);
    for (let i = 0; i < 2; i++) await openPrivate(made.db, privateParts);
    await made.db.transaction().execute((tx) => writeState(tx, { "private:measurements": "9" }));
    await assert.rejects(openPrivate(made.db, privateParts), /newer program/);
  });

  test(`MA2 published with five phones, then with ten, never in between: ${name}`, async () => {
    await using house = await opened();
    const form = "application/x-www-form-urlencoded";
    const where = { place: "nangi" };
    const again = sent({ where });
    await house.post(again);
    for (let i = 0; i < 3; i++) await house.post({ ...again, id: hex() });
    for (let i = 0; i < 3; i++) await house.post(sent({ where }));
    assert.equal((await house.post("place=nangi&down=9&up=&latency=", form)).status, 303);
    assert.deepEqual(await house.said(), []);
    await house.post(sent({ where }));
    assert.deepEqual(await house.said(), [5]);
    for (let i = 0; i < 4; i++) await house.post(sent({ where }));
    assert.deepEqual(await house.said(), [5]);
    await house.post(sent({ where }));
    assert.deepEqual(await house.said(), [5, 10]);
  });

  test(`MA5 the aggregate of most phones stands, with units and n: ${name}`, async () => {
    await using house = await opened();
    const where = { place: "melling" };
    const form = "application/x-www-form-urlencoded";
    await house.post("place=melling&down=9&up=&latency=", form);
    for (let i = 0; i < 10; i++) await house.post(sent({ where }));
    assert.equal((await house.said()).length, 2);
    const lines = (await house.instance.snapshot((db) => aggregateList(db))).filter(({ places }) =>
      places.some(({ slug }) => slug === where.place),
    );
    assert.deepEqual(
      lines.map(({ n, month, typed }) => ({ n, month, typed })),
      [{ n: 10, month: MONTH, typed: 1 }],
    );
    assert.deepEqual(lines[0]?.down, { n: 10, q1: 510, median: 510, q3: 510, atLeast: 0 });
    assert.equal(lines[0]?.up?.atLeast, 10);
    const [head, line, end] = measurementsCsv(lines).split("\r\n");
    assert.match(
      head ?? "",
      /^cell,latitude,longitude,month,browsers,.*down_median_kbps.*latency_median_ms/,
    );
    assert.equal(line?.split(",").length, head?.split(",").length);
    assert.equal(end, "");
  });

  test(`MA4 an aggregate of more phones than 32 bits count is read as it was said: ${name}`, async () => {
    await using house = await opened();
    const { log, folder } = house.instance;
    const n = 3_000_000_000;
    const requests = { sent: n, lost: 0 };
    const cell = cellAt(30, 40);
    const body = { cell, month: MONTH, n, requests, failures: {}, typed: 0 };
    const draft = { kind: "measurement.aggregated/1", at: new Clock(Date.now).tick(), body };
    const { results } = await log.append([signRecord(draft, folder.keys.owner)]);
    assert.equal(results[0]?.is, "accepted");
    const lines = await house.instance.snapshot((db) => aggregateList(db));
    assert.deepEqual(
      lines.flatMap((line) => (line.cell === cell ? [line.n] : [])),
      [n],
    );
  });

  test(`MA6 a month closes: what is left is said, then the hashes are gone: ${name}`, async () => {
    await using house = await opened();
    const where = { cell: cellAt(-40, -70) };
    for (let i = 0; i < 12; i++) await house.post(sent({ where }));
    const [year, month] = MONTH.split("-").map(Number) as [number, number];
    const dayAfter = (day: number) =>
      new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
    await closeMonths(house.instance, dayAfter(7));
    assert.ok((await house.raw()).every(({ token }) => token !== null));
    for (let i = 0; i < 3; i++) await house.post(sent({ where }));
    await closeMonths(house.instance, dayAfter(8));
    assert.deepEqual(await house.said(), [5, 10, 15]);
    assert.equal((await house.raw()).length, 15);
    assert.ok((await house.raw()).every(({ token }) => token === null));
  });
}

async function saidIn({ db }: Instance): Promise<{ id: string; n: number }[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["id", "document"])
    .where("kind", "=", "measurement.aggregated/1")
    .execute();
  return rows.map(({ id, document }) => {
    const { say } = JSON.parse(Buffer.from(document!).toString()) as { say: { n: number } };
    return { id, n: say.n };
  });
}
