/**
 * How long a page of a thread of a thousand comments takes to make, and how heavy it is: the server on one core, over HTTP,
 * every page of three threads in three orders, after a new comment in each has made all that was kept stale.
 */
import { spawnSync } from "node:child_process";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ORDERS } from "../src/features/conversation/queries.ts";
import { ownerOf, say, sign } from "../tests/saying.ts";
import { cnd, serveAlone, temporary } from "../tools/program.ts";
import { chatter, SHAPES } from "./chatter.ts";
import { median, report } from "./report.ts";

const COMMENTS = 1000;
const ROUNDS = 7;
const AT_ONCE = 100; // records in one post

using folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const imported = cnd(["import", "campaign"], env);
if (imported.code !== 0) throw new Error(imported.err);
const threads = subjects().map(({ slug, subject }, i) => ({ slug, subject, shape: SHAPES[i]! }));
const pinned = spawnSync("taskset", ["--version"]).status === 0 ? ["taskset", "-c", "0"] : [];
await using server = await serveAlone(env, [], pinned);
const key = ownerOf(env.CND_DATA);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

let said = 0;
let heaviest = 0;
for (; said < COMMENTS; said += AT_ONCE) await sayMore(AT_ONCE);
const paths = await allPaths();
await round(); // warm

const p99s: number[] = [];
const medians: number[] = [];
for (let i = 0; i < ROUNDS; i += 1) {
  await sayMore(1);
  said += 1;
  const times = (await round()).toSorted((a, b) => a - b);
  p99s.push(times[Math.floor(times.length * 0.99)]!);
  medians.push(median(times));
}
for (const { path, shape } of firsts()) {
  const { bytes } = await ask(path);
  report({ name: `thread-first-view (${shape})`, value: bytes, unit: "bytes" });
}
report({ name: "thread-heaviest-page", value: heaviest, unit: "bytes" });
report({ name: "thread-pages", value: paths.length, unit: "pages a round" });
report({ name: "thread-uncached-p99", value: median(p99s), unit: "ms" });
report({ name: "thread-uncached-median", value: median(medians), unit: "ms" });
agent.destroy();

/** As many stories as there are shapes. */
function subjects(): { slug: string; subject: string }[] {
  using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
  const rows = db.prepare(
    "select slug, subject from address where space = 'stories' order by slug",
  );
  return (rows.all() as { slug: string; subject: string }[]).slice(0, SHAPES.length);
}

async function sayMore(count: number): Promise<void> {
  for (const { subject, shape } of threads) {
    const records = chatter(subject, shape, count, said).map((draft) => sign(key, draft));
    await say(server.base, ...records);
  }
}

function firsts(): { path: string; shape: string }[] {
  return threads.map(({ slug, shape }) => ({ path: `/stories/${slug}/conversation`, shape }));
}

async function allPaths(): Promise<string[]> {
  const all: string[] = [];
  for (const { path } of firsts())
    for (const order of ORDERS) {
      const first = `${path}${order === "oldest" ? "" : `?order=${order}`}`;
      const { html } = await ask(first, "identity");
      const pages = Number(/aria-current="page">Page 1 of (\d+)</.exec(html)?.[1]);
      if (!(pages > 20)) throw new Error(`Expected the pages of a long thread, got ${pages}.`);
      all.push(first);
      for (let n = 2; n <= pages; n += 1)
        all.push(`${path}?${order === "oldest" ? "" : `order=${order}&`}page=${n}`);
    }
  return all;
}

async function round(): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const before = performance.now();
    const { bytes } = await ask(path);
    times.push(performance.now() - before);
    heaviest = Math.max(heaviest, bytes);
  }
  return times;
}

/** @returns the bytes of status line, headers and body as they travel */
function ask(path: string, coding = "br"): Promise<{ bytes: number; html: string }> {
  return new Promise((resolve, reject) => {
    get(server.base + path, { agent, headers: { "Accept-Encoding": coding } }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`${path}: ${res.statusCode}`));
      let bytes =
        `HTTP/1.1 200 OK\r\n${res.rawHeaders.join("  ")}\r\n`.length + res.rawHeaders.length;
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => {
        bytes += part.length;
        parts.push(part);
      });
      res.on("end", () => resolve({ bytes, html: Buffer.concat(parts).toString() }));
    }).on("error", reject);
  });
}
