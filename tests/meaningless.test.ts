/** Parameters that mean nothing, over every public page: none of them makes a page of its own (src/platform/web/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { features } from "../src/app.ts";
import { createRouter } from "../src/platform/web/router.ts";
import type { Route } from "../src/platform/web/route.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";

const routes = features.flatMap((f) => f.routes);
const router = createRouter(routes.map((route): [string, Route] => [`GET ${route.path}`, route]));
/** Addresses of routes that no list of pages names. */
const UNLISTED = [
  "/stories/mankosi/aloud",
  "/books/the-well/kept",
  "/keep",
  "/pass-on",
  "/oembed",
  "/take-part/opportunity",
];
/** What no page means by any of its parameters, in every way of writing it that there is. */
const NONSENSE = (i: number): readonly string[] => [
  `nonsense${i}`,
  `${"n".repeat(190)}${i}`,
  `-${i + 2}`,
  `00${i + 2}`,
  `${i + 2}.0`,
  `${i + 2}e0`,
  `0x${i + 2}`,
  ` ${i + 2}`,
  `${900_000 + i}`,
  `${9 ** 20}${i}`,
  `../${i}`,
  `<b>${i}`,
  `%00${i}`,
  `na-${i}`,
  `x-${i}`,
  `${9000 + i}-01-01`,
  `2026-02-3${i}`,
  `'; drop table record; --${i}`,
  `__proto__${i}`,
  `١${i}`,
  `\u{1F600}${i}`,
];

async function pagesKept(base: string): Promise<number> {
  const text = await (await fetch(`${base}/metrics`)).text();
  return Number(/^cnd_page_cache_pages (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

/** One address of every route, and of each language one more. */
async function addresses(base: string): Promise<Map<Route, string>> {
  const all = [...UNLISTED, ...(await pagesOf(base)).map((path) => path.split("?")[0]!)];
  const found = new Map<Route, string>();
  for (const path of [...all, ...routes.map((one) => one.path)]) {
    const route = path.includes(":") ? undefined : router.match("GET", path)?.value;
    if (route && !found.has(route)) found.set(route, path);
  }
  // What stands below a thing that is listed.
  for (const route of routes.filter((one) => one.query && !found.has(one))) {
    const [, above, below] = /^(\/\w+\/):slug(\/[\w/]+)$/.exec(route.path) ?? [];
    const thing = all.find((one) => one.startsWith(above!) && one.split("/").length === 3);
    if (thing) found.set(route, thing + below);
  }
  return found;
}

async function ask(server: Served, path: string): Promise<number> {
  const answer = await fetch(server.base + path, { redirect: "manual" });
  await answer.arrayBuffer();
  return answer.status;
}

test("WB20 law: no parameter that a page does not know, and no value that means nothing, makes a page of its own, on any route", async (t) => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await firstCampaign(env.CND_DATA);
  await using server = await serve(env);
  const found = await addresses(server.base);
  let asked = 0;
  const grew: string[] = [];
  await ask(server, "/nothing-here"); // the one page that says so
  for (const [route, path] of found) {
    const names = Object.keys(route.query ?? {});
    await ask(server, path);
    await ask(server, `${path}?nobody=knows`);
    const before = await pagesKept(server.base);
    const queries: URLSearchParams[] = [];
    const look = (query: URLSearchParams) => queries.push(query);
    for (const name of ["utm_source", "nobody", "__proto__", "page2", "TOPIC", "x[]"])
      look(new URLSearchParams({ [name]: "1" }));
    for (const name of names)
      for (const value of NONSENSE(names.indexOf(name)))
        look(new URLSearchParams({ [name]: value }));
    const all = NONSENSE(7).slice(0, 4);
    for (const value of all) look(new URLSearchParams(names.map((name) => [name, value])));
    for (const query of queries) {
      const status = await ask(server, `${path}?${query}`);
      assert.ok(status < 500, `${path}?${query} was answered ${status}`);
      asked += 1;
    }
    const more = (await pagesKept(server.base)) - before;
    if (more > 0) grew.push(`${more} below ${path}`);
  }
  assert.deepEqual(grew, [], "pages of their own, by values that mean nothing");
  const declare = routes.filter(({ query }) => query && Object.keys(query).length > 0);
  const unseen = declare.filter((one) => !found.has(one)).map((one) => one.path);
  t.diagnostic(JSON.stringify({ routes: found.size, of: routes.length, asked, unseen }));
  assert.deepEqual(unseen, [], "routes with parameters at no address of which was looked");
  assert.ok(found.size > 60 && asked > 1000, `${found.size} routes, ${asked} addresses`);
});
