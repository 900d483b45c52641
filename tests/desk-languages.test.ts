/** The desk in the language of whoever works at it, without script (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();

async function tongueOf(page: Page): Promise<string> {
  return page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
}

test("D19 a language that is chosen where somebody comes in, or on their own page, is their account’s", async () => {
  const page = await house.person();
  await page.goto(`${house.base}/desk/sign-in`);
  await click(page.getByRole("link", { name: "Kiswahili" }));
  assert.equal(await tongueOf(page), "sw ltr");
  await page.goto(house.base + (await house.invited("owner", "Amina")));
  await click(page.getByRole("link", { name: "العربية" }));
  await click(page.locator("main form button"));
  await page.waitForURL(/\/desk$/);
  assert.equal(await tongueOf(page), "ar rtl");
  const other = await house.signedIn("editor", "Joseph");
  assert.equal(await tongueOf(other), "en ltr");
  await page.goto(`${house.base}/desk/me`);
  await page.locator("#lang").selectOption("sw");
  await click(page.locator("form[action='/desk/me/language'] button"));
  assert.equal(await tongueOf(page), "sw ltr");
  assert.match(await page.locator("[role=status]").first().innerText(), /lugha yako/);
  await page.goto(`${house.base}/desk/accounts`);
  await page.getByLabel("Jina kwenye dawati").fill("Wanjiru");
  await page.locator("#role").selectOption("editor");
  await click(page.locator("form[action='/desk/accounts/invite'] button"));
  const link = await page.locator("#link").inputValue();
  assert.match(link, /\?lang=sw$/);
  const invited = await house.person();
  await invited.goto(house.base + new URL(link).pathname + new URL(link).search);
  assert.equal(await tongueOf(invited), "sw ltr");
  await press(invited, "Ingia");
  await invited.waitForURL(/\/desk$/);
  assert.equal(await tongueOf(invited), "sw ltr");
});

test("D20 what is written keeps its own language and direction; axe finds nothing on the desk in Arabic", async () => {
  const page = await house.person();
  await page.goto(`${house.base}${await house.invited("owner", "Layla")}?lang=ar`);
  await click(page.locator("main form button"));
  await page.goto(`${house.base}/desk/stories`);
  await click(page.locator("button.small").first());
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  const draft = new URL(page.url()).pathname;
  assert.equal(await tongueOf(page), "ar rtl");
  for (const [field, said] of [
    ["#markdown", "en ltr"],
    ["#title", "en ltr"],
    ["#tags", " ltr"],
    ['[name="people.0"]', " auto"],
  ] as const) {
    const own = await page
      .locator(field)
      .first()
      .evaluate((at: HTMLInputElement) => `${at.lang} ${at.dir}`);
    assert.equal(own, said, field);
  }
  const parts = "queue stories calendar media updates counts settings accounts me".split(" ");
  const paths = ["/desk", draft, ...parts.map((part) => `/desk/${part}`)];
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});

test("D21 a form that cannot be read is answered by a page in the desk’s language, and by JSON to a script that asks for it", async () => {
  const page = await house.person();
  await page.goto(`${house.base}${await house.invited("owner", "Neema")}?lang=sw`);
  await click(page.locator("main form button"));
  await page.waitForURL(/\/desk$/);
  const long = "x".repeat(50_000);
  for (const [path, form, status, words] of [
    ["/desk/me/language", { other: "1" }, 400, /haikuweza kusomwa/],
    ["/desk/accounts/invite", { name: long }, 413, /andika kidogo/],
    ["/desk/sign-in?lang=sw", { other: "1" }, 400, /haikuweza kusomwa/],
  ] as const) {
    const url = house.base + path;
    const read = await page.request.post(url, { form });
    assert.equal(read.status(), status, path);
    assert.match(await read.text(), /<html lang="sw".*<h1[^>]*>Hakuna kilichofanyika<\/h1>/s);
    assert.match(await read.text(), words, path);
    const asked = await page.request.post(url, { form, headers: { accept: "application/json" } });
    assert.equal(asked.status(), status, path);
    assert.equal(typeof (await asked.json()).error, "string", path);
  }
});

test("D14 a desk in French: what does not fit is said in French; a ready-made reason is said to its sender in their language", async () => {
  const page = await house.person();
  await page.goto(`${house.base}${await house.invited("moderator", "Awa")}?lang=fr`);
  await click(page.locator("main form button"));
  await page.waitForURL(/\/desk$/);
  const told = { text: "Mlingoti ulikuja.", naming: "none", language: "Kiswahili" };
  const sent = await fetch(`${house.base}/ar/take-part/story`, {
    method: "POST",
    body: new URLSearchParams(told),
  });
  await page.goto(`${house.base}/desk/queue`);
  await click(page.locator(".queue a").first());
  await page.locator("#slug").fill("Mlingoti!");
  await click(page.locator("form[action$='/accept'] button"));
  assert.match(await page.innerText("#slug-problem"), /^Écrivez/);
  await page.locator("#ready").selectOption({ index: 1 });
  await click(page.locator("form[action$='/refuse'] button"));
  assert.match(await page.innerText("main"), /Cela a déjà été raconté ici/);
  const { pathname } = new URL(sent.url);
  assert.match(pathname, /^\/ar\/o\//);
  const read = async (path: string) => (await fetch(house.base + path)).text();
  assert.match(await read(pathname), /رُوي هنا من قبل/);
  assert.match(await read(pathname.slice("/ar".length)), /We have already published this/);
});
