/** What an address answers by what is asked for: a cache between us and readers must keep the forms apart (src/platform/web). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { features } from "../src/app.ts";
import { createRouter } from "../src/platform/web/router.ts";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";

const paths = features.flatMap((f) => f.routes).map(({ path }) => path);
const router = createRouter(paths.map((path): [string, string] => [`GET ${path}`, path]));
const FORMS = [
  "text/html",
  "application/activity+json",
  "application/json",
  "text/markdown",
  "*/*",
];
/** Of the fediverse, and what is no page. */
const OTHERS = [
  "/ap/actors/campaign",
  "/ap/actors/campaign/outbox",
  "/ap/objects/none",
  "/feed.xml",
  "/robots.txt",
  "/log/checkpoint",
];

test("WB32 law: of every route that answers differently by Accept each form says so, and so does a 304", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data"), CND_ALLOW_PRIVATE: "1" }; // else it speaks by https alone
  await firstCampaign(env.CND_DATA);
  await using server = await serve(env);
  const byRoute = new Map<string, string>(OTHERS.map((path) => [path, path]));
  for (const path of [...(await pagesOf(server.base)), ...paths]) {
    const plain = path.split("?")[0]!;
    const route = plain.includes(":") ? undefined : router.match("GET", plain)?.value;
    if (route !== undefined && !byRoute.has(route)) byRoute.set(route, plain);
  }
  const ask = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(server.base + path, { redirect: "manual", headers });
    await answer.arrayBuffer();
    return answer;
  };
  const unsaid: string[] = [];
  let negotiated = 0;
  for (const [route, path] of byRoute) {
    const answers = await Promise.all(FORMS.map((Accept) => ask(path, { Accept })));
    const kinds = new Set(
      answers.map(({ status, headers }) => `${status} ${headers.get("content-type")}`),
    );
    if (kinds.size < 2) continue;
    negotiated += 1;
    const tag = answers[0]!.headers.get("etag");
    if (tag !== null) answers.push(await ask(path, { Accept: "text/html", "If-None-Match": tag }));
    for (const { status, headers } of answers)
      if (!/(?:^|, *)Accept(?:,|$)/i.test(headers.get("vary") ?? ""))
        unsaid.push(`${route} ${status} ${headers.get("content-type")}: ${headers.get("vary")}`);
  }
  assert.deepEqual(unsaid, []);
  assert.ok(negotiated >= 6, `${negotiated} of ${byRoute.size} routes answer differently`);
});
