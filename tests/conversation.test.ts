/** The conversation from the form to the thread and back (features/conversation, features/moderation). */
import assert from "node:assert/strict";
import test from "node:test";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { tablesHolding } from "./tables-holding.ts";

const house = deskHouse();
const THREAD = "/stories/mankosi/conversation";
const FORM = "/stories/mankosi/comment";

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const fresh = async (query = ""): Promise<string> =>
  /name="id" value="([^"]+)"/.exec(await text(FORM + query))![1]!;

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", redirect: "manual", body });
}
/** Said by form. @returns the secret address */
async function said(words: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const fields = { id: await fresh(), to: "", name: "Amina", language: "", contact: "" };
  const sent = await post(FORM, { ...fields, text: words, ...more });
  assert.equal(sent.status, 303, await sent.text());
  return sent.headers.get("location")!;
}

test("CO4 CO5 CO6 CO9 MO1 from the form to the thread, changed and taken back", async () => {
  const page = await house.signedIn("moderator", "Baraka");
  const id = await fresh();
  const mine = await said("The mast fell last winter.\n\nWho mends it?", { id });
  assert.equal(await said("Something else", { id }), mine, "sent twice it is one");
  assert.match(await text(mine), /A moderator will read your comment before it is shown/);
  assert.doesNotMatch(await text(THREAD), /mast fell/);

  await page.goto(`${house.base}/desk/conversation`);
  assert.match(await page.innerText("main"), /The mast fell last winter/);
  await press(page, "Show it");
  assert.match(await text(THREAD), /The mast fell last winter/);
  assert.match(await text("/stories/mankosi"), /1 comment/);
  assert.match(await text(mine), /Shown\./);

  const [, comment] = /id="c-([0-9a-f]{32})"/.exec(await text(THREAD))!;
  const answer = await said("We do, with a rope.", { to: comment!, name: "" });
  await page.goto(`${house.base}/desk/conversation`);
  await press(page, "Show it");
  assert.match(await text(THREAD), /<ol>[\s\S]*with a rope/);

  const changed = await post(mine, { do: "edit", text: "The mast fell in June.", sure: "" });
  assert.equal(changed.status, 303);
  assert.match(await text(THREAD), /last winter/, "the first words are shown until it is read");
  await page.goto(`${house.base}/desk/conversation`);
  await press(page, "Show it");
  assert.match(await text(THREAD), /fell in June/);
  assert.doesNotMatch(await text(THREAD), /last winter/);

  assert.equal((await post(mine, { do: "withdraw", text: "", sure: "" })).status, 422);
  assert.equal((await post(mine, { do: "withdraw", text: "", sure: "yes" })).status, 303);
  const left = await text(THREAD);
  assert.doesNotMatch(left, /fell in June/);
  assert.match(left, /Withdrawn by the author[\s\S]*with a rope/);
  assert.match(await text(mine), /You withdrew this comment/);
  assert.match(await text(answer), /Shown\./);
});

test("CO23 how to reach an author is for the desk alone, and is kept nowhere once their words are decided about", async () => {
  const contact = "kiosk 7731 by the ferry";
  const page = await house.signedIn("moderator", "Zawadi");
  const mine = await said("The rope holds well.", { contact });
  const held = () => tablesHolding(house.env["CND_DATA"]!, contact);
  assert.deepEqual(held(), ["remark"], "until then it is in one private table");
  await page.goto(`${house.base}/desk/conversation`);
  assert.ok((await page.innerText("main")).includes(contact));
  await press(page, "Show it");
  const shown = await text(THREAD);
  assert.match(shown, /The rope holds well/);
  const feeds = [...shown.matchAll(/href="([^"]*\.(?:xml|json|atom)[^"]*)"/g)].map(([, to]) => to!);
  assert.ok(feeds.length > 0, "a thread has feeds");
  for (const path of [THREAD, FORM, mine, "/stories/mankosi", ...feeds])
    assert.ok(!(await text(path.replace(house.base, ""))).includes(contact), path);
  assert.deepEqual(held(), []);
});

test("MO1 MO2 a refusal has a reason that its author reads, and the second of two is told", async () => {
  const one = await house.signedIn("moderator", "Chipo");
  const two = await house.signedIn("moderator", "Daudi");
  const mine = await said("Buy my masts!");
  for (const page of [one, two]) await page.goto(`${house.base}/desk/conversation`);
  await press(one, "Do not show this");
  assert.match(await one.innerText("[role=alert]"), /Enter a reason/);
  await one.locator("[name=reason]").fill("We sell nothing here.");
  await press(one, "Do not show this");
  assert.match(await one.innerText("main"), /No comments are waiting to be read/);
  await press(two, "Show it");
  assert.match(await two.innerText("[role=alert]"), /already decided/);
  assert.match(await text(mine), /We sell nothing here/);
  assert.doesNotMatch(await text(THREAD), /Buy my masts/);
});
