/** A machine that wakes in 1970, or whose clock moves while it serves (platform/process/README.md). */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import { clockCheck } from "../src/platform/doctor/machine.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { timeMs } from "../src/platform/records/clock.ts";
import { readEntry } from "../src/platform/records/record.ts";
import { around, program, serve, serveAlone, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { movedClock } from "./moved-clock.ts";

const A_DAY = 86_400_000; // ms
const SMALL = "docs/protocol/valid/small";
const HOUR = A_DAY / 24;
const A_MOMENT = 120; // ms, after which the program has seen that its clock was moved
const BACK_TO_1970 = -Date.now();

/** What readers get: every story, what the feed holds, and the day that the answers bear. */
async function readable(base: string) {
  const sitemap = await (await ask(`${base}/sitemap.xml`)).text();
  const stories = [...sitemap.matchAll(/<loc>[^<]*(\/stories\/[\w-]+)<\/loc>/g)].map((m) => m[1]!);
  const status: number[] = [];
  for (const story of stories) status.push((await ask(base + story)).status);
  const feed = await (await ask(`${base}/feed.xml`)).text();
  const front = await ask(`${base}/`);
  return {
    stories: status.filter((s) => s === 200).length,
    told: feed.match(/<entry[ >]/g)?.length ?? 0,
    front: (await front.text()).match(/href="\/stories\/[\w-]+"/g)?.length ?? 0,
    day: new Date(front.headers.get("date")!).toISOString().slice(0, 10),
  };
}

/** The deeds of the log, the newest time of any record; UTC ms. */
async function newestRecord(base: string): Promise<number> {
  const size = Number((await (await ask(`${base}/log/checkpoint`)).text()).split("\n")[1]);
  const [full, partial] = [Math.floor(size / 256), size % 256];
  const tail = partial > 0 ? `${three(full)}.p/${partial}` : three(full - 1);
  const bytes = await (await ask(`${base}/log/tile/entries/${tail}`)).arrayBuffer();
  const times = parseEntryBundle(new Uint8Array(bytes)).map((e) =>
    timeMs(readEntry(e).envelope.at),
  );
  return Math.max(...times);
}
const three = (n: number) => String(n).padStart(3, "0");

test("PC5 PC6 RN13 bug: a machine that woke in 1970 answered every story with 404 and said that all was well", async () => {
  using folder = temporary();
  const clock = movedClock(folder.dir);
  const data = join(folder.dir, "data");
  const env = { ...clock.env, CND_DATA: data };
  succeed(["import", SMALL], env);
  const before = await (async () => {
    await using server = await serveAlone(env);
    return await readable(server.base); // before it is stopped
  })();
  assert.ok(before.stories > 1 && before.told > 0 && before.front > 0, JSON.stringify(before));
  const seen = Number(readFileSync(join(data, "last-seen"), "utf8"));
  assert.ok(Math.abs(seen - Date.now()) < HOUR, "it is noted when it ran last");

  clock.jump(BACK_TO_1970);
  await using server = await serveAlone(env);
  const today = new Date().toISOString().slice(0, 10);
  const now = await readable(server.base);
  assert.deepEqual(now, { ...before, day: now.day });
  assert.ok(now.day === before.day || now.day === today);
  const health = await ask(`${server.base}/healthz`);
  assert.equal(health.status, 200);
  assert.match(await health.text(), /^ok, but the machine's clock says 1970-01-0\dT\d\d:\d\d UTC/);
  const metrics = await (await ask(`${server.base}/metrics`)).text();
  assert.ok(Number(/cnd_clock_behind_seconds (\d+)/.exec(metrics)?.[1]) > 365 * 24 * 3600);
  assert.match(server.complaints(), /jumped from \S+ to 1970-\S+ The program goes on from 20/);
  const found = cnd(["doctor", "--json"], env).stdout;
  const { findings } = JSON.parse(found) as {
    findings: { check: string; is: string; says: string }[];
  };
  const finding = findings.find(({ check }) => check === "clock")!;
  assert.equal(finding.is, "wrong");
  assert.match(finding.says, /1970-01-01/);

  // A link of an hour, made by a command of the same machine, holds, and what is said at the desk is dated today.
  const asked = cnd(["account", "invite", "owner", "--name", "Amina"], env);
  assert.equal(asked.status, 0, asked.stderr);
  const [path] = /\/desk\/link\/\S+/.exec(asked.stdout)!;
  const cookie = await enter(server.base, path);
  const desk = await (await ask(`${server.base}/desk`, { headers: { cookie } })).text();
  assert.match(desk, /Set this machine’s clock\. It shows 1970-01-01/);

  // Time goes on, for as long as the machine says 1970; a link ends when its time is over.
  const late = await invitation(data, { role: "editor", name: "Noor" });
  clock.pass(HOUR + 60_000);
  await sleep(A_MOMENT);
  assert.equal((await post(server.base, late)).status, 403, "an hour is an hour in 1970, too");
  clock.pass(A_DAY - HOUR);
  await sleep(A_MOMENT);
  const { day } = await readable(server.base);
  assert.equal(day, new Date(Date.parse(now.day) + A_DAY).toISOString().slice(0, 10));
  clock.jump(-BACK_TO_1970); // a time server is there again
  await sleep(A_MOMENT);
  assert.equal(await (await ask(`${server.base}/healthz`)).text(), "ok\n");
});

test("PC5 bug: of a folder that was brought in first in 1970 no story could be read", async () => {
  using folder = temporary();
  const clock = movedClock(folder.dir);
  clock.jump(BACK_TO_1970);
  const env = { ...clock.env, CND_DATA: join(folder.dir, "data") };
  await using server = await serveAlone(env, [SMALL]);
  const { stories, told } = await readable(server.base);
  assert.ok(stories > 0 && told > 0, `${stories} stories, ${told} told`);
  assert.ok((await newestRecord(server.base)) > Date.now() - 366 * A_DAY);
  assert.match(await (await ask(`${server.base}/healthz`)).text(), /^ok, but .* 1970-/);
});

test("PC5 a clock that jumps back while it serves, and one that was ahead and is set back", async () => {
  using folder = temporary();
  const clock = movedClock(folder.dir);
  const data = join(folder.dir, "data");
  const env = { ...clock.env, CND_DATA: data };
  succeed(["import", SMALL], env);
  const year = 400 * A_DAY;
  {
    await using server = await serveAlone(env);
    const before = await readable(server.base);
    clock.jump(-year);
    await sleep(A_MOMENT);
    assert.deepEqual(await readable(server.base), before);
    clock.jump(2 * year);
    await sleep(A_MOMENT);
    const ahead = await readable(server.base);
    assert.equal(ahead.day, new Date(clock.now()).toISOString().slice(0, 10));
    clock.pass(2 * HOUR); // now it is believed
    await sleep(A_MOMENT);
    assert.match(await (await ask(`${server.base}/metrics`)).text(), /cnd_clock_settled 1/);
  }
  clock.jump(-year);
  {
    await using server = await serveAlone(env);
    const { day } = await readable(server.base);
    assert.ok(Date.parse(day) > Date.now() + year - A_DAY, "it goes on from what was last seen");
  }
  await using server = await serveAlone(env, ["--set-back"]);
  const { day, stories } = await readable(server.base);
  assert.ok(Math.abs(Date.parse(day) - clock.now()) <= A_DAY);
  assert.ok(stories > 1);
  assert.equal(await (await ask(`${server.base}/healthz`)).text(), "ok\n");
});

test("PC6 the doctor says what a clock that is behind means", () => {
  const last = Date.UTC(2026, 10, 27);
  assert.match(clockCheck({ now: 0, last }).says, /1970-.*Until it is set, the program goes on/);
  assert.equal(clockCheck({ now: last, last }).is, "well");
});

/** A command in a process of its own, on the machine whose clock is moved. */
const cnd = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [program(), ...args], {
    env: { ...around(), ...env },
    encoding: "utf8",
  });

/** A line that lay still while an hour passed is closed there: it is asked on another one. */
const ask: typeof fetch = (...asked) => fetch(...asked).catch(() => fetch(...asked));
const post = (base: string, path: string) =>
  ask(base + path, { method: "POST", redirect: "manual", headers: { origin: base } });

async function enter(base: string, path: string): Promise<string> {
  const came = await post(base, path);
  assert.equal(came.status, 303, `${path}: ${came.status}`);
  return came.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
}

test("bug: a program that began in the process of another one went by the time of that one's folder, an hour or years ahead", async () => {
  using ahead = temporary();
  using folder = temporary();
  const elsewhere = { CND_DATA: join(ahead.dir, "data") };
  succeed(["import", SMALL], elsewhere);
  writeFileSync(dataPaths(elsewhere.CND_DATA).seen, `${Date.now() + 400 * A_DAY}\n`);
  succeed(["account", "list"], elsewhere);
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["import", SMALL], env);
  {
    await using server = await serve(elsewhere);
    const { day } = await readable(server.base);
    assert.ok(Date.parse(day) > Date.now() + 300 * A_DAY, day);
  }
  await using server = await serve(env);
  assert.ok(Math.abs(Date.parse((await readable(server.base)).day) - Date.now()) <= A_DAY);
  assert.ok((await newestRecord(server.base)) < Date.now() + HOUR);
});
