/** A region at the desk: from a table of places and a tile of heights to a plan on the site, without a shell (features/plans, PN90 to PN96). */
import assert from "node:assert/strict";
import test, { before } from "node:test";
import type { Page } from "playwright-core";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

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
    if (!/This page refreshes by itself/.test(text)) return;
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
  await press(page, "Send");
  const region = (await page.textContent("main"))!;
  assert.match(region, /200 places · [\d,]+ people/);
  assert.match(region, /42\.3 to 42\.53 north/);
  assert.match(region, /0\.5% of the heights are missing/);
  assert.match(region, /Nothing: a plan can be made/);
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
