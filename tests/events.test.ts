/** Events (features/events/README.md): at the desk without script, on pages, in calendars and in the folder. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import { cnd, temporary } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { deskHouse } from "./desk-house.ts";
import { smallCampaign } from "./small-campaign.ts";

const house = deskHouse();
const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();

async function announce(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${house.base}/desk/events/new`);
  await fill(page, fields);
  await press(page, "Announce");
}
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    if (name === "place") await page.locator("#place").selectOption(value);
    else if (name.startsWith("partner.")) await page.getByLabel("Zenzeleni").check();
    else await page.locator(`#${name}`).fill(value);
}

test("E6 the desk announces, changes, cancels and withdraws by forms alone, and pages follow", async (t) => {
  const page = await house.signedIn("editor", "Amina");
  assert.match(await text("/events"), /No events have been announced/);
  await page.goto(`${house.base}/desk/events`);
  assert.match(await page.innerText("main"), /No events have been announced/);
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
    "partner.zenzeleni": "yes",
  };
  await announce(page, fields);
  assert.match(await page.innerText("#end-problem"), /end after it starts/);
  assert.equal(await page.inputValue("#title"), fields.title);
  await page.locator("#end").fill(`${year}-05-05T12:30`);
  await press(page, "Announce");
  assert.equal(new URL(page.url()).pathname, "/desk/events");
  const shown = await text("/events/open-day");
  assert.match(shown, /5 May \d{4}, 10:00–12:30/);
  assert.match(shown, /Johannesburg time/);
  assert.match(shown, /href="\/places\/mankosi"/);
  assert.match(shown, /href="\/organisations\/zenzeleni"/);
  await t.test("E4 on the page of a place stand the events that come there", async () => {
    assert.match(await text("/places/mankosi"), /Open day at the mast/);
  });
  await t.test("E5 the front page names the next event", async () => {
    assert.match(await text("/"), /Next event/);
  });
  assert.match(await text("/events/feed.xml"), /Open day at the mast/);
  assert.match(await text("/sitemap.xml"), /\/events\/open-day</);
  const ics = await fetch(`${house.base}/events.ics`);
  assert.equal(ics.headers.get("content-type"), "text/calendar; charset=utf-8");
  const all = await ics.text();
  assert.match(all, new RegExp(`DTSTART:${year}0505T080000Z`));
  assert.equal(await text("/events/open-day.ics"), all);

  await announce(page, { ...fields, end: `${year}-05-05T12:00` });
  assert.match(await page.innerText("#slug-problem"), /Another event/);

  await page.goto(`${house.base}/desk/events/open-day`);
  await page.getByLabel("The event is cancelled").check();
  await press(page, "Save");
  assert.match(await text("/events"), /Cancelled/);
  assert.match(await text("/events.ics"), /STATUS:CANCELLED/);
  assert.doesNotMatch(await text("/"), /Next event/);

  assert.deepEqual(
    await axeFinds(page, house.base, ["/events", "/events/open-day", "/updates"]),
    [],
  );
  await page.goto(`${house.base}/desk/events/open-day`);
  await page.getByLabel("Take the event off the site").check();
  await press(page, "Withdraw");
  assert.equal((await fetch(`${house.base}/events/open-day`)).status, 410);
  assert.match(await text("/events"), /No events have been announced/);
  await t.test("what was withdrawn is announced anew at the same address", async () => {
    await announce(page, { ...fields, end: `${year}-05-05T12:00` });
    assert.equal(new URL(page.url()).pathname, "/desk/events");
    assert.match(await text("/events/open-day"), /10:00–12:00/);
  });
  await t.test("a form that is sent twice at once announces one event", async () => {
    const size = async () => (await text("/log/checkpoint")).split("\n")[1];
    const before = Number(await size());
    const form = { ...fields, slug: "pressed-twice", end: `${year}-05-05T12:00` };
    const send = () =>
      page.request.post(`${house.base}/desk/events/new`, { form, maxRedirects: 0 });
    const both = await Promise.all([send(), send()]);
    assert.deepEqual(new Set(both.map((one) => one.status())), new Set([303, 422]));
    assert.equal(Number(await size()), before + 2, "the event and its address");
  });
});

test("E10 who invites is ticked, the time zone is that of the place, and a place is known by its name in any spelling", async () => {
  const page = await house.signedIn("editor", "Chipo");
  await page.goto(`${house.base}/desk/events/new`);
  assert.ok(
    (await page
      .getByRole("group", { name: "Partners hosting the event" })
      .getByRole("checkbox")
      .count()) > 20,
  );
  assert.equal(await page.locator("#partners").count(), 0, "no name of a partner is typed");
  const year = new Date().getUTCFullYear() + 1;
  const fields = {
    title: "An evening",
    summary: "Come and see.",
    start: `${year}-05-05T10:00`,
    end: `${year}-05-05T12:00`,
    address: "MANKÓSI",
    "partner.zenzeleni": "yes",
  };
  await announce(page, fields);
  assert.equal(new URL(page.url()).pathname, "/desk/events");
  const shown = await text("/events/an-evening");
  assert.match(shown, /href="\/places\/mankosi"/);
  assert.match(shown, /Johannesburg time/);
  await page.goto(`${house.base}/desk/events/an-evening`);
  assert.ok(await page.getByLabel("Zenzeleni").isChecked());
  assert.equal(await page.inputValue("#zone"), "Africa/Johannesburg");
  await announce(page, { ...fields, title: "In Berlin", address: "Online", zone: "mankosi" });
  assert.match(await text("/events/in-berlin"), /Johannesburg time/);
  await announce(page, { ...fields, title: "Nowhere", address: "Online", zone: "Atlantis" });
  assert.match(await page.innerText("#zone-problem"), /large city/);
  assert.ok(await page.getByLabel("Zenzeleni").isChecked(), "what was ticked is still ticked");
});

for (const [name, open] of Object.entries(DATABASES))
  test(`E7 a file of the folder comes back as it was; one that does not fit is refused: ${name}`, async () => {
    await using database = await open();
    using made = temporary();
    const own = {
      CND_DATA: join(made.dir, "data"),
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    const campaign = smallCampaign(made.dir, own);
    mkdirSync(join(campaign, "events"));
    const file = `title: Open day
summary: Come and see.
start: 2027-05-05 10:00
end: 2027-05-05 12:00
zone: Africa/Johannesburg
place: near-hill
partners: [hill-network]
`;
    const path = join(campaign, "events", "open-day.yaml");
    writeFileSync(path, file);
    succeed(["import", campaign], own);
    const back = exported(made.dir, own)["events/open-day.yaml"];
    assert.equal(Buffer.from(back!, "base64").toString(), file);
    writeFileSync(path, file.replace("12:00", "09:00").replace("place: near-hill\n", ""));
    const { code, err } = cnd(["import", campaign], own);
    assert.equal(code, 1);
    assert.match(err, /events\/open-day\.yaml.*(place or an address|after 2027-05-05 10:00)/s);
  });
