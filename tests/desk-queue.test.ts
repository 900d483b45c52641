/** The queue: what people sent is read, accepted, refused, by two people at once and by keys (features/desk/README.md). */
import assert from "node:assert/strict";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { deskHouse } from "./desk-house.ts";
import { tell } from "./telling.ts";

let page: Page;
const house = deskHouse({}, async (open) => {
  page = await open.signedIn("moderator", "Amina");
});

/** Sent without an account. @returns the secret path, where its sender reads what became of it */
async function sent(place: string, more: Record<string, string> = {}): Promise<string> {
  const fields = {
    kind: "need",
    place,
    country: "ZA",
    words: `No signal at ${place}.`,
    agree: "yes",
  };
  const response = await fetch(`${house.base}/take-part/opportunity`, {
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
  const response = await fetch(`${house.base}/pledges/huawei-120-million/send`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
  });
  assert.equal(response.status, 303, await response.text());
  return response.headers.get("location")!;
}
const senderReads = async (secret: string): Promise<string> =>
  (await fetch(house.base + secret)).text();
/** Of the list on the page that a link or a form has led to. */
async function titles(): Promise<readonly (string | null)[]> {
  return page.$$eval(".queue a", (all) => all.map((a) => a.textContent));
}
const open = (name: string | RegExp) =>
  page.goto(`${house.base}/desk/queue`).then(() => click(page.getByRole("link", { name })));

test("D12 what was sent waits, is filtered by sort, and is being read once somebody looks", async () => {
  const secret = await sent("Hilltop");
  await sentFigure();
  await page.goto(`${house.base}/desk/queue`);
  assert.equal(await page.innerText("h1"), "2 items to read");
  await click(page.getByRole("link", { name: "Pledges 1" }));
  assert.deepEqual(await titles(), ["A figure: huawei-120-million"]);
  await click(page.getByRole("link", { name: "Requests and offers 1" }));
  assert.deepEqual(await titles(), ["Hilltop, South Africa"]);
  assert.match(await senderReads(secret), /We have what you sent/);
  await click(page.getByRole("link", { name: "Hilltop" }));
  assert.match(await page.innerText(".branch"), /No signal at Hilltop/);
  assert.match(await senderReads(secret), /being read/);
  assert.match(page.url(), /sort=opportunities/);
});

test("D13 an ask is shown as the desk words it; what does not fit comes back; its sender sees where it stands", async () => {
  const secret = await sent("Lake End");
  await open("Lake End");
  await page.getByLabel("Text to publish").fill("Nobody has a signal at the end of the lake.");
  await page.getByLabel("Country").fill("Atlantis");
  await press(page, "Show as a request or an offer");
  assert.match(await page.innerText("#country-problem"), /country/);
  assert.match(await page.inputValue("#words"), /end of the lake/);
  await page.getByLabel("Country").fill("South Africa");
  await press(page, "Show as a request or an offer");
  assert.match(await page.innerText('[role="status"]'), /accepted/i);
  await click(page.getByRole("link", { name: "View on the site" }));
  assert.match(await page.innerText("main"), /Nobody has a signal at the end of the lake/);
  assert.match(await senderReads(secret), /See the result/);
});

test("D13 an ask becomes a place, one becomes what stands here, a figure stands about its pledge", async () => {
  await sent("Cliff Top");
  await open("Cliff Top");
  await click(page.getByRole("link", { name: "Turn into a place" }));
  await page.getByLabel("Latitude in degrees").fill("-31.98");
  await press(page, "Turn into a place"); // half a position
  assert.match(await page.innerText("#country-problem"), /a country, a latitude and a longitude/);
  await page.getByLabel("Longitude in degrees").fill("29.15");
  await press(page, "Turn into a place");
  await click(page.getByRole("link", { name: "View on the site" }));
  assert.equal(new URL(page.url()).pathname, "/places/cliff-top");
  await sent("Mankosi", { agree: "" });
  await open("Mankosi");
  assert.match(await page.innerText(".branch"), /has not agreed/);
  await page.getByLabel("Its address").fill("/places/nowhere-at-all");
  await press(page, "Link to an existing page");
  assert.match(await page.innerText("#path-problem"), /There is no page at this address/);
  await page.getByLabel("Its address").fill(`${house.base}/places/mankosi`);
  await press(page, "Link to an existing page");
  assert.match(await page.innerText('[role="status"]'), /accepted/i);
  await open(/^A figure/);
  await page.getByLabel(/^Whose words/).selectOption("other");
  await press(page, "Publish");
  await click(page.getByRole("link", { name: "View on the site" }));
  assert.match(page.url(), /\/pledges\/huawei-120-million#sent-/);
});

test("D13 what the desk leaves empty is left out; what a new thing lacks is said beside its field", async () => {
  await sent("Hidden Spring", { lat: "-31.98", lon: "29.15" });
  await open("Hidden Spring");
  for (const label of ["Near", "Country", "Latitude in degrees", "Longitude in degrees"])
    await page.getByLabel(label).fill("");
  await press(page, "Show as a request or an offer");
  assert.match(await page.innerText("#near-problem"), /name of the place/);
  assert.equal(await page.inputValue("#lat"), "", "as the desk left it");
  await page.getByLabel("Near").fill("In the hills");
  await press(page, "Show as a request or an offer");
  await click(page.getByRole("link", { name: "View on the site" }));
  assert.match(await page.innerText("main .facts"), /In the hills/);
  assert.doesNotMatch(await page.innerText("main article"), /Position|South Africa|Spring,/);

  await sent("Far Hill");
  await open("Far Hill");
  await click(page.getByRole("link", { name: "Turn into a project" }));
  await page.getByLabel("Project title").fill("Call 082 555 1234");
  await press(page, "Turn into a project");
  assert.match(await page.innerText("#country-problem"), /a country, a latitude and a longitude/);
  await page.getByLabel("Latitude in degrees").fill("-31.9");
  await page.getByLabel("Longitude in degrees").fill("29.1");
  await press(page, "Turn into a project");
  assert.match(await page.innerText("#name-problem"), /telephone/);
  await page.getByLabel("Project title").fill("A line to the hill");
  await page.getByLabel(/^The page’s address/).fill("mankosi"); // where a place stands already
  await press(page, "Turn into a project");
  assert.match(await page.innerText("#slug-problem"), /This address is already in use/);
  await page.getByLabel(/^The page’s address/).fill("far-hill");
  await press(page, "Turn into a project");
  assert.match(await page.innerText('[role="status"]'), /accepted/i);
});

test("D14 what is refused has a reason, which its sender reads", async () => {
  const [ready, own] = [await sent("Old Mill"), await sent("New Mill")];
  await open("Old Mill");
  await press(page, "Refuse");
  assert.match(await page.innerText("#own-problem"), /Choose a reason/);
  await page.getByLabel(/^Reason/).selectOption({ label: "We have already published this." });
  await press(page, "Refuse");
  assert.match(await page.innerText('[role="status"]'), /refused/i);
  assert.match(await senderReads(ready), /We have already published this/);
  await click(page.getByRole("link", { name: "Next" }));
  await open("New Mill");
  await page.getByLabel("Or use your own words").fill("The village is connected since May.");
  await press(page, "Refuse");
  assert.match(await senderReads(own), /connected since May/);
});

test("D15 of two people at one ask the second is told, and what the first said stands", async () => {
  const other = await house.signedIn("editor", "Kwame");
  await sent("Both");
  await open("Both");
  await other.goto(page.url());
  await press(page, "Show as a request or an offer");
  await press(other, "Refuse");
  assert.match(await other.innerText('[role="alert"]'), /dealt with this item first/);
  assert.match(await other.innerText('[role="status"]'), /accepted/i);
  const path = await other.getByRole("link", { name: "View on the site" }).getAttribute("href");
  assert.equal((await fetch(house.base + path!)).status, 200);
});

test("D15 bug: accepted twice at the very same moment, it stood under no address", async () => {
  await sent("Same moment");
  await open("Same moment");
  const at = new URL(page.url()).pathname;
  const form = { as: "opportunity", words: "Nothing here.", near: "Same moment", country: "ZA" };
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const accept = () =>
    fetch(`${house.base}${at}/accept`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie },
      body: new URLSearchParams(form),
    });
  const all = await Promise.all(Array.from({ length: 8 }, accept));
  const statuses = all.map(({ status }) => status).toSorted((a, b) => a - b);
  assert.deepEqual(statuses, [303, ...Array.from({ length: 7 }, () => 409)]);
  await page.goto(house.base + at);
  const stands = page.getByRole("link", { name: "View on the site" });
  const path = await stands.getAttribute("href", { timeout: 5000 }); // the page is here
  assert.equal((await fetch(house.base + path!)).status, 200, "what the first said stands");
});

test("D15 bug: taken back while the desk accepted it, by a form that came slowly, it stood for good", async () => {
  const secret = await sent("Slow line");
  await open("Slow line");
  const body = "do=withdraw&sure=yes";
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": body.length,
  };
  const form = request(house.base + secret, { method: "POST", headers });
  const answered = once(form, "response") as Promise<[IncomingMessage]>;
  form.write(body.slice(0, 3));
  await sleep(300); // it is looked up: no matter for what holds, but for what did not
  await press(page, "Show as a request or an offer");
  const path = await page
    .getByRole("link", { name: "View on the site" })
    .getAttribute("href", { timeout: 5000 });
  assert.equal((await fetch(house.base + path!)).status, 200);
  form.end(body.slice(3));
  const [{ statusCode }] = await answered;
  assert.equal(statusCode, 303);
  const after = await fetch(house.base + path!);
  assert.equal(after.status, 410);
  assert.doesNotMatch(await after.text(), /No signal at Slow line/);
});

test("D16 the first page counts what waits, for those who may take it up", async () => {
  await sent("Counted");
  await page.goto(`${house.base}/desk/queue?sort=opportunities`);
  const { length } = await titles();
  assert.ok(length > 0);
  await page.goto(`${house.base}/desk`);
  assert.match(await page.innerText("main"), new RegExp(`Requests and offers\\s+${length}\n`));
  const planner = await house.signedIn("planner", "Ines");
  assert.match(await planner.innerText("main"), /Nothing is waiting/);
  assert.equal((await planner.goto(`${house.base}/desk/queue`))?.status(), 403);
});

test("D17 by keyboard alone: keys go along the list and to the forms, and can be turned off", async () => {
  await sent("Upper");
  await sent("Lower");
  const keyed = await house.signedIn("moderator", "Rosa", { script: true });
  await keyed.goto(`${house.base}/desk/queue`);
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
  await keyed.getByText("Refused.", { exact: true }).waitFor();
  await keyed.goto(`${house.base}/desk/queue`);
  await keyed.getByLabel("Keys").uncheck();
  await keyed.reload();
  await keyed.keyboard.press("j");
  assert.equal(await keyed.evaluate(() => document.activeElement?.tagName), "BODY");
});

test("D11 axe finds nothing in the queue, and nothing scrolls sideways", async () => {
  await sent("Seen by axe"); // others may be settled: they stand in no order of their own
  await page.goto(`${house.base}/desk/queue`);
  const address = await page.getByRole("link", { name: "Seen by axe" }).getAttribute("href");
  const [item] = address!.split("#");
  await sentFigure();
  await open(/^A figure/);
  const paths = ["/desk", "/desk/queue", item!, `${item}?as=project`, new URL(page.url()).pathname];
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});

test("D44 of a story without files and people the queue shows no empty line", async () => {
  assert.equal((await tell(house.base, { fields: { text: "Only words came." } })).status, 303);
  await page.goto(`${house.base}/desk/queue`);
  await click(page.getByRole("link", { name: "Only words came." }));
  const lines = await page.$$eval("main dl.facts dt", (all) =>
    all.map((dt) => [dt.textContent, dt.nextElementSibling?.textContent?.trim()]),
  );
  assert.ok(lines.length > 0);
  assert.deepEqual(
    lines.filter(([, value]) => value === ""),
    [],
  );
});

test("D12 what a newer program took says so, and offers nothing that this one cannot take back", async () => {
  using running = await openControl(dataPaths(house.env["CND_DATA"]!).socket);
  const about = JSON.stringify({ for: "something of tomorrow" });
  const fresh = { secret: newSecret(), received: "2026-01-01", about };
  const id = (await running.private("submissions.add", fresh)) as string;
  await page.goto(`${house.base}/desk/queue/${id}`);
  assert.match(await page.innerText(".branch"), /A newer version of the program received this/);
  assert.equal(await page.locator(".branch form").count(), 0);
});
