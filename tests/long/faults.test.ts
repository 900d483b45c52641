/**
 * A hundred times kill -9, twenty restarts of PostgreSQL, ten full disks, while people write in every way that there is. After
 * each fault all that was acknowledged is there, nothing stands by half, and no place is held; the process ends by nothing but
 * the kill. `CND_ROUNDS=3` for a shorter run of each.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { appendFileSync, chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { initdbPath, startCluster } from "../../tools/postgres.ts";
import { serveAlone, temporary, type ServedAlone } from "../../tools/program.ts";
import { succeed } from "../commands.ts";
import { DATABASES } from "../databases.ts";
import { invitation } from "../invitation.ts";
import { halves, Ledger, readTruth } from "../kept.ts";
import { openSink } from "../mail-sink.ts";
import { fill, smallDisk } from "../small-disk.ts";
import { write } from "../writers.ts";
import type { World } from "../writing-world.ts";

const ROUNDS = Number(process.env["CND_ROUNDS"] ?? Infinity);
/** From 1 on, and which is the last. */
interface Round {
  readonly nth: number;
  readonly last: number;
}
function rounds(many: number): Round[] {
  const last = Math.min(many, ROUNDS);
  return Array.from({ length: last }, (_, i) => ({ nth: i + 1, last }));
}
const KINDS = ["record", "comment", "story", "pieces", "signature"];
const FEW = 10; // acknowledgements before a fault, and after it

for (const [name, database] of Object.entries(DATABASES))
  test(`kill -9 under writes, fifty times (${name})`, async (t) => {
    await using store = await database();
    await using house = await open(name === "SQLite" ? undefined : store.address);
    for (const round of rounds(50)) {
      await using server = await house.serve();
      await house.writing(async (more) => {
        await more(FEW);
        await sleep(Math.random() * 200);
        const ended = once(server.process, "exit");
        server.process.kill("SIGKILL");
        assert.deepEqual(await ended, [null, "SIGKILL"]);
      });
      await house.check(round);
    }
    house.say(t);
  });

test("restarts of PostgreSQL under writes, twenty times", async (t) => {
  await using cluster = await startCluster(initdbPath()!);
  await using house = await open(cluster.url);
  await using server = await house.serve();
  for (const round of rounds(20)) {
    await house.writing(async (more) => {
      await more(FEW);
      await cluster.stop();
      await sleep(200 + Math.random() * 1500);
      await cluster.start();
      await more(FEW);
    });
    await house.check(round, server);
  }
  house.say(t);
});

test("a full disk under writes, five times (SQLite)", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "80m");
  if (!disk) return t.skip("only root may mount a disk of a few megabytes");
  await using house = await open(undefined, disk.dir);
  await using server = await house.serve();
  for (const round of rounds(5)) {
    await house.writing(async (more) => {
      await more(FEW);
      fill(join(disk.dir, "filler"));
      await sleep(500 + Math.random() * 2000);
      rmSync(join(disk.dir, "filler"));
      await more(FEW);
    });
    await house.check(round, server);
  }
  house.say(t);
});

test("a full disk under writes, of the data folder and of PostgreSQL, five times", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "300m");
  if (!disk) return t.skip("only root may mount a disk of a few megabytes");
  for (const dir of [folder.dir, disk.dir]) chmodSync(dir, 0o755);
  await using cluster = await startCluster(initdbPath()!, disk.dir);
  await using house = await open(cluster.url, disk.dir);
  await using server = await house.serve();
  for (const round of rounds(5)) {
    await house.writing(async (more) => {
      await more(FEW);
      fill(join(disk.dir, "filler"));
      // Each other time it lacks room for what it writes first of all, and stops: whoever runs it starts it again.
      if (round.nth % 2 === 0) await nextSegment(cluster.url);
      await sleep(500 + Math.random() * 2000);
      rmSync(join(disk.dir, "filler"));
      await sleep(1000);
      await cluster.start();
      await more(FEW);
    });
    await house.check(round, server);
  }
  house.say(t);
});

/** A campaign with a letter, whoever writes to it, and what they were told. @param dir where its data lie */
async function open(database: string | undefined, dir?: string) {
  const folder = temporary();
  const sink = await openSink();
  const campaign = join(folder.dir, "campaign");
  const data = join(dir ?? folder.dir, "data");
  const env: Record<string, string> = {
    CND_DATA: data,
    CND_MAIL: sink.url,
    ...(database?.startsWith("postgres") && { CND_DATABASE: database }),
  };
  succeed(["init", campaign, "--yes"]);
  const letter = "---\ntitle: To everyone\nsummary: What we share.\n---\n\nWe share a line.\n";
  writeFileSync(join(campaign, "pages/letter.md"), letter);
  succeed(["import", campaign], env);
  const lots = "{ each: 1000000, total: 1000000 }";
  const kinds = ["upload", "form", "comment", "signature"];
  appendFileSync(
    join(data, "limits.yaml"),
    kinds.map((kind) => `${kind}: { hour: ${lots} }\n`).join(""),
  );
  let served: ServedAlone | undefined;
  let cookie = "";
  const ledger = new Ledger();
  const shared = { data, ledger, sink, begun: [], again: [], going: new Set<string>() };
  const counts: Pick<World, "done" | "answers"> = { done: {}, answers: {} };
  const world: World = {
    ...shared,
    ...counts,
    base: () => served!.base,
    cookie: () => cookie,
    complaints: () => served!.complaints(),
  };
  const began = performance.now();
  let done = 0;
  const kept = () => readTruth(data, database ?? join(data, "log.sqlite"));

  return {
    async serve(): Promise<ServedAlone> {
      served = await serveAlone(env);
      cookie ||= await comeIn(served.base, data);
      return served;
    },

    /** They write while `work` goes on, and then rest. `more` resolves when so many more things were acknowledged, one of each kind among them. */
    async writing(work: (more: (few: number) => Promise<void>) => Promise<void>): Promise<void> {
      const ending = new AbortController();
      const writing = write(world, ending.signal);
      writing.catch(() => undefined);
      const over = writing.then(() => true); // rejects where somebody was answered what nobody should be
      over.catch(() => undefined);
      try {
        await work(async (few) => {
          const until = performance.now() + 60_000;
          const before = { ...counts.done };
          const lacks = () => KINDS.filter((kind) => counts.done[kind] === before[kind]);
          for (
            const enough = ledger.acknowledged + few;
            ledger.acknowledged < enough || lacks().length > 0;
          ) {
            assert.ok(
              performance.now() < until,
              `not acknowledged within a minute: ${lacks().join(", ")}`,
            );
            assert.ok(!(await Promise.race([over, sleep(5, false)])), "the writers have ended");
          }
        });
      } finally {
        ending.abort();
        await writing;
      }
    },

    /** @param server that serves still */
    async check({ nth, last }: Round, server?: ServedAlone): Promise<void> {
      done = nth;
      assert.doesNotMatch(served!.complaints(), /A promise had no handler/);
      const truth = await kept();
      assert.deepEqual(ledger.lost(truth), [], `round ${nth}: what was acknowledged is lost`);
      assert.deepEqual(halves(truth), [], `round ${nth}`);
      if (server) {
        assert.deepEqual([server.process.exitCode, server.process.signalCode], [null, null]);
        await nothingIsHeld(server.base);
      }
      if (nth % 10 === 0 || nth === last) succeed(["verify"], env);
    },

    say(t: TestContext): void {
      const minutes = Math.round((performance.now() - began) / 6000) / 10;
      const { acknowledged } = ledger;
      t.diagnostic(JSON.stringify({ rounds: done, minutes, acknowledged, lost: 0, ...counts }));
    },

    async [Symbol.asyncDispose](): Promise<void> {
      if (served?.process.signalCode === null && served.process.exitCode === null)
        await served[Symbol.asyncDispose]();
      await sink[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

async function comeIn(base: string, data: string): Promise<string> {
  const link = await invitation(data, { role: "owner", name: "Amina" });
  const entered = await fetch(base + link, { method: "POST", redirect: "manual" });
  assert.equal(entered.status, 303);
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return cookies.join("; ");
}

async function nothingIsHeld(base: string): Promise<void> {
  for (let i = 0; ; i++) {
    const text = await (await fetch(`${base}/metrics`)).text();
    const held = [...text.matchAll(/^cnd_places_held\{work="(\w+)"\} ([1-9]\d*)$/gm)];
    const others = held.filter(([, kind]) => kind !== "connection");
    if (others.length === 0) return;
    assert.ok(i < 200, `held by nobody: ${others.map(([line]) => line).join(", ")}`);
    await sleep(50);
  }
}

/** It begins a file of its log, for which there is no room. */
async function nextSegment(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    for (let i = 0; i < 4; i++)
      await client.query("select pg_logical_emit_message(false, '', 'x'), pg_switch_wal()");
  } catch {
    // it has stopped
  } finally {
    await client.end().catch(() => undefined);
  }
}
