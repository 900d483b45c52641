/** Words in a busy hour (features/conversation/proof.ts), and who vouches for them (features/moderation/vouchers-desk.ts). */
import assert from "node:assert/strict";
import test from "node:test";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();
const FORM = "/stories/mankosi/comment";
const LINKS = "See https://a.example/1, https://b.example/2 and https://c.example/3";
const SUM = /data-challenge/;

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + path, { method: "POST", redirect: "manual", body });
}
async function send(words: string, vouched = ""): Promise<Response> {
  const [, id = ""] = /name="id" value="([^"]+)"/.exec(await text(FORM))!;
  return post(FORM, { id, to: "", text: words, name: "", language: "", contact: "", vouched });
}
async function said(words: string, vouched = ""): Promise<string> {
  const sent = await send(words, vouched);
  assert.equal(sent.status, 303, await sent.text());
  return sent.headers.get("location")!;
}

test("PW1 PW3 MO20 V40 a sum is asked, done by a browser that can, and left by one that cannot; a hub vouches", async () => {
  const moderator = await house.signedIn("moderator", "Baraka");
  const queue = async (): Promise<string> => {
    await moderator.goto(`${house.base}/desk/conversation`);
    return moderator.innerText("main");
  };
  const mine = await said(LINKS);
  const plain = await said("The mast fell last winter.");
  assert.match(await text(mine), SUM);
  assert.match(await text(mine), /conversation\/script\/proof/);
  assert.doesNotMatch(await text(plain), /data-challenge|script\/proof/);
  assert.doesNotMatch(await text(FORM), /script\/proof/);
  const before = await queue();
  assert.ok(before.indexOf("The mast fell") < before.indexOf("a.example/1"), before);

  const still = await house.person();
  await still.goto(house.base + mine);
  assert.match(await still.innerText("main"), /You need not do anything/);
  assert.equal((await post(mine, { do: "proof", text: "{}", sure: "" })).status, 400);
  assert.match(await text(mine), SUM, "without script it waits behind, and stays");

  const other = await said(`${LINKS} and again`);
  const page = await house.person({ script: true });
  await page.goto(house.base + mine);
  await page.getByText("has done the calculation").waitFor({ timeout: 60_000 });
  assert.doesNotMatch(await text(mine), SUM);
  assert.match(await text(other), SUM);
  const after = await queue();
  assert.ok(after.indexOf("a.example/1") < after.indexOf("The mast fell"), after);

  await click(moderator.getByRole("link", { name: "Who vouches" }));
  await moderator.getByLabel("Hub or partner").fill("Mankosi hub");
  await press(moderator, "Give a code");
  const code = await moderator.locator("main code").innerText();
  assert.match(code, /^[a-z2-9]{5}-[a-z2-9]{5}$/);
  await moderator.goto(`${house.base}/desk/conversation/vouchers`);
  assert.doesNotMatch(await moderator.innerText("main"), new RegExp(code));
  const vouched = await said(`Of the hub. ${LINKS}`, ` ${code.toUpperCase().replace("-", " ")}`);
  assert.doesNotMatch(await text(vouched), SUM);
  await queue();
  await click(moderator.getByRole("link", { name: /Of the hub/ }));
  assert.match(await moderator.innerText("main"), /Mankosi hub vouches for the sender/);
  const wrong = await send("Words that are kept", "abcde-fghij");
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Words that are kept[\s\S]*Enter a code that is still valid/);

  await moderator.goto(`${house.base}/desk/conversation/vouchers`);
  await press(moderator, "Revoke Mankosi hub’s code");
  assert.equal((await send(LINKS, code)).status, 422);
});
