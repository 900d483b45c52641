/**
 * The ten requests by which a stranger takes most of the thread that serves: every address that the program has, each in several
 * odd ways, one at a time, on a program that is warm and a page that is not kept. In time of that thread, so that load is nothing.
 * `place` names the places for which such a request waits; it fails where one takes more than 50 ms without any.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Kysely } from "kysely";
import { features } from "../src/app.ts";
import { openLocked, type Settings } from "../src/commands/context.ts";
import { servicesOf } from "../src/commands/serve-services.ts";
import { webOf } from "../src/commands/serve-web.ts";
import type { Kind } from "../src/platform/budget/limits.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { listen } from "../src/platform/web/listen.ts";
import { firstCampaign } from "../tests/campaigns.ts";
import { ownerOf, say, sign } from "../tests/saying.ts";
import { pagesOf } from "../tests/served-pages.ts";
import { temporary } from "../tools/program.ts";
import { chatter } from "./chatter.ts";
import { median } from "./report.ts";

const MOST = 50; // ms
const TIMES = 3;
const SHOWN = 10;
const COMMENTS = 500;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Cost {
  readonly asked: Asked;
  readonly route: string;
  readonly ms: number;
  readonly place: readonly Kind[];
  readonly status: number;
}

using folder = temporary();
const data = join(folder.dir, "data");
await firstCampaign(data);
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
await using instance = (await openLocked(settings, data, "cnd"))!;
const serving = servicesOf(instance, settings, () => undefined);
const entered = new Set<Kind>();
const enter = serving.budgets.enter.bind(serving.budgets);
Object.assign(serving.budgets, {
  enter: (...args: Parameters<typeof enter>) => (entered.add(args[0]), enter(...args)),
  take: () => true, // so many within an hour are another bound
});
const patterns: string[] = [];
const { web } = webOf(instance, serving, false);
await serving.jobs.start({}, {});
const server = await listen(web, serving.budgets, settings);
const { port } = server.address() as { readonly port: number };
const base = `http://127.0.0.1:${port}`;
for (const one of features)
  for (const address of Object.keys(one.machine?.(serving) ?? {})) patterns.push(address);

/** Who asks works in a thread of its own, so that nothing of that is counted. */
const stranger = new Worker(
  `const { parentPort } = require("node:worker_threads");
  const { Agent, request } = require("node:http");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  parentPort.on("message", ({ method, path, headers, body }) => {
    const sent = request({ port: ${port}, host: "127.0.0.1", agent, method, path, headers }, (answer) => {
      answer.on("error", () => parentPort.postMessage(0)).resume();
      answer.on("end", () => parentPort.postMessage(answer.statusCode));
    });
    sent.on("error", () => parentPort.postMessage(0));
    sent.end(body);
  });`,
  { eval: true },
);
let network = 0;
async function ask({ method, path, headers, body }: Asked): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  stranger.once("message", resolve);
  network += 1; // nobody's places are taken
  const from = `198.18.${network % 250}.1`;
  stranger.postMessage({ method, path, headers: { ...headers, "X-Forwarded-For": from }, body });
  return promise;
}

const LONG = "n".repeat(3000);
const VALUES = [
  "1",
  "2",
  "999999",
  "-1",
  LONG,
  "%00%F0%9F%98%80",
  "../../etc",
  "2026-01-01",
  "yes",
];
const ODD = { "Accept-Language": Array.from({ length: 200 }, (_, i) => `x-${i};q=0.${i}`).join() };
const RANGES = { Range: `bytes=${Array.from({ length: 200 }, (_, i) => `${i}-`).join()}` };
const forms = (fields: Readonly<Record<string, string>>, path: string): Asked => ({
  method: "POST",
  path,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});
const words = (n: number) => Array.from({ length: n }, (_, i) => "aeiourstnl"[i % 10]).join(" ");

/** All addresses of the campaign, and what their routes know, in odd ways. */
async function candidates(): Promise<Asked[]> {
  const found: Asked[] = [];
  const get = (path: string, headers?: Asked["headers"]) =>
    found.push({ method: "GET", path, ...(headers && { headers }) });
  const pages = await pagesOf(base);
  const stories = pages.filter((path) => /^\/stories\/[^/?]+$/.test(path));
  const one = { story: stories[0]!.slice("/stories/".length) };
  const routes = features.flatMap((f) => f.routes);
  const exact = routes.map(({ path }) => path).filter((path) => !path.includes(":"));
  const below = routes.flatMap(({ path }) => {
    const [, above, rest] = /^(\/\w+\/):\w+(\/[\w/.]+)$/.exec(path) ?? [];
    const thing = pages.find((page) => page.startsWith(above!) && page.split("/").length === 3);
    return thing ? [thing + rest] : [];
  });
  for (const path of new Set([...pages, ...exact, ...below])) {
    get(path);
    get(`/fr${path}`);
  }
  for (const { path, query } of routes)
    for (const name of Object.keys(query ?? {}))
      for (const value of VALUES) {
        const at = [...exact, ...below, ...pages].find((other) => matches(path, other));
        if (at !== undefined) get(`${at.split("?")[0]}?${name}=${value}`);
      }
  const things = { ":slug": one.story, ":id": "a".repeat(22), ":secret": newSecret() };
  for (const address of patterns) {
    const [method, path] = address.split(" ");
    if (path!.startsWith("/desk")) continue;
    const named = path!
      .replace(/:(\w+)(\{[^/]*)?/g, (name) => things[name as keyof typeof things] ?? one.story)
      .replace("*", one.story);
    if (method === "GET") get(named);
    if (method === "POST") {
      found.push(forms({ id: newSecret(), text: `a${" ".repeat(60_000)}b`, name: "x" }, named));
      found.push(forms({ text: "# ".repeat(20_000) }, named), forms({ [LONG]: LONG }, named));
      found.push({
        method,
        path: named,
        headers: { "Content-Type": "application/json" },
        body: "[".repeat(60_000),
      });
    }
  }
  for (const q of [
    LONG,
    words(100),
    "a",
    "nothinglikethisanywhere",
    "network village school",
    "é".repeat(200),
    "a* OR b*",
    "村".repeat(200),
  ])
    for (const lang of ["", "/fr", "/ar"])
      get(`${lang}/search?q=${encodeURIComponent(q)}&page=999`);
  for (const path of [
    "/log",
    "/log?page=2",
    "/log/checkpoint",
    "/log/vkey",
    "/log/tile/0/000",
    "/log/tile/0/000.p/250",
    "/healthz",
    "/sitemap.xml",
    "/feed.xml",
    "/cards.png",
    "/nothing",
    `/${LONG}`,
    `/fr/fr/fr/${"a/".repeat(1000)}`,
    `/stories?${"topic=x&".repeat(400)}`,
    `/stories?${"%F0%9F%98%80=1&".repeat(200)}`,
    "/updates",
    "/tried",
    "/real",
  ])
    get(path);
  const html = await (await fetch(base + stories[0]!)).text();
  for (const [media] of html.matchAll(/\/media\/[\w.-]+/g)) get(media, RANGES);
  for (const story of stories.slice(0, 3)) {
    get(story, ODD);
    get(`/cards${story}.png`);
    get(`${story}.epub`);
    get(`${story}/comment`);
    for (const order of ["", "?order=newest", "?order=helpful"])
      get(`${story}/conversation${order}`);
  }
  const logged = await (await fetch(`${base}/log`)).text();
  for (const [, at] of logged.matchAll(/href="(\/log\/[^"]+)"/g)) get(at!);
  return [...new Map(found.map((asked) => [JSON.stringify(asked), asked])).values()];
}
const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+(\{[^/]*\})?/g, "[^/]+")}$`).test(path.split("?")[0]!);

async function cost(asked: Asked, times: number): Promise<Cost> {
  const all: number[] = [];
  let status = 0;
  entered.clear();
  for (let i = 0; i < times; i++) {
    web.cache.clear();
    await new Promise((done) => setTimeout(done, 2));
    const before = process.threadCpuUsage();
    status = await ask(asked);
    const { user, system } = process.threadCpuUsage(before);
    all.push((user + system) / 1000);
  }
  const [path = ""] = asked.path.split("?");
  const route = `${asked.method} ${path.slice(0, 60)}`;
  return { asked, route, ms: median(all), status, place: [...entered].toSorted() };
}

await fillThread();
const all = await candidates();
const costs: Cost[] = [];
for (const asked of all) costs.push(await cost(asked, 1));
const dear = costs.toSorted((a, b) => b.ms - a.ms);
const heavy = new Set([
  ...dear.slice(0, 60),
  ...dear.filter(({ place }) => place.length === 0 || place.join() === "body").slice(0, 40),
]);
const again: Cost[] = [];
for (const { asked } of heavy) again.push(await cost(asked, TIMES));
const byCost = again.toSorted((a, b) => b.ms - a.ms);
for (const one of oneEach(byCost).slice(0, SHOWN)) show("strangers", one);
// How far the others are from the bound, and those for which there is no more than the place of a body.
const bare = byCost.filter(({ place }) => place.length === 0);
for (const one of oneEach(bare).slice(0, 3)) show("strangers, no place", one);
const sent = byCost.filter(({ place }) => place.join() === "body");
for (const one of oneEach(sent).slice(0, 3)) show("strangers, a body's place", one);
const over = bare.filter(({ ms }) => ms > MOST).length;
console.log(JSON.stringify({ name: "strangers-asked", value: all.length, unit: "requests", over }));
if (over > 0 || all.length < 1000) process.exitCode = 1;
await stranger.terminate();
server.closeAllConnections();
server.close();
web.close();
await serving.jobs.close();
process.exit();

/** The dearest of each address. */
function oneEach(some: readonly Cost[]): readonly Cost[] {
  const first = new Map<string, Cost>();
  for (const one of some) if (!first.has(one.route)) first.set(one.route, one);
  return [...first.values()];
}

function show(name: string, { asked, route, ms, place, status }: Cost): void {
  const [, query = ""] = asked.path.split("?");
  const more = {
    ...(query !== "" && { query: query.slice(0, 60) }),
    ...(asked.body && { bytes: asked.body.length }),
  };
  const value = Number(ms.toFixed(1));
  console.log(
    JSON.stringify({
      name,
      request: route,
      ...more,
      status,
      value,
      unit: "ms of the main thread",
      place,
    }),
  );
}

/** A story that many spoke about. */
async function fillThread(): Promise<void> {
  const { subject } = await instance.snapshot((db) =>
    (db as unknown as Kysely<{ address: { subject: string; space: string; slug: string } }>)
      .selectFrom("address")
      .select("subject")
      .where("space", "=", "stories")
      .orderBy("slug")
      .executeTakeFirstOrThrow(),
  );
  const key = ownerOf(data);
  for (let said = 0; said < COMMENTS; said += 100)
    await say(base, ...chatter(subject, "mixed", 100, said).map((draft) => sign(key, draft)));
}
