/** Several rows of a list changed at once, and that taken back (features/desk/README.md, D64; content, KO13; captions, CP10). */
import assert from "node:assert/strict";
import test from "node:test";
import sharp from "sharp";
import { withTopic } from "../src/features/content/several-desk.tsx";
import { MOST, rowsIn, valueOf } from "../src/platform/accounts/several/ticked.ts";
import { axeFinds, tooWide, violations } from "./axe.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { press } from "./clicks.ts";
import type { Page } from "playwright-core";

const house = deskHouse();

test("D64 what a form brings along is read row by row, each once, and what is no row is none", () => {
  const one = { id: "a-story", stamp: "019ab-0001", was: "" };
  const two = { id: "b", stamp: "x", was: "Ann & Li, 2024" };
  assert.deepEqual(rowsIn({ "row.0": valueOf(one), "row.7": valueOf(two), shown: "c y" }), [
    one,
    two,
  ]);
  const shown = `${valueOf(one)}\n${valueOf(two)}\nno-row\n../x y`;
  assert.deepEqual(rowsIn({ all: "yes", shown, "row.1": valueOf(two) }), [one, two]);
  assert.deepEqual(rowsIn({ shown }), []);
});

test("KO13 an undo puts a topic where it stood among the others, and nothing else of the thing changes", () => {
  const body = { title: "A", topics: ["water", "books", "light"] };
  const out = withTopic(body, { topic: "books", isIn: false, isUndo: false }, { was: "" })!;
  assert.deepEqual(out, { body: { title: "A", topics: ["water", "light"] }, was: "1" });
  const back = withTopic(out.body, { topic: "books", isIn: true, isUndo: true }, out);
  assert.deepEqual(back?.body, body);
  const last = withTopic(
    { topics: ["light"] },
    { topic: "light", isIn: false, isUndo: false },
    out,
  );
  assert.deepEqual(last?.body, {}, "an empty list is left out");
  assert.equal(withTopic(body, { topic: "light", isIn: true, isUndo: false }, out), undefined);
});

const topicsOf = async (slug: string): Promise<readonly string[]> => {
  const page = await (await fetch(`${house.base}/stories/${slug}`)).text();
  return [...page.matchAll(/href="\/(?:conversation|stories\/topics?|topics)\/([a-z]+)"/g)]
    .map(([, id]) => id!)
    .toSorted();
};
const status = (page: Page): Promise<string> => page.innerText('main [role="status"]');

for (const [how, hands] of Object.entries(EACH_WAY))
  test(`D64 KO13 ticked stories are put into a topic, what was changed since is left and named, and one button takes it back: ${how}`, async () => {
    const page = await house.signedIn("editor", `Amina ${how}`, { width: 360 });
    const hand = hands(page);
    const before = await topicsOf("gurb");
    assert.ok(before.includes("connectivity"), before.join());
    await page.goto(`${house.base}/desk/stories`);
    assert.equal(await tooWide(page), 0);
    const gurb = page.locator("li", { has: page.locator('a[href="/stories/gurb"]') });
    const melling = page.locator("li", { has: page.locator('a[href="/stories/melling"]') });
    for (const row of [gurb, melling]) {
      const title = await row.locator("a").first().innerText();
      await hand.tick(new RegExp(`: ${title.slice(0, 12)}`));
    }
    // Somebody else is quicker with one of them.
    const other = await house.signedIn("editor", `Joseph ${how}`);
    await other.goto(`${house.base}/desk/stories`);
    await other
      .locator("li", { has: other.locator('a[href="/stories/melling"]') })
      .locator("label")
      .click();
    await other.getByLabel("Topic").selectOption({ label: "Security" });
    await press(other, "Add to this topic");
    assert.match(await status(other), /1 item was added to “Security”/);
    await hand.choose("Topic", "Privacy");
    await hand.press("Add to this topic");
    await hand.said(/1 item was added to “Privacy”\./);
    assert.match(
      await page.innerText("main"),
      /Not changed[^]*: someone changed this row after the list was loaded/,
    );
    assert.equal(await tooWide(page), 0);
    assert.deepEqual(await topicsOf("gurb"), [...before, "privacy"].toSorted());
    assert.ok(!(await topicsOf("melling")).includes("privacy"));
    await hand.press("Undo");
    await hand.said(/1 change was undone/);
    assert.deepEqual(await topicsOf("gurb"), before);
    await press(other, "Undo");
    assert.match(await status(other), /1 change was undone/);
  });

test("D64 all on a page are one tick; sent twice is once; without a row or a topic nothing is done; who may not publish sees no tick; the trail has a row", async () => {
  const page = await house.signedIn("owner", "Li", { script: true });
  await page.goto(`${house.base}/desk/content/programmes`);
  const rows = await page.locator('input[name^="row."]').count();
  assert.ok(rows > 1 && rows <= MOST);
  await press(page, "Add to this topic");
  assert.match(await page.innerText('[role="alert"]'), /Tick at least one row first/);
  await page.goBack();
  await page.getByLabel(`All ${rows} rows on this page`).check();
  await page.getByLabel("Topic").selectOption({ label: "Privacy" });
  await press(page, "Add to this topic");
  assert.match(await status(page), new RegExp(`^${rows} items were added to “Privacy”`));
  assert.deepEqual(await violations(page), []);
  await page.reload();
  assert.match(
    await status(page),
    new RegExp(`^0 items were added to “Privacy”\\. ${rows} rows needed no change\\.`),
  );
  await page.goBack();
  assert.deepEqual(
    await axeFinds(page, house.base, ["/desk/content/programmes", "/desk/stories"]),
    [],
  );
  await page.goto(`${house.base}/desk/trail`);
  assert.match(await page.innerText("main"), new RegExp(`in privacy ${rows}`));
  const planner = await house.signedIn("contributor", "Kofi");
  await planner.goto(`${house.base}/desk/stories`);
  assert.equal(await planner.locator('input[name^="row."]').count(), 0);
});

test("D64 more rows than a page may hold are refused, and nothing of them is done", async () => {
  const page = await house.signedIn("editor", "Ada");
  const form = new URLSearchParams({ do: "in", topic: "privacy" });
  for (let n = 0; n <= MOST; n++) form.set(`row.${n}`, `story-${n} 0-0`);
  const done = await page.request.post(`${house.base}/desk/several/stories`, {
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
    },
    data: form.toString(),
  });
  assert.equal(done.status(), 422);
  assert.match(await done.text(), /At most 100 rows can be changed at once/);
});

test("CP10 of several photos it is said at once who made them, and each gets back what stood there before", async () => {
  const page = await house.signedIn("editor", "Sara", { width: 360 });
  for (const [alt, credit] of [
    ["A well", "Ann"],
    ["A mast", ""],
  ] as const) {
    await page.goto(`${house.base}/desk/media`);
    const fold = page.locator("details", { has: page.locator('textarea[name="alt"]') });
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
    const buffer = await sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: alt === "A well" ? "#375" : "#753",
      },
    })
      .jpeg()
      .toBuffer();
    await page
      .locator('input[name="file"]')
      .setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer });
    await page.locator('textarea[name="alt"]').fill(alt);
    await page.locator('input[name="credit"]').fill(credit);
    await press(page, "Add");
  }
  await page.goto(`${house.base}/desk/media?find=a`);
  for (const alt of ["A well", "A mast"]) await page.getByLabel(`Tick: ${alt}`).check();
  assert.equal(await tooWide(page), 0);
  await page.getByLabel("Who took the photos").fill("Li Na");
  await press(page, "Apply to all ticked photos");
  assert.match(await status(page), /^2 photos changed/);
  const list = async (words: string) =>
    (await page.request.get(`${house.base}/desk/media?find=${encodeURIComponent(words)}`)).text();
  assert.match(await list("Li Na"), /: <bdi>A (?:well|mast)[^]*: <bdi>A (?:well|mast)/);
  assert.doesNotMatch(await list("Ann"), /: <bdi>A well/);
  await press(page, "Undo");
  assert.match(await status(page), /^2 changes were undone/);
  assert.match(await list("Ann"), /: <bdi>A well/);
  assert.doesNotMatch(await list("Li Na"), /: <bdi>A (?:well|mast)/);
});
