/** The queue: what people sent is read, accepted, refused, by two people at once and by keys (features/desk/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let page: Page;

before(async () => {
  succeed(["import", "campaign"], env);
  server = await serve(env);
  browser = await openBrowser();
  page = await signedIn("moderator", "Amina");
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function signedIn(role: string, name: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const fresh = await context.newPage();
  const link = succeed(["account", "invite", role, "--name", name], env).trim();
  await fresh.goto(server.base + new URL(link).pathname);
  await fresh.getByRole("button", { name: "Come in" }).click();
  return fresh;
}

/** Sent without an account. @returns the secret path, where its sender reads what became of it */
async function sent(place: string, more: Record<string, string> = {}): Promise<string> {
  const fields = {
    kind: "need",
    place,
    country: "ZA",
    words: `No signal at ${place}.`,
    agree: "yes",
  };
  const response = await fetch(`${server.base}/take-part/opportunity`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...fields, ...more }),
  });
  assert.equal(response.status, 303);
  return response.headers.get("location")!;
}
async function sentFigure(): Promise<string> {
  const fields = {
    about: "figure",
    value: "130",
    unit: "people",
    text: "people connected",
    measure: "cumulative",
    asOf: "2025",
    saidOn: "2026-01-01",
    saidBy: "A newspaper",
    title: "A report",
    url: "https://example.org/report",
    agree: "yes",
  };
  const response = await fetch(`${server.base}/pledges/huawei-120-million/send`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });
  assert.equal(response.status, 303, await response.text());
  return response.headers.get("location")!;
}
const senderReads = async (secret: string): Promise<string> =>
  (await fetch(server.base + secret)).text();
const titles = () => page.$$eval(".queue a", (all) => all.map((a) => a.textContent));
const open = (name: string | RegExp) =>
  page.goto(`${server.base}/desk/queue`).then(() => page.getByRole("link", { name }).click());
const press = (name: string) => page.getByRole("button", { name }).click();

test("D12 what was sent waits, is filtered by sort, and is being read once somebody looks", async () => {
  const secret = await sent("Hilltop");
  await sentFigure();
  await page.goto(`${server.base}/desk/queue`);
  assert.equal(await page.innerText("h1"), "2 things wait for a person");
  await page.getByRole("link", { name: "Pledges 1" }).click();
  assert.deepEqual(await titles(), ["A figure: huawei-120-million"]);
  await page.getByRole("link", { name: "Asks and offers 1" }).click();
  assert.deepEqual(await titles(), ["Hilltop, South Africa"]);
  assert.match(await senderReads(secret), /Received/);
  await page.getByRole("link", { name: "Hilltop" }).click();
  assert.match(await page.innerText(".branch"), /No signal at Hilltop/);
  assert.match(await senderReads(secret), /being read/);
  assert.match(page.url(), /sort=opportunities/);
});

test("D13 an ask is shown as the desk words it; what does not fit comes back; its sender sees where it stands", async () => {
  const secret = await sent("Lake End");
  await open("Lake End");
  await page.getByLabel("Words that stand").fill("Nobody has a signal at the end of the lake.");
  await page.getByLabel("Country").fill("Atlantis");
  await press("Show it as an ask or an offer");
  assert.match(await page.innerText("#country-problem"), /country/);
  assert.match(await page.inputValue("#words"), /end of the lake/);
  await page.getByLabel("Country").fill("South Africa");
  await press("Show it as an ask or an offer");
  assert.match(await page.innerText('[role="status"]'), /accepted/);
  await page.getByRole("link", { name: "See where it stands" }).click();
  assert.match(await page.innerText("main"), /Nobody has a signal at the end of the lake/);
  assert.match(await senderReads(secret), /See what it became/);
});

test("D13 an ask becomes a place, one becomes what stands here, a figure stands about its pledge", async () => {
  await sent("Cliff Top");
  await open("Cliff Top");
  await page.getByRole("link", { name: "Make a place of it" }).click();
  await page.getByLabel("Degrees of latitude").fill("-31.98");
  await press("Make a place of it"); // half a position
  assert.match(await page.innerText('[role="alert"]'), /country and a position/);
  await page.getByLabel("Degrees of longitude").fill("29.15");
  await press("Make a place of it");
  await page.getByRole("link", { name: "See where it stands" }).click();
  assert.equal(new URL(page.url()).pathname, "/places/cliff-top");
  await sent("Mankosi", { agree: "" });
  await open("Mankosi");
  assert.match(await page.innerText(".branch"), /has not agreed/);
  await page.getByLabel("Its address").fill("/places/nowhere-at-all");
  await press("It became something that stands here");
  assert.match(await page.innerText('[role="alert"]'), /found nothing/);
  await page.getByLabel("Its address").fill(`${server.base}/places/mankosi`);
  await press("It became something that stands here");
  assert.match(await page.innerText('[role="status"]'), /accepted/);
  await open(/^A figure/);
  await page.getByLabel(/^Whose words/).selectOption("other");
  await press("Say it in public");
  await page.getByRole("link", { name: "See where it stands" }).click();
  assert.match(page.url(), /\/pledges\/huawei-120-million#sent-/);
});

test("D14 what is refused has a reason, which its sender reads", async () => {
  const [ready, own] = [await sent("Old Mill"), await sent("New Mill")];
  await open("Old Mill");
  await press("Refuse");
  assert.match(await page.innerText("#own-problem"), /Choose a reason/);
  await page.getByLabel(/^Reason/).selectOption({ label: "It has been told here already." });
  await press("Refuse");
  assert.match(await page.innerText('[role="status"]'), /refused/);
  assert.match(await senderReads(ready), /It has been told here already/);
  await page.getByRole("link", { name: "The next one" }).click();
  await open("New Mill");
  await page.getByLabel("Or in your own words").fill("The village is connected since May.");
  await press("Refuse");
  assert.match(await senderReads(own), /connected since May/);
});

test("D15 of two people at one ask the second is told, and what the first said stands", async () => {
  const other = await signedIn("editor", "Kwame");
  await sent("Both");
  await open("Both");
  await other.goto(page.url());
  await press("Show it as an ask or an offer");
  await other.getByRole("button", { name: "Refuse" }).click();
  assert.match(await other.innerText('[role="alert"]'), /settled it before you/);
  assert.match(await other.innerText('[role="status"]'), /accepted/);
  const path = await other.getByRole("link", { name: "See where it stands" }).getAttribute("href");
  assert.equal((await fetch(server.base + path!)).status, 200);
  // At the very same moment, by two forms that say the same.
  await sent("Same moment");
  await open("Same moment");
  const at = new URL(page.url()).pathname;
  const form = { as: "opportunity", words: "Nothing here.", near: "Same moment", country: "ZA" };
  const both = await Promise.all(
    [page, other].map((one) =>
      one.request.post(`${server.base}${at}/accept`, { form, maxRedirects: 0 }),
    ),
  );
  assert.ok(both.some((one) => one.status() === 303));
  await page.goto(server.base + at);
  const stands = await page.getByRole("link", { name: "See where it stands" }).getAttribute("href");
  assert.equal((await fetch(server.base + stands!)).status, 200, "what the first said stands");
});

test("D16 the first page counts what waits, for those who may take it up", async () => {
  await sent("Counted");
  await page.goto(`${server.base}/desk/queue?sort=opportunities`);
  const { length } = await titles();
  assert.ok(length > 0);
  await page.goto(`${server.base}/desk`);
  assert.match(await page.innerText("main"), new RegExp(`Asks and offers\\s+${length}\n`));
  const planner = await signedIn("planner", "Ines");
  assert.match(await planner.innerText("main"), /Nothing waits/);
  assert.equal((await planner.goto(`${server.base}/desk/queue`))?.status(), 403);
});

test("D17 by keyboard alone: keys go along the list and to the forms, and can be turned off", async () => {
  await sent("Upper");
  await sent("Lower");
  const keyed = await signedIn("moderator", "Rosa", true);
  await keyed.goto(`${server.base}/desk/queue`);
  assert.ok(await keyed.locator("#keys").isVisible());
  const focused = () => keyed.evaluate(() => document.activeElement?.textContent?.trim());
  const list = await keyed.$$eval(".queue a", (all) => all.map((a) => a.textContent));
  assert.ok(list.length >= 3);
  await keyed.keyboard.press("j");
  assert.equal(await focused(), list[0]);
  await keyed.keyboard.press("j");
  await keyed.keyboard.press("k");
  await keyed.keyboard.press("j");
  assert.equal(await focused(), list[1]);
  await keyed.keyboard.press("o");
  await keyed.waitForURL(/\/desk\/queue\/[0-9a-f]{8}/);
  await keyed.keyboard.press("r");
  await keyed.keyboard.press("Tab");
  await keyed.keyboard.type("Already connected: j and k."); // letters, where one writes
  await keyed.keyboard.press("Tab");
  await keyed.keyboard.press("Enter");
  await keyed.getByText("It is refused.").waitFor();
  await keyed.goto(`${server.base}/desk/queue`);
  await keyed.getByLabel("Keys").uncheck();
  await keyed.reload();
  await keyed.keyboard.press("j");
  assert.equal(await keyed.evaluate(() => document.activeElement?.tagName), "BODY");
});

test("D11 axe finds nothing in the queue, and nothing scrolls sideways", async () => {
  const address = await page.goto(`${server.base}/desk/queue`).then(() => {
    return page.getByRole("link", { name: "Counted" }).getAttribute("href");
  });
  const [item] = address!.split("#");
  await sentFigure();
  await open(/^A figure/);
  const paths = ["/desk", "/desk/queue", item!, `${item}?as=project`, new URL(page.url()).pathname];
  assert.deepEqual(await axeFinds(page, server.base, paths), []);
});
