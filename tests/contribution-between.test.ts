/** What stands between a phone and the desk answers in its place, or lets nothing through just then (features/contributions/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { goOnTo } from "./telling.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let photo: Buffer;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], env);
  server = await serve(env);
  browser = await openBrowser();
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#c2350a" } })
    .jpeg()
    .toBuffer();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** A story with a photo, ready to be sent. */
async function written(text: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.base}/take-part/story`);
  await page.locator("#tell[data-ready]").waitFor();
  await page.fill("#text", text);
  await page.setInputFiles("#photo", [{ name: "a.jpg", mimeType: "image/jpeg", buffer: photo }]);
  await page.locator("#pieces li").waitFor();
  return page;
}

/** The files went with the first step: what is left is a choice, and the last button. */
async function arrived(page: Page): Promise<void> {
  await page.waitForURL(/\/story\/name\/[\w-]{22}$/);
  await page.selectOption("#naming", "none");
  await goOnTo(page, "agree");
  await send(page);
  await page.waitForURL(/\/o\/[\w-]{22}$/);
}

const send = (page: Page): Promise<void> => page.click("#tell button[type=submit]:not([name])");
const cut = (page: Page): Promise<void> =>
  page.locator("#said", { hasText: "The connection was lost" }).waitFor();
const times = (text: string): number | undefined =>
  succeed(["desk", "list"], env).match(new RegExp(text, "g"))?.length;

test("T4 a proxy that refuses without a word and a portal that shows its own page end nothing: it goes on and arrives once", async () => {
  const page = await written("Past a portal");
  const answers = [
    { method: "HEAD", status: 400, body: "" },
    { method: "POST", status: 403, body: "Log in first." },
    { method: "PATCH", status: 200, body: "<h1>Welcome to this network</h1>" },
  ];
  await page.route("**/take-part/story/files**", (route) => {
    const [next] = answers;
    if (route.request().method() !== next?.method) return route.continue();
    answers.shift();
    return route.fulfill(next);
  });
  await send(page);
  await cut(page);
  await arrived(page);
  assert.deepEqual(answers, []);
  assert.equal(times("Past a portal"), 1);
  await page.context().close();
});

test("T2 T4 where the next page cannot be had, nothing is left or forgotten; then it is shown, and the story is there once", async () => {
  const page = await written("Cut at the very end");
  await page.route("**/name/*", (route) => route.abort());
  await send(page);
  await cut(page);
  assert.equal(new URL(page.url()).pathname, "/take-part/story");
  const next = await page.context().newPage(); // as after the browser was killed
  await next.route("**/name/*", (route) => route.abort());
  await next.goto(page.url());
  await next.locator("#tell[data-ready]").waitFor(); // what was kept is back by then
  assert.equal(await next.inputValue("#text"), "Cut at the very end");
  await next.close();
  await page.unroute("**/name/*");
  await arrived(page);
  assert.match(await page.innerText("main"), /Cut at the very end/);
  assert.equal(times("Cut at the very end"), 1);
  await page.context().close();
});
