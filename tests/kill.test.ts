/** Power cuts: the process is killed again and again while it writes; nothing acknowledged is lost. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { registry } from "../src/models.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import type { LogTables } from "../src/platform/log/tables.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { keyFromPem } from "../src/platform/records/keys.ts";
import { signRecord } from "../src/platform/records/record.ts";
import { around, cnd, program, serveAlone, temporary } from "../tools/program.ts";
import { tablesAsText } from "./tables.ts";

const KILLS = Number(process.env["CND_KILLS"] ?? 3); // of each sort; the long run has more
const PLACES = Math.min(1500, 200 * KILLS); // of one import

test("kill -9 while serving writes: every acknowledged record is there", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  smallCampaign(join(folder.dir, "campaign"), 3);
  assert.equal(cnd(["import", join(folder.dir, "campaign")], env).code, 0);
  const owner = keyFromPem(readFileSync(join(env.CND_DATA, "keys/owner.pem"), "utf8"));
  const clock = new Clock(Date.now);
  const acknowledged: string[] = [];
  for (let i = 0; i < KILLS; i++) {
    await using server = await serveAlone(env);
    const before = acknowledged.length;
    const writing = (async () => {
      for (;;) {
        const place = signRecord(
          {
            kind: "place.named/1",
            at: clock.tick(),
            body: placeBody(`P${i}-${acknowledged.length}`),
          },
          owner,
        );
        const answer = await fetch(`${server.base}/log/records`, {
          method: "POST",
          body: JSON.stringify({ records: [asText(place)] }),
        });
        const { results } = (await answer.json()) as { results: { id: string; is: string }[] };
        assert.equal(results[0]?.is, "accepted");
        acknowledged.push(place.id);
      }
    })().catch((error: Error) => {
      if (error.name === "AssertionError") throw error; // a cut connection is what this test is about
    });
    const over = writing.then(() => true); // rejects where something was not accepted
    while (acknowledged.length < before + 2)
      assert.ok(!(await Promise.race([over, sleep(1, false)])), "the line was cut unasked");
    await sleep(Math.random() * 60);
    const ended = once(server.process, "exit");
    server.process.kill("SIGKILL");
    await Promise.all([ended, writing]);
  }
  assert.ok(acknowledged.length >= 2 * KILLS);
  await checkWhole(env, acknowledged);
});

test("kill -9 while importing: whole or not at all, and the next import completes", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const campaign = join(folder.dir, "campaign");
  smallCampaign(campaign, 3);
  assert.equal(cnd(["import", campaign], env).code, 0);
  smallCampaign(campaign, PLACES);
  const whole = await timed(
    () => void cnd(["import", campaign], { CND_DATA: copyOf(env.CND_DATA, folder.dir) }),
  );
  const seen = new Set<number>();
  for (let i = 0; i < KILLS; i++) {
    const child = spawn(process.execPath, [program(), "import", campaign], {
      stdio: "ignore",
      env: { ...around(), ...env },
    });
    const ended = once(child, "exit");
    await sleep(whole * (0.2 + 0.7 * Math.random()));
    child.kill("SIGKILL");
    await ended;
    await using db = open(env.CND_DATA);
    const { n } = await db.db
      .withTables<{ place: { subject: string } }>()
      .selectFrom("place")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    seen.add(n);
    assert.ok(n === 3 || n === PLACES, `expected 3 or ${PLACES} places, found ${n}`);
  }
  assert.equal(cnd(["import", campaign], env).code, 0);
  await checkWhole(env, []);
});

/** `verify` passes, every id is in the log, and the tables equal a rebuild. */
async function checkWhole(env: { CND_DATA: string }, ids: readonly string[]): Promise<void> {
  const verified = cnd(["verify"], env);
  assert.equal(verified.code, 0, verified.err);
  const before = await read(env.CND_DATA);
  for (const id of ids) assert.ok(before.ids.has(id), `acknowledged record ${id} is lost`);
  assert.equal(cnd(["rebuild"], env).code, 0);
  assert.equal((await read(env.CND_DATA)).tables, before.tables);
}

async function read(data: string): Promise<{ ids: Set<string>; tables: string }> {
  await using opened = open(data);
  const { db } = opened;
  const rows = await db.withTables<LogTables>().selectFrom("record").select("id").execute();
  return { ids: new Set(rows.map((r) => r.id)), tables: await tablesAsText(db, registry) };
}

function open(data: string): { db: Db } & AsyncDisposable {
  const db: Db = new Kysely({
    dialect: openStore(join(data, "log.sqlite"), { readOnly: true }).dialect,
  });
  return { db, [Symbol.asyncDispose]: () => db.destroy() };
}

function smallCampaign(dir: string, places: number): void {
  const init = cnd(["init", dir, "--yes"]);
  if (init.code !== 0) mkdirSync(dir, { recursive: true });
  const features = Array.from({ length: places }, (_, i) => ({
    type: "Feature",
    id: `place-${i}`,
    geometry: { type: "Point", coordinates: [i / 100, i / 100] },
    properties: { name: `Place ${i}`, country: "ZA" },
  }));
  writeFileSync(
    join(dir, "places.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }, null, 1),
  );
}

function copyOf(data: string, dir: string): string {
  cpSync(data, join(dir, "copy"), { recursive: true });
  return join(dir, "copy");
}

async function timed(work: () => void): Promise<number> {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const asText = (record: { entry: Uint8Array; document: Uint8Array }) => ({
  entry: Buffer.from(record.entry).toString(),
  document: Buffer.from(record.document).toString(),
});

const placeBody = (name: string) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [1, 2] },
  properties: { name, country: "ZA" },
});
