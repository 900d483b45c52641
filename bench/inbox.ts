/**
 * The inbox under a flood of 2,000 letters a second from one host: truly signed, forged, replayed, of 10 MB, deep. What is
 * answered, how long pages take beside it against without it, whether a second host is still heard, and what memory it
 * takes. All letters are signed beforehand. At last, what is led to addresses of this network.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { cnd, serveAlone, temporary } from "../tools/program.ts";
import type { Flood, FloodData, Flooded, Kind } from "./flood.ts";
import { elsewhere, letter, type Writing } from "./letters.ts";
import { median, report } from "./report.ts";

const RUNS = 7;
const SECONDS = 2; // of one flood, and of the quiet before it
const RATE = 2000;
const RATES: Readonly<Record<Kind, number>> = {
  signed: RATE,
  forged: RATE,
  replayed: RATE,
  large: 20,
  deep: 200,
};
const PATHS = ["/", "/stories", "/stories/our-first-story", "/about"];
const EVERY = 4; // ms between two pages

using folder = temporary();
const campaign = join(folder.dir, "campaign");
if (cnd(["init", campaign, "--yes"]).code !== 0) throw new Error("No campaign was made.");
const env = { CND_DATA: join(folder.dir, "data"), CND_ALLOW_PRIVATE: "1" };
if (cnd(["import", campaign], env).code !== 0) throw new Error("The campaign was not imported.");
{
  await using server = await serveAlone(env);
  await using bad = await elsewhere("127.0.0.2");
  await using good = await elsewhere("127.0.0.3");
  const port = Number(new URL(server.base).port);
  const host = `localhost:${port}`;
  const data: FloodData = {
    port,
    actor: bad.actor,
    key: bad.key.export({ type: "pkcs8", format: "pem" }),
    letters: RATE * SECONDS * RUNS,
  };
  const flooder = new Worker(new URL("./flood.ts", import.meta.url), { workerData: data });
  await once(flooder, "message");
  const writing: Writing = { host, actor: good.actor, key: good.key, from: "203.0.113.9" };
  const friend = friendOf(port, writing);
  await friend.during(1.5); // the thread begins
  await pagesDuring(server.base, 2);
  const memory = memoryOf(server.process.pid!);
  const before = memory.now();
  const quiet: number[] = [];
  const kinds = Object.keys(RATES) as Kind[];
  const seen = new Map(kinds.map((kind) => [kind, newSeen()]));
  for (let run = 0; run < RUNS; run++)
    for (const kind of kinds) {
      const without = await pagesDuring(server.base, SECONDS);
      flooder.postMessage({ kind, seconds: SECONDS, rate: RATES[kind] } satisfies Flood);
      const answered = once(flooder, "message");
      const [beside] = await Promise.all([
        pagesDuring(server.base, SECONDS),
        friend.during(SECONDS),
        memory.during(SECONDS),
      ]);
      const [{ sent, counted }] = (await answered) as [Flooded];
      const one = seen.get(kind)!;
      quiet.push(without);
      one.beside.push(beside);
      one.ratios.push(beside / without);
      one.sent += sent;
      for (const [status, n] of Object.entries(counted))
        one.counted[status] = (one.counted[status] ?? 0) + n;
    }
  for (const [kind, { beside, ratios, sent, counted }] of seen) {
    console.log(JSON.stringify({ name: `inbox-${kind}-answers`, sent, ...counted }));
    const peer = { "without it": median(quiet) };
    report({
      name: `inbox-${kind}-pages-p99`,
      value: median(beside),
      unit: "ms",
      peer,
      ratio: median(ratios),
    });
  }
  const { taken, written, times } = friend;
  report({ name: "inbox-second-host-taken", value: taken, unit: `letters of ${written}` });
  report({ name: "inbox-second-host-p99", value: at(times, 0.99), unit: "ms" });
  report({ name: "inbox-keys-asked-of-the-first-host", value: bad.asked(), unit: "requests" });
  await sleep(10_000);
  const after = memory.now();
  report({ name: "inbox-memory-peak", value: memory.peak, unit: "MB", peer: { before, after } });
  await flooder.terminate();
}
await misled();

/** A letter whose key stands in this network, to an instance that is not set up for tests. */
async function misled(): Promise<void> {
  let reached = 0;
  const inside = createServer((_req, res) => {
    reached += 1;
    res.end("{}");
  });
  await new Promise<void>((done) => inside.listen(0, "127.0.0.1", done));
  const { port: own } = inside.address() as { port: number };
  await using server = await serveAlone({
    CND_DATA: env.CND_DATA,
    CND_URL: "https://campaign.example",
  });
  const port = Number(new URL(server.base).port);
  await using bad = await elsewhere("127.0.0.2");
  const places = ["127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"];
  const keys = places.flatMap((place) => [`https://${place}:${own}/k`, `http://${place}:${own}/k`]);
  const statuses: number[] = [];
  for (const [i, keyId] of [...keys, "https://169.254.169.254/k"].entries()) {
    const from = `198.51.100.${i}`;
    const actor = keyId.replace(/k$/, "ann");
    const writing = { host: "campaign.example", actor, key: bad.key, keyId, from };
    statuses.push((await sendTo(port, letter(writing, `m${i}`))).status);
  }
  report({
    name: "inbox-misled-refused",
    value: statuses.filter((status) => status === 401).length,
    unit: `letters of ${statuses.length}`,
  });
  report({ name: "inbox-misled-reached-inside", value: reached, unit: "requests" });
  inside.close();
}

interface Seen {
  readonly beside: number[];
  readonly ratios: number[];
  sent: number;
  readonly counted: Record<string, number>;
}
function newSeen(): Seen {
  return { beside: [], ratios: [], sent: 0, counted: {} };
}

/** The 99th part of a hundred of the times of pages, asked for during that time. */
async function pagesDuring(base: string, seconds: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const began = performance.now();
    const answer = await fetch(base + PATHS[times.length % PATHS.length]!);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A page was answered ${answer.status}.`);
    times.push(performance.now() - began);
    await sleep(EVERY);
  }
  return at(times, 0.99);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;
}

/** The second host: four letters a second. */
function friendOf(port: number, writing: Writing) {
  const times: number[] = [];
  const friend = {
    times,
    taken: 0,
    written: 0,
    async during(seconds: number): Promise<void> {
      const end = performance.now() + seconds * 1000;
      while (performance.now() < end) {
        const bytes = letter(writing, `g${friend.written++}`);
        const { status, ms } = await sendTo(port, bytes);
        times.push(ms);
        if (status === 202) friend.taken += 1;
        else console.log(JSON.stringify({ name: "inbox-second-host-refused", value: status }));
        await sleep(250);
      }
    },
  };
  return friend;
}

function sendTo(port: number, bytes: Buffer): Promise<{ status: number; ms: number }> {
  const [head = "", body = ""] = bytes.toString("latin1").split("\r\n\r\n");
  const lines = head.split("\r\n").slice(1);
  const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s)));
  const began = performance.now();
  return new Promise((done, failed) => {
    const req = request({ port, host: "127.0.0.1", method: "POST", path: "/ap/inbox", headers });
    req.on("response", (res) => {
      res.resume();
      res.on("end", () => done({ status: res.statusCode!, ms: performance.now() - began }));
    });
    req.on("error", failed);
    req.end(Buffer.from(body, "latin1"));
  });
}

function memoryOf(pid: number) {
  const now = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
  const memory = {
    peak: 0,
    now,
    async during(seconds: number): Promise<void> {
      const end = performance.now() + seconds * 1000;
      for (; performance.now() < end; await sleep(100)) memory.peak = Math.max(memory.peak, now());
    },
  };
  return memory;
}
