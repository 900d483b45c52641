/** Measuring as people do it: the built program, a real browser, bytes counted by a proxy in between. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createConnection, createServer, type Server } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { Kysely } from "kysely";
import type { RawRow } from "../src/features/measurements/private.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import { measure } from "../src/features/measurements/browser/measure.ts";
import measureScript from "../src/features/measurements/browser/page.ts?script";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const means = { fetch, now: () => performance.now(), progress: () => undefined };
let server: Served;
let browser: Browser;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

for (const budget of [200_000, 120_000, 60_000])
  test(`MS1 all that crosses the wire stays within ${budget / 1000} kB, the page included`, async () => {
    await using proxy = await counting(server.base);
    const page = await browser.newPage();
    await page.goto(`${proxy.base}/measure`);
    if (budget !== 200_000) await page.selectOption("#budget", String(budget)); // the most is the default
    await page.getByRole("button", { name: "Measure" }).click();
    await page.locator("#said", { hasText: "Done" }).waitFor();
    const lines = await page.locator("#seen li").allInnerTexts();
    await page.context().close();
    assert.ok(
      lines.some((line) => line.includes("0 of")),
      lines.join(" | "),
    );
    assert.ok(lines.filter((line) => /[km]bit\/s/i.test(line)).length === 2, lines.join(" | "));
    assert.ok(proxy.bytes() > budget / 3 && proxy.bytes() <= budget, `${proxy.bytes()} bytes`);
  });

test("MS3 a test that failed is kept with its reason, and the others go on", async () => {
  const refusing: typeof fetch = (to, init) =>
    fetch((to as string).replace(/down\?bytes=\d+/, "down?bytes=0"), init); // the server says no
  const result = await measure(200_000, { ...means, fetch: refusing, base: server.base });
  assert.deepEqual(result.failures, [{ test: "down", reason: "refused" }]);
  assert.equal(result.down, undefined);
  assert.ok(result.latency && result.up);
});

test("MS3 where nothing answers, that is the result", async () => {
  const result = await measure(200_000, { ...means, base: "http://127.0.0.1:1" });
  assert.equal(result.lost, 3);
  assert.deepEqual(result.failures[0], { test: "latency", reason: "network" });
  assert.equal(result.down, undefined);
});

test("MS4 what a measurement speaks to is bounded, not stored, not compressed", async () => {
  const down = (bytes: string) =>
    fetch(`${server.base}/measure/down?bytes=${bytes}`, { headers: { "accept-encoding": "br" } });
  for (const bytes of ["0", "-1", "200001", "1e30", "NaN", "1.5", ""])
    assert.equal((await down(bytes)).status, 400, bytes);
  const answer = await down("200000");
  assert.equal((await answer.arrayBuffer()).byteLength, 200_000);
  assert.equal(answer.headers.get("content-encoding"), null);
  assert.match(answer.headers.get("cache-control") ?? "", /no-store/);
  const up = (bytes: number) =>
    fetch(`${server.base}/measure/up`, { method: "POST", body: new Uint8Array(bytes) });
  assert.equal((await up(200_000)).status, 200);
  assert.equal((await up(200_001)).status, 413);
  const { port } = new URL(server.base);
  const open = Array.from({ length: 16 }, () => {
    const socket = createConnection(Number(port), "127.0.0.1");
    socket.write("POST /measure/up HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n");
    return socket;
  });
  for (let i = 0; i < 100 && (await up(9)).status === 200; i++)
    await new Promise((done) => setTimeout(done, 20));
  assert.equal((await up(9)).status, 503);
  for (const socket of open) socket.destroy();
  for (let i = 0; i < 100 && (await up(9)).status === 503; i++)
    await new Promise((done) => setTimeout(done, 20));
  assert.equal((await up(9)).status, 200);
});

test("MS5 without script one types in what one saw; with it, one small script from here", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.base}/measure`);
  assert.equal(await page.getByRole("button", { name: "Measure" }).isVisible(), false);
  await page.selectOption("#at", "mankosi");
  await page.fill("#down", "2,5");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.waitForURL("**/measure/thanks");
  await context.close();
  const policy = async (path: string) =>
    (await fetch(server.base + path)).headers.get("content-security-policy") ?? "";
  assert.match(await policy("/measure"), /; script-src 'self'; connect-src 'self';/);
  assert.doesNotMatch(await policy("/take-part"), /script-src/);
  const script = await (await fetch(`${server.base}/measure.js`)).text();
  assert.ok(script.length > 2000 && script.length <= 8000, `${script.length} bytes`);
  assert.ok(measureScript.length <= 8000, "from the sources as well");
  const html = await (await fetch(`${server.base}/measure`)).text();
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="module" src="/measure.js">']);
  assert.match(await (await fetch(`${server.base}/take-part`)).text(), /href="\/measure"/);
});

test("MS6 measured without a connection, it waits on the phone and is sent later", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.base}/measure`);
  await page.selectOption("#place", "mankosi");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Measure" }).click();
  await page.locator("#said", { hasText: "is waiting on this device" }).waitFor();
  assert.match(await page.innerText("#seen"), /small request failed\s+the connection failed/);
  assert.match(await page.innerText("#waits"), /: 1\.$/);
  const kept = await page.evaluate(() => localStorage.getItem("cnd-measured"));
  assert.match(kept ?? "", /"failures":\[\{"test":"latency","reason":"network"\}/);
  await context.setOffline(false);
  await page
    .locator("#said", { hasText: "Sent. Your result counts towards the figures for cell 8" })
    .waitFor();
  assert.equal(await page.locator("#waiting").isVisible(), false);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test("MS6 what waits is sent when the page is opened again, and by its button", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const refuse = (status: number) =>
    page.route("**/measurements", (route) => route.fulfill({ status, body: "Too many.\n" }));
  const waits = () => page.evaluate(() => localStorage.getItem("cnd-measured"));
  await page.goto(`${server.base}/measure`);
  await page.selectOption("#budget", "60000");
  await page.selectOption("#place", "mankosi");
  await refuse(429);
  for (const n of [1, 2]) {
    await page.getByRole("button", { name: "Measure" }).click();
    await page.locator("#waits", { hasText: `Waiting here: ${n}` }).waitFor();
  }
  await page
    .locator("#said", {
      hasText: /^There are too many requests right now\. Your result is waiting on this device\.$/,
    })
    .waitFor();
  const held = JSON.parse((await waits())!) as object[];
  await page.unroute("**/measurements");
  await page.reload();
  await page
    .locator("#said", { hasText: "Sent. Your result counts towards the figures for cell 8" })
    .waitFor();
  assert.equal(await waits(), "[]");

  await page.evaluate((all) => localStorage.setItem("cnd-measured", JSON.stringify(all)), held);
  await refuse(503);
  await page.reload();
  await page.locator("#said", { hasText: "Your result is waiting on this device" }).waitFor();
  await page.unroute("**/measurements");
  await page.getByRole("button", { name: "Send now" }).click();
  await page
    .locator("#said", { hasText: "Sent. Your result counts towards the figures for cell 8" })
    .waitFor(); // the same ones: kept once
  assert.equal(await waits(), "[]");
  await context.close();
});

test("MS6 what is added while others are being sent goes with them", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.base}/measure`);
  await page.selectOption("#budget", "60000");
  await page.selectOption("#place", "mankosi");
  let first: (() => void) | undefined;
  const asked: string[] = [];
  await page.route("**/measurements", async (route) => {
    asked.push((route.request().postDataJSON() as { id: string }).id);
    if (!first) await new Promise<void>((done) => (first = done));
    await route.continue();
  });
  const measureOnce = () => page.getByRole("button", { name: "Measure" }).click();
  await measureOnce();
  while (asked.length === 0) await new Promise((done) => setTimeout(done, 20));
  const [one] = JSON.parse((await page.evaluate(() => localStorage.getItem("cnd-measured")))!) as [
    object,
  ];
  await page.evaluate(
    (all) => localStorage.setItem("cnd-measured", JSON.stringify(all)),
    [one, { ...one, id: "f".repeat(32) }],
  );
  first!();
  await page
    .locator("#said", { hasText: "Sent. Your result counts towards the figures for cell 8" })
    .waitFor();
  assert.deepEqual(asked.slice(1), ["f".repeat(32)]);
  assert.equal(await page.locator("#waiting").isVisible(), false);
  await context.close();
});

test("V2 a backup holds what is private, and a restore brings it back", async () => {
  const privateIn = async (data: string) => {
    await using db = new Kysely<{ private_measurement: RawRow }>({
      dialect: openSqlite(join(data, "log.sqlite"), { readOnly: true }).dialect,
    });
    return await db.selectFrom("private_measurement").selectAll().orderBy("id").execute();
  };
  await fetch(`${server.base}/measurements`, {
    method: "POST",
    body: new URLSearchParams({ place: "mankosi", down: "3.5", up: "", latency: "" }),
  });
  const held = await privateIn(env.CND_DATA);
  assert.ok(held.some((row) => row.down === 3500));
  const file = join(folder.dir, "backup");
  const restored = join(folder.dir, "restored");
  assert.equal(cnd(["backup", file], env).code, 0);
  const { code, err } = cnd(["restore", file], { CND_DATA: restored });
  assert.equal(code, 0, err);
  assert.deepEqual(await privateIn(restored), held);
});

/** A proxy that counts what crosses it, both ways. */
async function counting(to: string) {
  let bytes = 0;
  const { port } = new URL(to);
  const proxy: Server = createServer((near) => {
    const far = createConnection(Number(port), "127.0.0.1");
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (part: Buffer) => (bytes += part.length));
      from.on("error", () => into.destroy());
      from.pipe(into);
    }
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address() as { port: number };
  return {
    base: `http://127.0.0.1:${address.port}`,
    bytes: () => bytes,
    [Symbol.asyncDispose]: async () => void proxy.close(),
  };
}
