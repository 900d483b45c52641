/** The plain form of a comment: without script and cookies, and with what does not fit (features/conversation). */
import assert from "node:assert/strict";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, CHROMIUM } from "./browser.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { ownerOf, say, sign } from "./saying.ts";

const house = deskHouse();
const FORM = "/stories/mankosi/comment";

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const fresh = async (path = FORM): Promise<string> =>
  /name="id" value="([^"]+)"/.exec(await text(path))![1]!;
const EMPTY = { to: "", name: "", language: "", contact: "" };

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", redirect: "manual", body });
}
const remarks = (): readonly Record<string, unknown>[] => {
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  return db.prepare("select * from remark order by n").all();
};

test("CO9 CO20 a change after a decision waits to be read; after a refusal, nothing is changed but the appeal", async () => {
  const desk = await house.signedIn("moderator", "Baraka");
  const queue = `${house.base}/desk/conversation`; // one at a time waits there
  const [shown, refused] = [await fresh(), await fresh()];
  await post(FORM, { ...EMPTY, id: shown, text: "Shown words." });
  await desk.goto(queue);
  await press(desk, "Show it");
  await post(FORM, { ...EMPTY, id: refused, text: "Refused words." });
  await desk.goto(queue);
  await desk.locator("[name=reason]").fill("Not here.");
  await press(desk, "Do not show this");
  await post(`/c/${shown}`, { do: "edit", text: "Other words.", sure: "" });
  await post(`/c/${refused}`, { do: "edit", text: "Sneaked in.", sure: "" });
  const row = (words: string) => remarks().find((one) => one["text"] === words);
  assert.equal(row("Shown words.")?.["edit"], "Other words.");
  assert.equal(row("Refused words.")?.["edit"], null);
  assert.equal(row("Sneaked in."), undefined);
  assert.doesNotMatch(await text("/stories/mankosi/conversation"), /Other words|Sneaked in/);
  assert.match(await text(`/c/${shown}`), /Your change is waiting/);
  await post(`/c/${refused}`, { do: "appeal", text: "Un\u200bseen \u202esigns.", sure: "" });
  assert.equal(row("Refused words.")?.["appeal"], "Unseen signs.");
});

test("CO8 a browser that runs no script and takes no cookie says something, by keyboard alone", async () => {
  const profile = join(house.folder.dir, "profile");
  mkdirSync(join(profile, "Default"), { recursive: true });
  const off = { profile: { default_content_setting_values: { cookies: 2, javascript: 2 } } };
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(off));
  const args = [...BROWSER_FLAGS];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args,
  });
  try {
    const page = await context.newPage();
    const set: string[] = [];
    page.on("response", (answer) => {
      if (answer.headers()["set-cookie"] !== undefined) set.push(answer.url());
    });
    await page.goto(`${house.base}/stories/mankosi`);
    await click(page.getByRole("link", { name: "Add a comment" }));
    await page.locator("#text").focus();
    await page.keyboard.type("We mend it ourselves.");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Tab"); // past the two recordings
    await page.keyboard.type("Nia");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/c\/[\w-]{22}$/);
    assert.match(
      await page.innerText("main"),
      /A moderator will read your comment before it is shown\.[\s\S]*We mend it ourselves\./,
    );
    await page.getByLabel("Erase my comment").check();
    await press(page, "Withdraw it");
    assert.match(await page.innerText("main"), /You withdrew this comment/);
    assert.deepEqual([set, await context.cookies()], [[], []]);
  } finally {
    await context.close();
  }
});

test("CO7 of the secret only its hash lies anywhere in the data folder", async () => {
  const id = await fresh();
  assert.equal((await post(FORM, { ...EMPTY, id, text: "Who reads this?" })).status, 303);
  let seen = 0;
  for (const file of globSync(`${house.env["CND_DATA"]}/**/*`, { withFileTypes: true })) {
    if (!file.isFile()) continue;
    seen += 1;
    assert.ok(!readFileSync(join(file.parentPath, file.name)).includes(id), file.name);
  }
  assert.ok(seen > 5, `${seen} files`);
});

test("CO8 what does not fit comes back as it was typed, with why, and nothing is kept", async () => {
  const before = remarks().length;
  const id = await fresh();
  const wrong = {
    text: "x".repeat(100_000),
    name: "N".repeat(81),
    language: "the language of my village",
    contact: "y".repeat(201),
  };
  for (const [field, value] of Object.entries(wrong)) {
    const answer = await post(FORM, { ...EMPTY, id, text: "Words.", [field]: value });
    const html = await answer.text();
    assert.equal(answer.status, 422, field);
    assert.match(html, /role="alert"/);
    assert.match(html, new RegExp(`id="${field}-problem"`));
    assert.ok(html.includes(value), `${field} comes back`);
    assert.ok(html.includes(id), "the same form, so that it is one comment");
  }
  const huge = await post(FORM, { ...EMPTY, id, text: "ก".repeat(100_000) });
  assert.deepEqual([huge.status, (await huge.text()).includes("ก".repeat(100_000))], [422, true]);
  const parts = new FormData(); // as the form itself sends it
  for (const [name, value] of Object.entries({ ...EMPTY, id, text: "ก".repeat(100_000) }))
    parts.set(name, value);
  const whole = await fetch(house.base + FORM, { method: "POST", body: parts });
  assert.deepEqual([whole.status, (await whole.text()).includes("ก".repeat(100_000))], [422, true]);
  assert.equal((await post(FORM, { ...EMPTY, id: "", text: "" })).status, 422);
  assert.equal((await post(FORM, { ...EMPTY, id, text: "a", more: "b" })).status, 400);
  assert.equal(remarks().length, before);
});

test("CO8 a comment to a story that was withdrawn meanwhile comes back with its words and is not kept", async () => {
  const form = "/stories/talea/comment";
  const id = await fresh(form);
  const before = remarks().length;
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const { subject } = db
    .prepare("select subject from address where space = 'stories' and slug = 'talea'")
    .get() as { subject: string };
  const waiting = await fresh(form);
  assert.equal((await post(form, { ...EMPTY, id: waiting, text: "It came first." })).status, 303);
  await say(
    house.base,
    sign(ownerOf(house.env["CND_DATA"]!), {
      kind: "story.withdrawn/1",
      subject,
      body: { reason: "asked to" },
    }),
  );
  const answer = await post(form, { ...EMPTY, id, text: "How did\nyou do it?", name: "Kim" });
  const html = await answer.text();
  assert.equal(answer.status, 410);
  assert.match(html, /is no longer here/);
  assert.match(html, />How did\nyou do it\?<\/textarea>/);
  assert.equal((await fetch(house.base + form)).status, 404);
  assert.equal(remarks().length, before + 1);
  assert.match(
    await text(`/c/${waiting}`),
    /It came first\./,
    "its author still has what was said",
  );
});
