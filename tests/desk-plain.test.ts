/** What the desk tells and asks, as somebody from a newsroom meets it (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { deskHouse } from "./desk-house.ts";
import { PlainHands } from "./hands.ts";
import { tell } from "./telling.ts";

const house = deskHouse();

async function sendStory(title: string, language: string): Promise<void> {
  const answer = await tell(house.base, { fields: { title, language } });
  assert.equal(answer.status, 303);
}
const said = async (page: Page): Promise<string> => page.innerText("main");

test("D71 what is translated in the files alone is said to be so, and no kind leads to where it cannot be", async () => {
  const hands = new PlainHands(await house.signedIn("owner", "Li"));
  await hands.follow("Content");
  await hands.follow("Translations");
  const { page } = hands;
  assert.equal(new URL(page.url()).pathname, "/desk/content/translations");
  const files = await page.locator("section[aria-labelledby=files]").innerText();
  assert.match(files, /cannot be translated at the desk yet/);
  for (const kind of ["Partners", "People", "Places", "Programmes", "Projects", "Pledges"])
    assert.match(files, new RegExp(kind));
  assert.deepEqual(
    await page
      .locator("section[aria-labelledby=files] a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href"))),
    ["/desk/help#desk-content-translations"],
  );
  await hands.follow("How to translate them in the files");
  assert.match(await page.locator("#desk-content-translations + dd").innerText(), /cnd words/);
});

test("D72 a language that has to be chosen says so, and a draft is one touch away from what it was made of", async () => {
  await sendStory("The first call", "");
  const hands = new PlainHands(await house.signedIn("editor", "Ines"));
  await hands.follow("Queue");
  await hands.follow(/The first call/);
  const { page } = hands;
  const field = page.getByLabel(/^The story’s language/);
  assert.match(await page.locator("label[for=language]").innerText(), /Required/);
  assert.equal(await field.getAttribute("required"), "");
  await page
    .locator("form", { has: field })
    .evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await hands.press("Create a draft");
  assert.match(await page.innerText("#language-problem"), /Required/);
  await hands.fill("The story’s language", "Bemba");
  await hands.press("Create a draft");
  await hands.follow("Continue at the desk");
  assert.match(new URL(page.url()).pathname, /^\/desk\/stories\/[0-9a-f]{12}$/);
  assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "The first call");
  await hands.follow("Consents");
  await hands.follow("Check and publish …");
  assert.match(new URL(page.url()).pathname, /\/publish$/, "without a way back through the draft");
  const other = new PlainHands(await house.signedIn("moderator", "Rosa"));
  await sendStory("Another call", "en");
  await other.follow("Queue");
  await other.follow(/Another call/);
  await other.press("Create a draft");
  assert.match(await said(other.page), /Accepted/);
  assert.equal(await other.page.getByRole("link", { name: /Continue/ }).count(), 0);
});

test("D73 what is published stands among what is published, and is not being written", async () => {
  const hands = new PlainHands(await house.signedIn("editor", "Amina"));
  const { page } = hands;
  const titlesIn = (id: string) =>
    page.locator(`section[aria-labelledby=${id}] ol.queue li > a`).allInnerTexts();
  await hands.follow("Stories");
  await hands.fill("Title", "A mast for us");
  await hands.press("Start");
  await hands.fill("Summary", "One sentence.");
  await hands.fill("Text", "Words.");
  await hands.fill("Category", "Community network");
  await hands.press("Save");
  await hands.follow("Stories");
  assert.ok((await titlesIn("writing")).includes("A mast for us"));
  await hands.follow("A mast for us");
  await hands.press("Save, then publish …");
  await hands.press("Publish");
  await hands.follow("Stories");
  assert.ok(!(await titlesIn("writing")).includes("A mast for us"));
  assert.ok((await titlesIn("standing")).includes("A mast for us"));
  await hands.follow(/^Open/);
  await hands.fill("Text", "Other words.");
  await hands.press("Save");
  await hands.follow("Stories");
  assert.ok((await titlesIn("writing")).includes("A mast for us"), "it is being written again");
});
