/** A new campaign at the desk: what is to be done first, the example, the first story (features/desk, features/editor, features/campaign). */
import assert from "node:assert/strict";
import test from "node:test";
import { axeFinds } from "./axe.ts";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { PlainHands } from "./hands.ts";

const house = deskHouse({ isNew: true });
const front = async () => (await fetch(house.base)).text();
const leads = async (title: string) =>
  new RegExp(`class="three"><li>(?:(?!</li>).)*${title}`, "s").test(await front());

async function writePage(hands: PlainHands, title: string): Promise<void> {
  await hands.page.goto(`${house.base}/desk`);
  await hands.follow(new RegExp(`^Write “${title}”`));
  await hands.fill("Text", `${title}, written.`);
  await hands.press("Save the page");
}

test("D22 RN12 W14 W15 a new owner is told what to do next, until it is done; the first story leads in the example’s place", async () => {
  const hands = new PlainHands(await house.signedIn("owner", "Amina"));
  const { page } = hands;
  const steps = async () => {
    await page.goto(`${house.base}/desk`);
    return page.locator("[aria-labelledby=next] li a").allInnerTexts();
  };
  const first = await steps();
  assert.equal(first.length, 7, first.join());
  assert.match(first[0]!, /logo and a colour/);
  assert.deepEqual(await axeFinds(page, house.base, ["/desk", "/desk/settings"]), []);
  assert.ok(await leads("Our first story"));

  await page.goto(`${house.base}/desk`);
  await hands.follow("Write your first story");
  await hands.fill("Title", "A mast on the hill");
  await hands.press("Start");
  assert.equal(await page.locator('[name="authors.0"]').inputValue(), "The campaign desk");
  await hands.fill("Summary", "One sentence about a mast.");
  await hands.fill("Text", "The first sentence.");
  await hands.unfold("People, places, topics");
  await hands.fill("Category", "School");
  await hands.press("Save, then publish …");
  assert.match(
    await page.innerText("main"),
    /The example story “Our first story” leads the front page/,
  );
  await hands.press("Publish");
  await hands.said(/The story is published at this address: http\S+\/stories\/a-mast-on-the-hill/);
  assert.match(await page.innerText("main"), /The example story “Our first story” is also public/);
  const published = new URL(page.url());
  assert.deepEqual(await axeFinds(page, house.base, [published.pathname + published.search]), []);
  assert.ok(await leads("A mast on the hill"));

  await page.goto(published.href);
  await hands.press("Withdraw the example");
  await hands.said(/^Done\.$/);
  assert.doesNotMatch(await page.innerText("main"), /example/);
  assert.equal((await fetch(`${house.base}/stories/our-first-story`)).status, 410);
  const left = await steps();
  assert.equal(left.length, 5, left.join());
  for (const title of ["Imprint", "About", "Privacy"]) await writePage(hands, title);
  assert.deepEqual((await steps()).at(-1), "Set up daily backups");
  await hands.follow("Set up daily backups");
  await page.getByLabel("Make a backup every day").check();
  await page.locator('form[action="/desk/run/keeping"] button').click();
  assert.deepEqual(await steps(), []);
});

test("D22 who may neither publish nor set anything is told nothing of it", async () => {
  const page = await house.signedIn("moderator", "Li");
  assert.equal(await page.locator("[aria-labelledby=next]").count(), 0);
});

test("C24 the settings begin with links to their sections, and each can be saved where it stands", async () => {
  const page = await house.signedIn("owner", "Joan");
  await page.goto(`${house.base}/desk/settings`);
  const links = await page.locator("main nav.chips").first().locator("a").all();
  assert.ok(links.length >= 12);
  for (const link of links) {
    const id = (await link.getAttribute("href"))!;
    assert.equal(await page.locator(id).count(), 1, id);
  }
  const sections = page.locator("form[action='/desk/settings'] section");
  assert.ok((await sections.count()) >= 8);
  for (const one of await sections.all())
    assert.equal(await one.getByRole("button", { name: "Save" }).count(), 1);
  await page.locator("#goalStatement").fill("");
  await page.locator("#claim").fill("Said from its own section");
  await click(page.getByRole("button", { name: "Save" }).nth(1));
  assert.match(await page.innerText('[role="status"]'), /Saved/);
});
