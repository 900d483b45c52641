/**
 * A story to 10,000 followers on 500 servers of the fediverse, each at an address of its own on loopback; 10 % of them dead
 * (half refuse, half never answer), 10 % slow (5 s). No server has a shared inbox, so each follower is a message: the
 * hardest case. First how long story pages take beside it, over interleaved runs with and without; then the process is
 * ended in the middle, once with SIGTERM, once with SIGKILL.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { privateParts } from "../src/models.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { campaignIn, tell } from "../tests/mailing.ts";
import { serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { median, report } from "./report.ts";

const FOLLOWERS = 10_000;
const HOSTS = 500;
const RUNS = 7;
const WINDOW = 6000; // ms of one measurement
const EVERY = 10; // ms between two requests
const ENDS = 4; // times that the process is ended on the way
const LIVE = FOLLOWERS * 0.9;
const PATIENCE = 15 * 60_000; // ms for one story

await pages();
for (const signal of ["SIGTERM", "SIGKILL"] as const) await ended(signal);

async function pages(): Promise<void> {
  await using house = await openHouse();
  await using server = await serveAlone(house.env);
  const paths = await storyPaths(server.base);
  await timed(server.base, paths, 3000); // warm
  const quiet: number[] = [];
  const busy: number[] = [];
  const rates: number[] = [];
  for (let run = 1; run <= RUNS; run++) {
    quiet.push(p99(await timed(server.base, paths, WINDOW)));
    const before = await house.servers.count();
    tell(house.campaign, `mast-${run}`, house.env);
    while ((await house.servers.count()) === before) await sleep(10);
    await timed(server.base, paths, 3000); // a new story has pages made anew, with and without followers
    const began = performance.now();
    const first = await house.servers.count();
    busy.push(p99(await timed(server.base, paths, WINDOW)));
    const sent = (await house.servers.count()) - first;
    rates.push((sent / (performance.now() - began)) * 1000);
    await house.arrived(LIVE * run);
    console.log(
      JSON.stringify({
        name: `delivery: run ${run}`,
        value: { quiet: quiet.at(-1), busy: busy.at(-1), load: loadavg()[0] },
      }),
    );
  }
  const peer = { "without delivery": median(quiet) };
  const value = median(busy);
  report({
    name: "delivery: p99 of story pages beside it",
    value,
    unit: "ms",
    peer,
    ratio: value / median(quiet),
  });
  report({ name: "delivery: messages in a second beside pages", value: median(rates), unit: "/s" });
  await says("seven stories", house, RUNS);
}

async function ended(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  await using house = await openHouse();
  let server: ServedAlone = await serveAlone(house.env);
  tell(house.campaign, "mast", house.env);
  const began = performance.now();
  for (let i = 1; i <= ENDS; i++) {
    while ((await house.servers.count()) < (i * LIVE) / (ENDS + 1)) await sleep(5);
    await sleep(Math.random() * 50);
    const gone = once(server.process, "exit");
    server.process.kill(signal);
    await gone;
    server = await serveAlone(house.env);
  }
  await using _ = server;
  await house.arrived(LIVE);
  const seconds = (performance.now() - began) / 1000;
  report({ name: `delivery, ${signal} ${ENDS} times: to the last`, value: seconds, unit: "s" });
  await says(signal, house, 1);
}

/** What came, what came twice, what is missing. */
async function says(name: string, { servers, inboxes }: House, stories: number): Promise<void> {
  await sleep(1000);
  const all = await servers.all();
  const different = new Set(all);
  const creates = new Set([...different].filter((pair) => pair.includes("#create ")));
  const say = (what: string, value: number, unit: string) =>
    report({ name: `delivery, ${name}: ${what}`, value, unit });
  say("live inboxes served", creates.size, `of ${inboxes.live * stories}`);
  say("came twice", all.length - different.size, "messages");
}

interface House extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  readonly campaign: string;
  readonly inboxes: { readonly live: number };
  readonly servers: { count(): Promise<number>; all(): Promise<string[]> };
  arrived(count: number): Promise<void>;
}

async function openHouse(): Promise<House> {
  const folder = temporary();
  const child = fork("bench/delivery-servers.ts");
  const [ports] = (await once(child, "message")) as [{ answers: number; silent: number }];
  const env = {
    CND_DATA: join(folder.dir, "data"),
    CND_URL: "https://campaign.example",
    CND_ALLOW_PRIVATE: "1",
  };
  const campaign = campaignIn(folder.dir, env);
  await follow(join(env.CND_DATA, "log.sqlite"), (n) => hostOf(n, ports));
  const servers = {
    count: () => ask<number>(child, "count"),
    all: () => ask<string[]>(child, "all"),
  };
  return {
    env,
    campaign,
    servers,
    inboxes: { live: LIVE },
    async arrived(count) {
      const until = performance.now() + PATIENCE;
      while ((await servers.count()) < count) {
        if (performance.now() > until)
          throw new Error(`Expected ${count} messages, ${await servers.count()} came.`);
        await sleep(50);
      }
    },
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await once(child, "exit");
      folder[Symbol.dispose]();
    },
  };
}

/** Of 500: 25 refuse, 25 never answer, 50 are slow. */
function hostOf(n: number, ports: { answers: number; silent: number }): string {
  const at = `${n >> 8}.${n & 255}`;
  if (n < 25) return `127.2.${at}:1`;
  if (n < 50) return `127.2.${at}:${ports.silent}`;
  return `${n < 100 ? "127.3" : "127.2"}.${at}:${ports.answers}`;
}

async function follow(database: string, host: (n: number) => string): Promise<void> {
  const { dialect } = openStore(database);
  const db: Db = new Kysely({ dialect });
  const privately = await openPrivate(db, privateParts);
  const rows = Array.from({ length: FOLLOWERS }, (_, i) => {
    const at = host(i % HOSTS);
    const uri = `http://${at}/users/${i}`;
    const whom = { actor: "campaign", uri, handle: `@n${i}@${at}`, host: at };
    return {
      table: "fed_follower",
      row: { ...whom, inbox: `${uri}/inbox`, shared: null, since: 1 },
    };
  });
  await privately("restore", rows);
  await db.destroy();
}

async function ask<T>(child: ChildProcess, what: string): Promise<T> {
  const answer = once(child, "message");
  child.send(what);
  return (await answer)[0] as T;
}

async function storyPaths(base: string): Promise<string[]> {
  const list = await (await fetch(`${base}/stories`)).text();
  const all = [...new Set(list.match(/\/stories\/[a-z0-9-]+/g))];
  if (all.length < 3) throw new Error(`Expected stories to measure, got ${all.length}.`);
  return all.slice(0, 10);
}

/** Times of answers, one after the other over one connection. */
async function timed(base: string, paths: readonly string[], length: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const end = performance.now() + length; performance.now() < end;) {
    const start = performance.now();
    await new Promise<void>((done, failed) => {
      get(base + paths[times.length % paths.length]!, { agent }, (res) => {
        if (res.statusCode !== 200) return failed(new Error(`Got ${res.statusCode}.`));
        res.resume().on("end", done);
      }).on("error", failed);
    });
    times.push(performance.now() - start);
    await sleep(EVERY);
  }
  agent.destroy();
  return times;
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}
