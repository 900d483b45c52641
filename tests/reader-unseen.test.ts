/** What pages promise to readers: no cookie, and nothing about them is kept (src/platform/web). */
import assert from "node:assert/strict";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { features } from "../src/app.ts";
import { createRouter } from "../src/platform/web/router.ts";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";

/** Nobody else in this campaign has any of these. */
const READER = {
  "X-Forwarded-For": "198.18.77.203",
  "User-Agent": "Ngalawa/7.31 (a browser of one reader)",
  Referer: "https://where-the-reader-was.example/a-private-group",
  Cookie: "elsewhere=a-cookie-of-another-site",
};
const SOUGHT = "zumaridi";
const TOLD = "Kongoni reports this, and would rather not be named.";
/** A policy by which a browser asks this site alone, whatever stands in the page. */
const OURS_ALONE =
  /^default-src 'none'(?:; (?:(?:style|script|connect|img|media|manifest|frame|worker)-src|form-action|base-uri|frame-ancestors|require-trusted-types-for)(?: (?:'[^']+'|data:))+)*$/;
const TRACES = [
  "198.18.77",
  "Ngalawa/7.31",
  "a-private-group",
  "a-cookie-of-another-site",
  SOUGHT,
] as const;

test("WB60 law: no page that readers reach sets a cookie, lets a browser ask others or repeats who asks, and whatever one reads, seeks and reports, nothing of them is in the data folder, beside it, or in what the program says", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await firstCampaign(data);
  const asked: string[] = [];
  const cookies: string[] = [];
  const repeated: string[] = [];
  const elsewhere: string[] = [];
  await (async () => {
    await using server = await serve({ CND_DATA: data });
    const ask = async (path: string, more: RequestInit = {}) => {
      const url = server.base + path;
      const answer = await fetch(url, { redirect: "manual", headers: READER, ...more });
      const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      asked.push(path);
      if (answer.headers.has("set-cookie")) cookies.push(path);
      const policy = answer.headers.get("content-security-policy") ?? "";
      const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
      if (isPage && !OURS_ALONE.test(policy)) elsewhere.push(`${path}: ${policy}`);
      // What was looked for stands in the answer to it, and in no other.
      const found = TRACES.filter((trace) => trace !== SOUGHT && body.includes(trace));
      if (found.length > 0) repeated.push(`${path}: ${found.join(", ")}`);
      return { answer, body };
    };
    const paths = features.flatMap(({ routes }) => routes).map(({ path }) => path);
    const router = createRouter(paths.map((path): [string, string] => [`GET ${path}`, path]));
    const byRoute = new Map<string, string>();
    for (const path of [...(await pagesOf(server.base)), ...paths]) {
      const route = router.match("GET", path.split("?")[0]!)?.value ?? path;
      if (!path.includes(":") && !byRoute.has(route)) byRoute.set(route, path);
    }
    for (const path of byRoute.values()) await ask(path);
    assert.equal((await ask(`/search?q=${SOUGHT}`)).answer.status, 200);
    const pledge = await ask("/pledges/huawei-120-million");
    const [, of] = /href="(?:[^"]*)\/log\/subjects\/([0-9a-f]{64})"/.exec(pledge.body) ?? [];
    assert.ok(of !== undefined, "a pledge names its subject");
    const report = new URLSearchParams({ of, reason: "other", text: TOLD });
    const told = await ask("/conversation/report", { method: "POST", body: report });
    assert.equal(told.answer.status, 303);
    assert.deepEqual(
      TRACES.filter((trace) => server.complaints().includes(trace)),
      [],
    );
  })(); // it ends here: what was to be kept of an hour is written

  assert.ok(asked.length > 60, `${asked.length} addresses were asked for`);
  assert.deepEqual(cookies, [], "addresses that set a cookie");
  assert.deepEqual(elsewhere, [], "pages that may ask others than this site");
  assert.deepEqual(repeated, [], "addresses whose answer repeats who asked");
  const files = globSync("**/*", { cwd: folder.dir }).filter((file) =>
    statSync(join(folder.dir, file)).isFile(),
  );
  const holding = (word: string) =>
    files.filter((file) => readFileSync(join(folder.dir, file)).includes(word));
  assert.notDeepEqual(holding(TOLD), [], "what is kept is found by this: a report’s words");
  for (const trace of TRACES) assert.deepEqual(holding(trace), [], `files that hold ${trace}`);
});
