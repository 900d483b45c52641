/** A pledge, from the front page to its place among the others and back again, on a phone without script (features/pledges/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { axeFinds, violations } from "./axe.ts";
import { deskHouse } from "./desk-house.ts";
import { click, press } from "./clicks.ts";
import { PlainHands } from "./hands.ts";
import { tooWide } from "./too-wide.ts";

const house = deskHouse();
const phone = (): Promise<Page> => house.person({ width: 360 });
const main = (page: Page): Promise<string> => page.innerText("main");
const NEXT_YEAR = String(new Date().getUTCFullYear() + 1);

/** What somebody types who fills only what is asked of them; every choice is the first that there is. */
const ANSWERS: Readonly<Record<string, string>> = {
  what: "Teach neighbours to use a phone safely",
  value: "25",
  unit: "people",
  where: "Mankosi",
  by: NEXT_YEAR,
  counting: "By the list of names at the clinic.",
};

async function fillRequired(
  page: Page,
  answers: Readonly<Record<string, string>>,
  does = "",
): Promise<void> {
  const form = does === "" ? "main form" : `main form:has([value="${does}"])`;
  const names = await page.$$eval(`${form} [required]`, (all) =>
    all.map((one) => (one as HTMLInputElement).name),
  );
  assert.ok(names.length > 0);
  for (const name of names) {
    const field = page.locator(`${form} [name="${name}"]`);
    const sort = await field.evaluate((one) => (one as HTMLInputElement).type);
    if (sort === "checkbox") await field.check();
    else if (sort === "select-one") await field.selectOption({ index: 1 });
    else await field.fill(answers[name] ?? assert.fail(`${name} is required, too`));
  }
}

/**
 * @param more what somebody types beside what is asked of them
 * @returns the page of the secret address, and how many pages it took from the front page on
 */
async function pledged(
  who: string,
  more: { readonly counting?: string } = {},
): Promise<{ page: Page; pages: number }> {
  const page = await phone();
  let pages = 0;
  page.on("load", () => pages++);
  await page.goto(house.base);
  await click(page.getByRole("link", { name: "Yours can be the first" }));
  await fillRequired(page, { ...ANSWERS, name: who });
  if (more.counting !== undefined) {
    await page.locator("summary", { hasText: "How results are counted" }).click();
    await page.fill("[name=counting]", more.counting);
  }
  await press(page, "Send the pledge");
  return { page, pages };
}

test("P50 P52 from the front page to the secret address are three pages, by whoever fills only what is required, and none is too wide", async () => {
  const { page, pages } = await pledged("Neema");
  assert.match(new URL(page.url()).pathname, /^\/o\/[\w-]{22}$/);
  assert.equal(pages, 3);
  const shown = await main(page);
  for (const text of ["Neema", ANSWERS["what"]!, "25 people", "Mankosi"])
    assert.ok(shown.includes(text), text);
  assert.doesNotMatch(shown, /Counting method/, "nothing was said of it");
  const path = new URL(page.url()).pathname;
  assert.deepEqual(await tooWide(page, house.base, ["/take-part/pledge", path]), []);
});

test("P50 axe finds nothing on the form, on a phone and on a desk, nor where nothing of it fits", async () => {
  const page = await house.person({ script: true, width: 360 });
  assert.deepEqual(await axeFinds(page, house.base, ["/take-part/pledge"]), []);
  await page.goto(`${house.base}/take-part/pledge`);
  await page.$eval("main form", (form: HTMLFormElement) => (form.noValidate = true));
  await press(page, "Send the pledge");
  assert.ok((await page.locator("[aria-invalid]").count()) >= 6);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", body, redirect: "manual" });
}

test("P51 pressed twice, also in the same moment, it is one; the very same in another form says so and comes back; nothing that is sent to a secret address too late is lost", async () => {
  const form = "/take-part/pledge";
  const freshId = async () =>
    /name="id" value="([^"]+)"/.exec(await (await fetch(house.base + form)).text())![1]!;
  const [id, other] = [await freshId(), await freshId()];
  assert.notEqual(id, other, "a form is made for each who asks");
  const fields = { ...ANSWERS, sort: "person", name: "Lindiwe", agree: "yes" };
  const pressed = await Promise.all([1, 2, 3].map(() => post(form, { ...fields, id })));
  const again = await post(form, { ...fields, id });
  for (const answer of [...pressed, again])
    assert.equal(answer.headers.get("location"), `/o/${id}`, String(answer.status));
  const twice = await post(form, { ...fields, id: other });
  const shown = await twice.text();
  assert.equal(twice.status, 409);
  assert.match(shown, /already received this same pledge on .*value="Lindiwe"/s);
  const anew = await post(form, { ...fields, id, where: "Another place" });
  assert.match(anew.headers.get("location")!, /^\/o\/[\w-]{22}$/);
  assert.notEqual(anew.headers.get("location"), `/o/${id}`, "other words are another pledge");

  const one = await freshId();
  const apart = await Promise.all(
    ["Nangi", "Gurb", "Omalo"].map((where) => post(form, { ...fields, where, id: one })),
  );
  const addresses = apart.map((answer) => answer.headers.get("location")!);
  assert.equal(
    new Set(addresses).size,
    3,
    "different pledges of one form in one moment: each is kept",
  );
  for (const [i, where] of ["Nangi", "Gurb", "Omalo"].entries())
    assert.match(await (await fetch(house.base + addresses[i]!)).text(), new RegExp(where));
  const ids = await Promise.all([1, 2, 3].map(freshId));
  const alike = await Promise.all(
    ids.map((own) => post(form, { ...fields, where: "Melling", id: own })),
  );
  assert.deepEqual(
    [303, 409].map((status) => alike.filter((answer) => answer.status === status).length),
    [1, 2],
    "the very same in three forms in one moment is kept once",
  );

  const late = await post(`/o/${id}`, { do: "answer", words: "At the river." });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /This question is closed.*At the river\./s);
  const early = await post(`/o/${id}`, { do: "later", id: "", value: "3", asOf: "2026", url: "" });
  assert.match(await early.text(), /no longer shown here/);
});

/** Somebody of the desk publishes the pledge that waits. @returns the path at which it stands */
async function published(who: string): Promise<string> {
  const one = new PlainHands(await house.signedIn("moderator", `Amina ${++people}`));
  await one.follow("Queue");
  await one.follow(new RegExp(`^${who}: 25 people`));
  await one.press("Publish under a new name");
  await one.said(/Accepted/);
  const path = await one.page.getByRole("link", { name: "View on the site" }).getAttribute("href");
  await one.page.context().close();
  return path!;
}
let people = 0;
const status = async (path: string): Promise<number> => (await fetch(house.base + path)).status;

test("P56 V64 D12 the desk asks back and is answered; the pledger says a figure at the secret address, which stands as self-reported", async () => {
  const { page } = await pledged("Thando");
  const sender = new PlainHands(page);
  const own = page.url();
  const desk = new PlainHands(await house.signedIn("moderator", "Li"));
  await desk.follow("Queue");
  await desk.follow(/^Thando/);
  await desk.fill("Your question", "Which clinic is it?");
  await desk.press("Ask the sender");
  assert.match(await main(desk.page), /has not answered your last question yet/);
  await page.reload();
  assert.match(await main(page), /The desk has a question for you/);
  await sender.fill("Your answer", "The one at the river.");
  await sender.press("Send the answer");
  assert.match(await main(page), /The one at the river\./);
  assert.doesNotMatch(await desk.page.innerText(".queue"), /answered/);
  await desk.page.reload();
  assert.match(await main(desk.page), /The one at the river\./);
  assert.match(await desk.page.innerText(".queue"), /answered/);
  await desk.press("Publish under a new name");

  await page.reload();
  await fillRequired(page, { value: "0", asOf: String(new Date().getUTCFullYear()) }, "later");
  await sender.press("Send the figure");
  assert.notEqual(page.url(), own);
  await desk.follow("Queue");
  await desk.follow(/^A figure: thando/);
  assert.match(await main(desk.page), /This text came from the pledge’s secret address/);
  await desk.press("Publish");
  await page.reload();
  await click(page.getByRole("link", { name: "See the result" }));
  assert.match(await main(page), /self-reported/);
  const path = new URL(page.url()).pathname;
  const proof = page.locator('main a[href*="/proof/sent-"]').first();
  const record = (await fetch(house.base + (await proof.getAttribute("href")))).url;
  const recorded = async () => (await fetch(record)).text();
  assert.doesNotMatch(await recorded(), /The text was erased/);

  await page.goto(own);
  await page.getByRole("checkbox", { name: /^\s*Withdraw/ }).check();
  await press(page, "Withdraw");
  assert.equal(await status(path), 410);
  assert.match(await recorded(), /The text was erased/, "the figure goes with the pledge");
});

test("P53 P55 the desk publishes it under the pledger's name, and the pledger takes all of it back at the secret address", async () => {
  const { page } = await pledged("Amara", { counting: ANSWERS["counting"]! });
  assert.match(await main(page), /Counting method\s+By the list of names at the clinic\./);
  const own = page.url();
  const path = await published("Amara");
  await page.reload();
  await click(page.getByRole("link", { name: "See the result" }));
  await page.waitForURL((url) => url.pathname === path);
  await page.locator("main .status").waitFor(); // the address alone may come while the page before still answers
  const shown = await main(page);
  for (const text of ["Amara", "Mankosi", "at the clinic", "open until", "Send the first figure"])
    assert.ok(shown.includes(text), text);
  await click(page.getByRole("link", { name: "Amara", exact: true }));
  const partner = new URL(page.url()).pathname;
  assert.match(await main(page), /Takes part in the campaign/);
  await page.goto(own);
  await page.getByRole("checkbox", { name: /^\s*Withdraw/ }).check();
  await press(page, "Withdraw");
  assert.match(await main(page), /Withdrawn/);
  assert.deepEqual([await status(path), await status(partner)], [410, 410]);
});
