/** Newer releases, asked for at the desk of a real server, from another one (features/run/README.md, RN10). */
import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { dayAt, daysAfter } from "../src/engines/calendar/day.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { releaseList } from "../tools/packages/version.ts";
import { newCampaign } from "./campaigns.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const data = join(folder.dir, "data");
const env = { CND_DATA: data };
const asked: IncomingHttpHeaders[] = [];
let body = "";
const announcer = createServer((req, res) => {
  asked.push(req.headers);
  res.end(body);
});
let server: Served;
let list = "";
let cookie = "";

before(async () => {
  announcer.listen(0, "127.0.0.1");
  await once(announcer, "listening");
  list = `http://127.0.0.1:${(announcer.address() as AddressInfo).port}/releases.json`;
  await newCampaign(data);
  await begin({ CND_ALLOW_PRIVATE: "1" });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  announcer.close();
  folder[Symbol.dispose]();
});

async function begin(more: Record<string, string>): Promise<void> {
  server = await serve({ ...env, ...more });
  const link = await invitation(data, { role: "owner", name: `Li ${Object.keys(more).join("")}` });
  const done = await fetch(server.base + link, { method: "POST", redirect: "manual" });
  cookie = done.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}
const page = async (): Promise<string> =>
  (await fetch(`${server.base}/desk/run`, { headers: { cookie } })).text();
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${server.base}/desk/run/${path}`, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
/** The page, once what was asked for was answered. */
async function answered(times: number): Promise<string> {
  while (asked.length <= times) await sleep(20);
  let said = await page();
  while (said.includes("The check is about to start")) said = await page();
  return said;
}
const today = dayAt(Date.now());
const yesterday = daysAfter(today, -1);

test("RN10 nobody is asked before an owner says whom, and then nothing is told but that this machine asks", async () => {
  const first = await page();
  assert.match(first, /does not check for newer releases/);
  assert.match(first, /learn this machine’s network address and when it checks/);
  assert.equal(asked.length, 0);
  const wrong = await post("releases", { releaseList: "ftp://example.org/x" });
  assert.equal(wrong.status, 422);
  const shown = await wrong.text();
  assert.match(shown, /id="releaseList-problem">\s*Enter an address that begins with https/);
  assert.match(shown, /value="ftp:\/\/example\.org\/x"/);
  body = releaseList(
    `# Changes\n\n## 9.1.0 (${yesterday})\n\n- Lists & more.\n- Notices.\n\n## 0.1.0\n`,
  );
  assert.equal((await post("releases", { releaseList: list })).status, 303);
  assert.match(await answered(0), /Version 9\.1\.0 was released on/);
  assert.match(
    await page(),
    /<blockquote dir="auto">- Lists &amp; more\. - Notices\.<\/blockquote>/,
  );
  const { accept, host, connection, ...others } = asked[0]!;
  assert.match(
    others["user-agent"] ?? "",
    /^ConnectNotDivide\/\d+\.\d+\.\d+$/,
    "contains no addresses",
  );
  assert.deepEqual(Object.keys(others).toSorted(), ["accept-encoding", "user-agent"]);
  assert.deepEqual([accept, host], ["application/json", new URL(list).host]);
  assert.ok(connection);
});

test("RN10 a list that is broken, too long or lies changes nothing of what was found", async () => {
  for (const [bad, said] of [
    ["<html>", /could not be read: Expected a list of releases as JSON/],
    [`"${"x".repeat(1_100_000)}"`, /could not be read: Expected at most 1000000 bytes/],
    [JSON.stringify({ releases: [{ version: "0.0.1", day: yesterday }] }), undefined],
    [JSON.stringify({ releases: [{ version: "99.0.0", day: daysAfter(today, 2) }] }), undefined],
  ] as const) {
    body = bad;
    const times = asked.length;
    assert.equal((await post("releases/now")).status, 303);
    const shown = await answered(times);
    assert.match(shown, /Version 9\.1\.0 was released on/);
    if (said) assert.match(shown, said);
  }
});

test("RN10 a private network is not asked, and an empty field ends it all", async () => {
  await server[Symbol.asyncDispose]();
  await begin({});
  const times = asked.length;
  await post("releases/now");
  let shown = await page();
  while (!/could not be read: Expected an https address/.test(shown)) shown = await page();
  await post("releases", { releaseList: list.replace("http:", "https:") });
  while (!/is one of a private network/.test(shown)) shown = await page();
  assert.equal(asked.length, times);
  await post("releases", { releaseList: "" });
  assert.doesNotMatch(await page(), /Version 9\.1\.0|releases\/now/);
});
