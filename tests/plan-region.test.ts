/** A region at the desk: from a table of places and a tile of heights to a plan on the site, without a shell (features/plans, PN90, PN94 to PN96, PN98). */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import type { Page } from "playwright-core";
import { serve } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { tooWide } from "./too-wide.ts";

const house = deskHouse({ isNew: true });
const TILE = "tests/data/terrain/N42E001.hgt.gz";

/** 200 places, parted by semicolons and with decimal commas, as a spreadsheet of half of Europe writes them. */
const TABLE = [
  "Nom;Latitude;Longitude;Population",
  ...Array.from({ length: 200 }, (_, i) => {
    const [lat, lon] = [42.3 + (i % 20) * 0.012, 1.35 + Math.floor(i / 20) * 0.025];
    const decimal = (n: number) => n.toFixed(4).replace(".", ",");
    return `Place ${i + 1};${decimal(lat)};${decimal(lon)};${i === 0 ? 9000 : 100 + ((i * 37) % 400)}`;
  }),
].join("\r\n");
const csv = (text: string, name = "places.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

const kept = () => join(house.env["CND_DATA"]!, "regions");

let page: Page;
before(async () => {
  page = await house.signedIn("planner", "Pat");
});

/** Pages that somebody looks at: those that a form only leads on from are none. */
function counting(seen: Page): { readonly paths: string[] } {
  const paths: string[] = [];
  seen.on("response", (answer) => {
    const isPage = answer.request().resourceType() === "document" && answer.status() < 300;
    if (isPage) paths.push(new URL(answer.url()).pathname);
  });
  return { paths };
}

async function planned(): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const text = (await page.textContent("main"))!;
    if (!/This page refreshes automatically/.test(text)) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.fail("the plan was not made");
}

test("PN95 200 places and a tile become a plan on the site in at most ten pages, without a shell or a script", async () => {
  page = await house.person({});
  const { paths } = counting(page);
  await page.goto(house.base + new URL(await house.invited("planner", "Ro"), house.base).pathname);
  await press(page, "Sign in");
  await click(page.getByRole("link", { name: "Plans", exact: true }).first());
  await click(page.getByRole("link", { name: /^Plan a region/ }));
  await page.fill("#title", "The upper valleys");
  await page.setInputFiles("#places", csv(TABLE));
  await page.setInputFiles("#terrain", TILE);
  await press(page, "Upload");
  const region = (await page.textContent("main"))!;
  assert.match(region, /200 places · [\d,]+ people/);
  assert.match(region, /latitude from 42\.3 to 42\.53/);
  assert.match(region, /0\.5% of the heights are missing/);
  assert.match(region, /Nothing is missing: you can make the plan/);
  assert.equal(await page.isChecked("[name='gate-42.3,1.35']"), true, "the largest is the gateway");
  await page.fill("#budget", "300,000");
  await page.fill("#summits", "10");
  await page.fill("#seconds", "2");
  await press(page, "Make the plan");
  const soFar = paths.length;
  await planned();
  assert.match((await page.textContent("main"))!, /People newly connected[1-9][\d,]*/);
  paths.length = Math.min(paths.length, soFar); // it refreshes itself
  await press(page, "Publish the plan");
  assert.equal(new URL(page.url()).pathname, "/plans/the-upper-valleys");
  assert.match((await page.textContent("main"))!, /The upper valleys/);
  assert.ok(paths.length <= 10, paths.join("\n"));
  assert.ok((await page.locator("figure.map circle").count()) > 200);
});

/** A region of six places, whose plan takes seconds. @returns its address */
async function small(title: string): Promise<string> {
  await page.goto(`${house.base}/desk/plans/regions`);
  await page.fill("#title", title);
  await page.setInputFiles("#places", csv(TABLE.split("\r\n").slice(0, 7).join("\r\n")));
  await page.setInputFiles("#terrain", TILE);
  await press(page, "Upload");
  await page.fill("#budget", "300,000");
  await page.fill("#summits", "5");
  await page.fill("#reach", "3");
  await page.fill("#seconds", "1");
  return page.url();
}
const main = async (): Promise<string> => (await page.textContent("main"))!;

test("PN94 PN93 a plan that was stopped is said to be, and goes on; a restart begins it again; what does not fit loses nothing", async () => {
  const at = await small("Six places");
  await page.fill("#hops", "40");
  await press(page, "Make the plan");
  assert.match(await main(), /Enter a whole number from 1 to 12/);
  assert.equal(await page.inputValue("#budget"), "300,000");
  await page.fill("#hops", "4");
  await press(page, "Make the plan");
  await press(page, "Stop");
  assert.match(await main(), /The planning was stopped/);
  await page.goto(at);
  assert.equal(await page.inputValue("#summits"), "5");
  await press(page, "Make the plan");
  const cut = join(kept(), "1700000000000-0badf00d", "files");
  mkdirSync(cut, { recursive: true });
  await house.server[Symbol.asyncDispose]();
  house.server = await serve(house.env);
  assert.equal(existsSync(cut), false, "PN90 what a crash left of an upload goes");
  await page.goto(`${house.base}${new URL(at).pathname}/plan`);
  await planned();
  assert.match(await main(), /Masts to build/);
});

test("PN96 PN98 a plan is public once it is published; that of a later run stands beside it, then in its place", async () => {
  const seen = async (path: string) => (await fetch(house.base + path)).status;
  assert.equal(await seen("/plans/six-places"), 404);
  await press(page, "Publish the plan");
  assert.equal(new URL(page.url()).pathname, "/plans/six-places");
  const html = await page.content();
  const picture = /\/media\/[^"' ]+\.webp/.exec(html)![0];
  assert.equal(await seen(picture), 200);
  await page.goto(`${house.base}/desk/plans/regions`);
  await click(page.getByRole("link", { name: "Six places" }));
  assert.match(await main(), /This plan is on the site/);
  await click(page.getByRole("link", { name: "Change the settings" }));
  await page.fill("#title", "Six places, cheaper");
  await page.fill("#budget", "20,000");
  await press(page, "Make the plan");
  await planned();
  assert.match(await main(), /Previous plan/);
  assert.equal(await page.locator("table th[scope=col]").count(), 3);
  assert.doesNotMatch(await (await fetch(`${house.base}/plans/six-places`)).text(), /cheaper/);
  await press(page, "Replace the published plan with this one");
  assert.equal(new URL(page.url()).pathname, "/plans/six-places");
  assert.match(await main(), /Six places, cheaper/);
});

test("PN92 PN98 the pages of a region are as wide as a phone and in order for axe, from left to right and from right to left", async () => {
  await page.goto(`${house.base}/desk/plans/regions`);
  const region = (await page
    .getByRole("link", { name: "Six places, cheaper" })
    .getAttribute("href"))!;
  const at = region.replace(/\/plan$/, "");
  const context = await house.browser.newContext({
    bypassCSP: true, // axe is a script, too
    storageState: await page.context().storageState(),
  });
  const looking = await context.newPage();
  for (const lang of ["ar", "en"]) {
    const asked = { form: { lang }, headers: { "sec-fetch-site": "same-origin" } };
    await context.request.post(`${house.base}/desk/me/language`, asked);
    for (const path of ["/desk/plans/regions", at, `${at}/plan`]) {
      assert.deepEqual(await tooWide(looking, house.base, [path]), []);
      assert.equal(await looking.evaluate(() => document.documentElement.lang), lang);
      assert.deepEqual(await violations(looking), [], path);
    }
  }
  await context.close();
});

test("PN90 nobody but who may plan sees a region; it goes when it is deleted, its published plan stays", async () => {
  await page.goto(`${house.base}/desk/plans/regions`);
  await click(page.getByRole("link", { name: "Six places, cheaper" }));
  const at = page.url().replace(/\/plan$/, "");
  const other = await house.signedIn("moderator", "Mo");
  assert.equal((await other.goto(at))!.status(), 403);
  assert.notEqual((await fetch(at, { redirect: "manual" })).status, 200);
  await page.goto(at);
  const count = readdirSync(kept()).length;
  await page.locator("summary", { hasText: "Delete this region" }).click();
  await page.check("[name=sure]");
  await press(page, "Delete this region");
  assert.equal(new URL(page.url()).pathname, "/desk/plans/regions");
  assert.equal(readdirSync(kept()).length, count - 1);
  assert.equal((await page.goto(at))!.status(), 404);
  assert.equal((await fetch(`${house.base}/plans/six-places`)).status, 200);
});
