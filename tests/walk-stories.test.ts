/** Writing at the desk, from the first word to the published story, by keyboard alone and without script (features/editor/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { tabbedThrough, type Hands } from "./hands.ts";

const house = deskHouse();
const picture = join(house.folder.dir, "mast.png");
const flat = { width: 64, height: 48, channels: 3 as const };
/** A photo for each way: about one file the desk is asked once. */
const COLOURS = { K: "#0a5cc2", P: "#0ac25c" };

/** The page is ready for whoever writes. */
async function atDraft({ page, isKeyboard }: Hands): Promise<string> {
  if (isKeyboard) await page.locator("#live[data-ready]").waitFor({ state: "attached" });
  return page.url().replace(/[?#].*/, "");
}

for (const [way, hands] of Object.entries(EACH_WAY)) {
  const script = way === "by keyboard alone";
  const named = (name: string) => `${name} ${script ? "K" : "P"}`;
  const mast = script ? "a-mast-k" : "a-mast-p";
  const person = async (name: string): Promise<Hands> =>
    hands(await house.signedIn("editor", named(name), { script }));

  test(`W12 a story is begun, written, looked at, compared, restored, published and taken back ${way}`, async () => {
    writeFileSync(
      picture,
      await sharp({ create: { ...flat, background: COLOURS[script ? "K" : "P"] } })
        .png()
        .toBuffer(),
    );
    const one = await person("Amina");
    const { page } = one;
    await one.follow("Stories");
    await one.fill("Title", named("A mast"));
    await one.press("Start");
    const path = await atDraft(one);
    await one.fill("Summary", "One sentence about a mast.");
    await one.fill("Text", "The first sentence.");
    await one.unfold("People, places, topics");
    await one.fill("Category", "Community network");
    await one.fill("Authors 1", "the campaign desk");
    await one.press("Save");
    await one.said(/Done\./);
    await atDraft(one);
    await one.fill("Text", "Another sentence altogether.");
    await one.press("Save, then preview on a phone");
    assert.match(await page.innerText("main"), /s on 2G/);
    assert.match(
      await page.frameLocator("iframe.phone").locator("main").innerText(),
      /Another sentence altogether/,
    );

    await page.goto(path);
    await one.follow("History");
    await one.follow(/^Compare/);
    assert.match(await page.innerText(".diff"), /first|Another/);
    await one.press(/^Restore this version/);
    await one.said(/Done\./);

    await atDraft(one);
    await one.unfold("Add a picture");
    await one.give("File", picture);
    await one.fill("What the photo shows", "A mast on a hill");
    await one.press("Add");
    await one.said(/“A mast on a hill” was added at the end of the text/);
    assert.match(await page.locator("#markdown").inputValue(), /!\[A mast on a hill\]\(picture:/);
    await atDraft(one);
    await one.press("Save, then publish …");
    await one.choose("Is anyone recognisable?", "No");
    await one.press("Save answers");
    await one.said(/Your answers have been saved/);
    await one.press("Publish");
    await one.said(/The story is published at this address: http/);
    const told = async () => (await fetch(`${house.base}/stories/${mast}`)).status;
    assert.equal(await told(), 200);
    await page.goto(path);
    await one.unfold("Withdraw the story");
    await one.tick("Remove the story from the site");
    await one.press("Withdraw the story");
    await one.said(/Done\./);
    assert.equal(await told(), 410);
  });

  test(`W3 of two people on one draft the second finishes one text from both ${way}`, async () => {
    const [one, two] = [await person("Li"), await person("Maria")];
    await one.follow("Stories");
    await one.fill("Title", named("For two"));
    await one.press("Start");
    const path = await atDraft(one);
    await one.fill("Text", "First.\n\nSecond.\n\nThird.");
    await one.press("Save");
    await two.page.goto(path);
    await atDraft(two);
    await one.fill("Text", "First, by Li.\n\nSecond.\n\nThird.");
    await one.press("Save");
    // The words of the second are typed and sent before the page saves by itself.
    await two.fill("Text", "First.\n\nSecond.\n\nThird, by Maria.");
    await two.press("Save");
    assert.match(two.page.url(), /\/both\?mine=\d+$/);
    const texts = await two.page.locator(".two-texts").innerText();
    assert.match(texts, /by Li/);
    assert.match(texts, /by Maria/);
    await two.press("Save");
    await two.said(/Done\./);
    assert.equal(
      await two.page.locator("#markdown").inputValue(),
      "First, by Li.\n\nSecond.\n\nThird, by Maria.",
    );
  });

  test(`W11 W10 a translation is begun beside its original and published; the calendar leads there ${way}`, async () => {
    const one = await person("Ines");
    const { page } = one;
    await one.follow("Stories");
    await one.press(/^Edit/);
    await atDraft(one);
    const title = await page.innerText("h1");
    await one.unfold("Translate");
    await one.press(script ? "Translate into Swahili" : "Translate into Hindi");
    await atDraft(one);
    assert.ok((await page.innerText(".original[role=region]")).length > 100);
    await one.fill("Title", named("Kichwa"));
    await one.fill("Summary", "Sentensi moja.");
    await one.fill("Text", "Maneno ya kwanza.");
    await one.choose("State", "by a person");
    await one.press("Save, then publish …");
    const [slug] = /\/stories\/[a-z0-9-]+/.exec(await page.innerText("main"))!;
    await one.press("Publish");
    await one.said(/The story is published at this address: http/);
    const lang = script ? "sw" : "hi";
    const told = await (await fetch(`${house.base}/${lang}${slug}`)).text();
    assert.match(told, /Maneno ya kwanza/);
    await one.follow("Calendar");
    // It begins with this month; the story is of an earlier one, which depends on the day of the run.
    const months = page.getByRole("navigation", { name: "Calendar" }).getByRole("link");
    for (let i = 0; i < 36 && (await page.getByRole("link", { name: title }).count()) === 0; i++)
      await one.follow(await months.first().innerText());
    await one.follow(title);
    assert.equal(await page.innerText("h1"), title);
  });
}

test("W12 Tab goes through each page of writing in its order, is seen at each stop and comes out; axe finds nothing", async () => {
  const page: Page = await house.signedIn("editor", "Walker", { script: true });
  await page.goto(`${house.base}/desk/stories`);
  await page.getByLabel("Title").fill("Walked through");
  await press(page, "Start");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  const draft = new URL(page.url()).pathname;
  const paths = ["", "/history", "/publish", "/phone"].map((rest) => draft + rest);
  paths.push("/desk/stories", "/desk/calendar");
  const found: string[] = [];
  for (const path of paths) found.push(...(await tabbedThrough(page, house.base + path)));
  assert.deepEqual(found, []);
  assert.deepEqual(await axeFinds(page, house.base, [`${draft}?done`, "/desk/stories?done"]), []);
});
