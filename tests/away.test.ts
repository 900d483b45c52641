/** PostgreSQL is restarted or stopped under an instance that serves from it (src/platform/db/README.md). */
import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { initdbPath, startCluster, type Cluster } from "../tools/postgres.ts";
import { cnd, serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";

const folder = temporary();
const data = join(folder.dir, "data");
let cluster: Cluster;
let env: Record<string, string>;
let server: ServedAlone;

before(async () => {
  cluster = await startCluster(initdbPath()!);
  env = { CND_DATA: data, CND_DATABASE: cluster.url };
  succeed(["init", join(folder.dir, "campaign"), "--yes"]);
  succeed(["import", join(folder.dir, "campaign")], env);
  server = await serveAlone(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  await cluster?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const place = (name: string) =>
  sign(ownerOf(data), { kind: "place.named/1", body: placeBody(name) });
const status = async (path: string) => (await fetch(server.base + path)).status;
async function isBack(): Promise<void> {
  for (let i = 0; (await status("/healthz")) !== 200; i++) {
    assert.ok(i < 100, "it did not come back by itself");
    await sleep(100);
  }
}

async function asked<Row>(query: string): Promise<Row[]> {
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  try {
    return (await client.query(query)).rows as Row[];
  } finally {
    await client.end();
  }
}

test("DB1 DB3 a restart of PostgreSQL under writes: each that is acknowledged is there once, and the program goes on", async () => {
  const acknowledged: string[] = [];
  const ending = new AbortController();
  const write = async (who: number) => {
    for (let i = 0; !ending.signal.aborted; i++) {
      const record = place(`W${who}-${i}`);
      const answer = await post(server.base, record);
      const text = await answer.text();
      assert.equal(answer.status, 200, text);
      const { results } = JSON.parse(text) as Answer;
      assert.equal(results[0]!.is, "accepted");
      acknowledged.push(record.id);
    }
  };
  const writing = Promise.all([0, 1, 2].map(write));
  writing.catch(() => undefined);
  const over = writing.then(() => true); // rejects where something was not accepted
  const more = async () => {
    const enough = acknowledged.length + 4;
    while (acknowledged.length < enough)
      assert.ok(!(await Promise.race([over, sleep(5, false)])), "the writers have ended");
  };
  for (let i = 0; i < 2; i++) {
    await more();
    await cluster.stop();
    await sleep(200);
    await cluster.start();
  }
  await more();
  ending.abort();
  await writing;
  assert.equal(server.process.exitCode, null);
  const rows = await asked<{ id: string }>("select id from record");
  const ids = new Set(rows.map((row) => row.id));
  for (const id of acknowledged) assert.ok(ids.has(id), `acknowledged record ${id} is lost`);
  assert.equal(ids.size, rows.length);
  succeed(["verify"], env);
});

test("DB2 DB4 while PostgreSQL is away pages are served as they are kept, others and writes say when to try again", async () => {
  await isBack(); // of the test before: while one asks for it, others are told to come again
  assert.equal(await status("/"), 200);
  await say(server.base, place("One that changes what pages rest on"));
  assert.equal(await status("/pages/about"), 200);
  await cluster.stop();
  for (const path of ["/", "/pages/about"])
    assert.equal(await status(path), 200, `${path} was kept`);
  const unkept = await fetch(`${server.base}/pages/privacy`);
  assert.equal(unkept.status, 503);
  assert.ok(Number(unkept.headers.get("retry-after")) > 0);
  assert.match(await unkept.text(), /<h1>[^<]*is unavailable/);
  const health = await fetch(`${server.base}/healthz`);
  assert.deepEqual([health.status, await health.text()], [503, "the database is away\n"]);
  assert.match(await (await fetch(`${server.base}/metrics`)).text(), /^cnd_database_away 1$/m);
  const began = performance.now();
  const [waits, refused] = [place("One that waits"), place("One that is refused")];
  const answer = await post(server.base, refused);
  const took = performance.now() - began;
  assert.equal(answer.status, 503);
  assert.ok(took > 8000 && took < 25_000, `it waited ${took} ms`);
  assert.equal(((await answer.json()) as Answer).error, "away");
  const waiting = post(server.base, waits);
  await sleep(500);
  await cluster.start();
  assert.equal((await waiting).status, 200);
  await isBack();
  assert.equal(await status("/pages/privacy"), 200);
  assert.equal(server.process.exitCode, null);
  const ids = (await asked<{ id: string }>("select id from record")).map((row) => row.id);
  assert.deepEqual([ids.includes(waits.id), ids.includes(refused.id)], [true, false]);
});

test("DB5 who finds another writer in its database says so and ends, and so does whoever begins beside one", async () => {
  const ended = once(server.process, "exit") as Promise<[number]>;
  let err = "";
  server.process.stderr!.on("data", (text: string) => (err += text));
  const other = new Client({ connectionString: cluster.url });
  await other.connect();
  const taken = other.query("select pg_advisory_lock(4712)"); // waits in the line for it
  await asked(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 4712 and granted",
  );
  await taken;
  const [code] = await ended;
  assert.equal(code, 1);
  assert.match(err, /^Another program writes into this database/m);
  const beside = cnd(["serve"], { ...env, PORT: "0" });
  assert.equal(beside.code, 1);
  assert.match(beside.err, /^Another program writes into this database/m);
  await other.end();
});
