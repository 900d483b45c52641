/** Events (features/events/README.md): at the desk without script, on pages, in calendars and in the folder. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
before(async () => {
  succeed(["import", "campaign"], env);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
const text = async (path: string): Promise<string> => (await fetch(server.base + path)).text();

async function announce(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${server.base}/desk/events/new`);
  await fill(page, fields);
  await page.getByRole("button", { name: "Announce" }).click();
}
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    if (name === "place") await page.locator("#place").selectOption(value);
    else await page.locator(`#${name}`).fill(value);
}

test("E6 the desk announces, changes, cancels and withdraws by forms alone, and pages follow", async (t) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const link = succeed(["account", "invite", "editor", "--name", "Amina"], env).trim();
  await page.goto(server.base + new URL(link).pathname);
  await page.getByRole("button", { name: "Come in" }).click();
  assert.match(await text("/events"), /No event is announced/);
  assert.doesNotMatch(await text("/"), /Next event/);
  const year = new Date().getUTCFullYear() + 1;
  const fields = {
    title: "Open day at the mast",
    slug: "open-day",
    summary: "Come and see how it works.",
    start: `${year}-05-05T10:00`,
    end: `${year}-05-05T09:00`,
    zone: "Africa/Johannesburg",
    place: "mankosi",
    partners: "zenzeleni",
  };
  await announce(page, fields);
  assert.match(await page.innerText("#end-problem"), /after the start/);
  assert.equal(await page.inputValue("#title"), fields.title);
  await page.locator("#end").fill(`${year}-05-05T12:30`);
  await page.getByRole("button", { name: "Announce" }).click();
  assert.equal(new URL(page.url()).pathname, "/desk/events");
  const shown = await text("/events/open-day");
  assert.match(shown, /5 May \d{4}, 10:00–12:30/);
  assert.match(shown, /by the clock of Johannesburg/);
  assert.match(shown, /href="\/places\/mankosi"/);
  assert.match(shown, /href="\/partners\/zenzeleni"/);
  await t.test("E4 on the page of a place stand the events that come there", async () => {
    assert.match(await text("/places/mankosi"), /Open day at the mast/);
  });
  await t.test("E5 the front page names the next event", async () => {
    assert.match(await text("/"), /Next event/);
  });
  assert.match(await text("/events/feed.xml"), /Open day at the mast/);
  assert.match(await text("/sitemap.xml"), /\/events\/open-day</);
  const ics = await fetch(`${server.base}/events.ics`);
  assert.equal(ics.headers.get("content-type"), "text/calendar; charset=utf-8");
  const all = await ics.text();
  assert.match(all, new RegExp(`DTSTART:${year}0505T080000Z`));
  assert.equal(await text("/events/open-day.ics"), all);

  await announce(page, { ...fields, end: `${year}-05-05T12:00` });
  assert.match(await page.innerText("#slug-problem"), /Another event/);

  await page.goto(`${server.base}/desk/events/open-day`);
  await page.getByLabel("It is cancelled").check();
  await page.getByRole("button", { name: "Save" }).click();
  assert.match(await text("/events"), /Cancelled/);
  assert.match(await text("/events.ics"), /STATUS:CANCELLED/);
  assert.doesNotMatch(await text("/"), /Next event/);

  await looked(["/events", "/events/open-day", "/updates"]);
  await page.goto(`${server.base}/desk/events/open-day`);
  await page.getByLabel("Take it off the site").check();
  await page.getByRole("button", { name: "Withdraw" }).click();
  assert.equal((await fetch(`${server.base}/events/open-day`)).status, 404);
  assert.match(await text("/events"), /No event is announced/);
});

/** No page of these has a violation, at two widths. */
async function looked(paths: readonly string[]): Promise<void> {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(server.base + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await checker.run()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
      });
      assert.deepEqual(found, [], path);
    }
    await context.close();
  }
}

for (const [name, open] of Object.entries(DATABASES))
  test(`E7 a file of the folder comes back as it was; one that does not fit is refused: ${name}`, async () => {
    await using database = await open();
    using made = temporary();
    const own = {
      CND_DATA: join(made.dir, "data"),
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    const campaign = join(made.dir, "campaign");
    cpSync("campaign", campaign, { recursive: true });
    mkdirSync(join(campaign, "events"));
    const file = `title: Open day
summary: Come and see.
start: 2027-05-05 10:00
end: 2027-05-05 12:00
zone: Africa/Johannesburg
place: mankosi
partners: [zenzeleni]
`;
    const path = join(campaign, "events", "open-day.yaml");
    writeFileSync(path, file);
    succeed(["import", campaign], own);
    const back = exported(made.dir, own)["events/open-day.yaml"];
    assert.equal(Buffer.from(back!, "base64").toString(), file);
    writeFileSync(path, file.replace("12:00", "09:00").replace("place: mankosi\n", ""));
    const { code, err } = cnd(["import", campaign], own);
    assert.equal(code, 1);
    assert.match(err, /events\/open-day\.yaml.*(place or an address|after 2027-05-05 10:00)/s);
  });
