/** The moderators' queue, reports, and what everybody reads of both (features/moderation/README.md). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import { openExisting } from "../src/commands/context.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

let amina: Page;
let chipo: Page;
const house = deskHouse({}, async (open) => {
  amina = await open.signedIn("moderator", "Amina", { script: true });
  chipo = await open.signedIn("moderator", "Chipo");
});
house.env["CND_ALLOW_PRIVATE"] = "1"; // the fediverse is spoken without TLS, to nobody
const DESK = "/desk/conversation";
const THREAD = "/stories/mankosi/conversation";
const NEWEST = `${THREAD}?order=newest`; // a page of a thread holds no hundred
const FORM = "/stories/mankosi/comment";
const MANY = 100;

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
let windows = 0;
/** Each from another window of addresses. */
const post = (path: string, fields: Readonly<Record<string, string>>, from = (windows += 1)) =>
  fetch(house.base + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { "X-Forwarded-For": `10.${from >> 8}.${from & 255}.7` },
  });
/** Said by form. @returns the secret address */
async function said(words: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const [, id] = /name="id" value="([^"]+)"/.exec(await text(FORM))!;
  const fields = { id: id!, to: "", name: "Daudi", language: "", contact: "" };
  const sent = await post(FORM, { ...fields, text: words, ...more });
  assert.equal(sent.status, 303, await sent.text());
  return sent.headers.get("location")!;
}
const idOf = (mine: string) =>
  createHash("sha256").update(mine.slice("/c/".length)).digest("hex").slice(0, 32);
const open = (page: Page, mine: string) => page.goto(`${house.base}${DESK}/${idOf(mine)}`);
const settings = () => ({
  port: 0,
  host: "127.0.0.1",
  data: house.env["CND_DATA"],
  url: undefined,
  database: undefined,
  mail: undefined,
  trailDays: 400,
  dev: false,
});
const dir = () => join(house.folder.dir, "data");
const report = (of: string, more: Readonly<Record<string, string>> = {}, from?: number) =>
  post("/conversation/report", { of, reason: "unkind", text: "", ...more }, from);
/** What is sent while the page is left comes a moment later. */
async function reads(path: string, words: RegExp): Promise<void> {
  const end = Date.now() + 20_000;
  while (!words.test(await text(path)) && Date.now() < end)
    await new Promise((then) => setTimeout(then, 100));
  assert.match(await text(path), words);
}
/** What the queue lists, from the top. */
const listed = (page: Page) => page.$$eval(".queue a", (all) => all.map((a) => a.textContent));

test("MO8 a hundred comments are cleared by keyboard, with reasons, and what was done is undone", async () => {
  for (let i = 0; i < MANY; i += 1) await said(`Thing ${i}.`, { name: `Reader ${i}` });
  await amina.goto(house.base + DESK);
  const waiting = () => amina.innerText("#left");
  assert.equal(await waiting(), String(MANY));
  const beside = () => amina.innerText("#beside .prose");
  for (let i = 0; i < MANY - 2; i += 1) {
    assert.equal(await beside(), `Thing ${i}.`);
    await amina.keyboard.press(i % 10 === 9 ? "4" : "a");
  }
  assert.equal(await waiting(), "2");
  await amina.keyboard.press("u");
  assert.equal(await beside(), `Thing ${MANY - 3}.`);
  await amina.keyboard.press("j");
  assert.equal(await beside(), `Thing ${MANY - 2}.`);
  await amina.keyboard.press("k");
  await amina.keyboard.press("r");
  await amina.keyboard.type("a, because j and k are letters");
  for (const key of ["Tab", "Enter"]) await amina.keyboard.press(key);
  assert.equal(await beside(), `Thing ${MANY - 2}.`);
  assert.match(await amina.innerText("#did"), /The comment will not be shown: Reader 97/);
  await amina.keyboard.press("a");
  await amina.keyboard.press("s"); // the last one
  await amina.waitForURL((url) => url.pathname === DESK);
  await amina
    .getByText(`Reader ${MANY - 1}`)
    .first()
    .waitFor();
  assert.deepEqual(await listed(amina), [`Reader ${MANY - 1}: Thing ${MANY - 1}.`]);
  const shown = await text(THREAD);
  assert.match(shown, /Thing 0\./);
  assert.doesNotMatch(shown, /Thing 9\.|Thing 97\./);
  await chipo.goto(house.base + DESK);
  await press(chipo, "Show it");
});

test("MO8 keys are shown and can be turned off; words that are left at once are sent all the same", async () => {
  const [one, two] = [await said("First of two."), await said("Second of two.")];
  await amina.goto(house.base + DESK);
  const box = amina.locator("#keys input");
  await box.uncheck();
  await amina.keyboard.press("a");
  assert.match(await amina.innerText("#beside"), /First of two/);
  await box.check();
  assert.match(
    await amina.innerText("#keys"),
    /a show the comment[^]*1 – 7 do not show the comment/,
  );
  await amina.keyboard.press("a");
  await amina.goto(`${house.base}/desk`);
  await reads(one, /Shown\./);
  await open(chipo, two);
  await press(chipo, "Show it");
  assert.match(await chipo.innerText("[role=status]"), /Shown/);
});

test("MO1 a ready-made reason is kept as such, and its author reads it in the language of their page", async () => {
  const mine = await said("Buy my masts.");
  await open(chipo, mine);
  await press(chipo, /The comment sells or advertises/);
  assert.match(await text(mine), /Why: <bdi>The comment sells or advertises something\./);
});

test("MO7 each stands with what it answers, who says it and its signals, and the list is narrowed", async () => {
  const first = await said("What does the mast cost?", { name: "Amara" });
  const links = "https://a.example/1 https://b.example/2 https://c.example/3 says Barry Forde";
  const second = await said(links, { to: idOf(first), name: "Binta", contact: "the ferry" });
  await open(chipo, second);
  const beside = await chipo.innerText("#beside");
  assert.match(beside, /Binta[^]*by form[^]*anonymous/);
  assert.match(beside, /The comment names Barry Forde[^]*The comment contains 3 links/);
  assert.match(beside, /In reply to Amara:[^]*What does the mast cost/);
  assert.match(beside, /about Masibulele Siya and a village/);
  assert.match(beside, /How to reach the author: the ferry/);
  await click(chipo.getByRole("link", { name: /^many links 1/ }));
  assert.deepEqual((await listed(chipo)).length, 1);
  assert.match(chipo.url(), /only=signal-links/);
  await press(chipo, "Show it");
  assert.match(await chipo.innerText("main"), /No comments are waiting/);
  await chipo.goto(house.base + DESK);
  await press(chipo, "Show it");
  await post(first, { do: "edit", text: "What does the tower cost?", sure: "" });
  await chipo.goto(`${house.base}${DESK}?only=edit`);
  assert.match(await chipo.innerText("#beside ins"), /^added:\s*tower$/);
  assert.match(await chipo.innerText("#beside del"), /^removed:\s*mast$/);
  await press(chipo, "Show it");
});

test("MO9 whoever asks another person does not decide, and whoever refuses does not answer the appeal", async () => {
  const mine = await said("Is this for everybody?");
  await open(chipo, mine);
  await press(chipo, "Ask another person");
  await open(chipo, mine);
  assert.match(await chipo.innerText("#beside"), /so someone else decides/);
  assert.equal(
    await chipo.getByRole("button", { name: "Show it", exact: true }).isVisible(),
    false,
  );
  const forced = await chipo.request.post(`${house.base}${DESK}/${idOf(mine)}/decide`, {
    form: { do: "accept", version: "2", reason: "", note: "" },
    headers: { Accept: "application/json" },
  });
  assert.equal(forced.status(), 409);
  await open(amina, mine);
  await amina.locator("#reason").fill("It is unclear to us.");
  await press(amina, "Do not show this");
  await amina.goto(`${house.base}/desk`);
  await reads(mine, /unclear to us/);
  await post(mine, { do: "appeal", text: "It is a question.", sure: "" });
  await open(amina, mine);
  assert.match(await amina.innerText("#beside"), /so someone else decides/);
  await open(chipo, mine);
  assert.match(await chipo.innerText("#beside"), /It is unclear to us[^]*It is a question/);
  await press(chipo, "Show it");
  assert.match(await text(mine), /Shown\./);
});

test("MO10 a hard case takes two, and the first one’s word is a note for the second", async () => {
  await chipo.goto(`${house.base}${DESK}/rules`);
  await chipo.getByLabel("One per line").fill("swindler");
  await press(chipo, "Add to the lists");
  assert.match(await chipo.innerText("main"), /swindler/);
  const mine = await said("Barry Forde is a swindler.");
  await open(chipo, mine);
  assert.match(await chipo.innerText("#beside"), /two people decide/);
  await press(chipo, "Show it");
  assert.doesNotMatch(await text(THREAD), /swindler/);
  const owner = await house.signedIn("owner", "Esi");
  await open(owner, mine);
  assert.match(await owner.innerText("#beside"), /Chipo, [^]*I would show this/);
  await press(owner, /The comment attacks a person/);
  assert.match(await text(mine), /The comment attacks a person/);
});

test("MO11 MO14 MO15 a reader reports, no number of reports takes anything down, and what is taken down can come back to its place", async () => {
  const mine = await said("The cable is mine alone.", { name: "Farid" });
  await open(chipo, mine);
  await press(chipo, "Show it");
  const id = idOf(mine);
  const answer = await said("It is ours.", { to: id, name: "Gogo" });
  const late = await said("And this waits.");
  await open(chipo, answer);
  await press(chipo, "Show it");

  assert.ok((await text(NEWEST)).includes(`/conversation/report?of=${id}`));
  assert.match(await text(`/conversation/report?of=${id}`), /The cable is mine alone/);
  assert.equal((await report(id, { reason: "" })).status, 422);
  assert.equal((await report("0".repeat(32))).status, 404);
  for (let i = 0; i < 5; i += 1) assert.equal((await report(id, {}, 60_000)).status, 303);
  await chipo.goto(house.base + DESK);
  assert.match((await listed(chipo))[0]!, /And this waits/, "one window is one report");
  for (let i = 0; i < 20; i += 1) await report(id, { reason: "danger", text: "He cuts it." });
  assert.match(await text(NEWEST), /The cable is mine alone/, "nothing is hidden by a number");
  await chipo.goto(house.base + DESK);
  assert.match((await listed(chipo))[0]!, /Farid/);
  assert.match(
    await chipo.innerText("#beside"),
    /21 readers report[^]*could hurt people: He cuts it/,
  );
  await press(chipo, /could hurt people/);
  assert.match(await chipo.innerText("[role=status]"), /Taken down/);
  assert.match(await text(NEWEST), /Removed by the people[^]*It is ours/);
  assert.match(await text(mine), /Not shown\.[^]*could hurt people/);

  await post(mine, { do: "appeal", text: "I only meant my own.", sure: "" });
  await open(amina, mine);
  await amina.keyboard.press("a");
  await amina.goto(`${house.base}/desk`);
  await reads(mine, /Shown\./);
  const back = await text(NEWEST);
  assert.equal(back.split(`id="c-${id}"`).length, 2, "in its place once");
  assert.match(back, /The cable is mine alone[^]*It is ours/);
  assert.doesNotMatch(back, /Removed by/);
  await open(chipo, late);
  await press(chipo, "Show it");
});

test("MO14 a story is reported, and the desk leaves it as it is", async () => {
  const to = `${house.base}/conversation/report`;
  const unread = await fetch(to, { method: "POST", body: new FormData() });
  assert.equal(unread.status, 415);
  assert.match(await unread.text(), /The form arrived incomplete/);
  const subject = await subjectOf("mankosi");
  assert.equal(
    (await report(subject, { reason: "other", text: "The year is wrong." })).status,
    303,
  );
  await chipo.goto(`${house.base}${DESK}?only=reported`);
  assert.match(await chipo.innerText("#beside"), /The year is wrong/);
  await press(chipo, "Leave as it is");
  assert.match(await chipo.innerText("main"), /No comments are waiting/);
});

test("MO12 what moderators write stands in no record, no page, no feed and nothing that is sent", async () => {
  const [note, own] = ["Quail feathers.", "Turmeric lamps."];
  const shown = await said("This one is shown.");
  const refused = await said("This one is not.");
  const stays = await said("This one stays.");
  await open(chipo, stays);
  await chipo.locator("#note").fill(note);
  await press(chipo, "Show it");
  await open(chipo, shown);
  await chipo.locator("#note").fill(note);
  await press(chipo, "Save the note");
  assert.match(await chipo.innerText("#beside"), /Quail feathers/);
  await press(chipo, "Show it");
  await open(chipo, refused);
  await chipo.locator("#note").fill(note);
  await chipo.locator("#reason").fill(own);
  await press(chipo, "Do not show this");
  await open(chipo, shown);
  await report(idOf(shown));
  await open(chipo, shown);
  await chipo.locator("#reason").fill(own); // taken down with words of one's own
  await chipo.locator("#note").fill(note);
  await press(chipo, "Do not show this");

  assert.match(await text(refused), /Turmeric lamps/, "its author reads the reason");
  await using reader = await openExisting(settings(), dir());
  const rows = await reader.db
    .withTables<{ record: { document: Uint8Array | null; entry: Uint8Array } }>()
    .selectFrom("record")
    .select(["document", "entry"])
    .execute();
  assert.ok(rows.length > 100);
  const log = rows.map((row) => Buffer.concat([row.entry, row.document ?? Buffer.of()])).join("\n");
  assert.match(log, /Thing 0\./);
  const pages = [THREAD, `${THREAD}/feed.xml`, `${THREAD}/feed.json`, "/conversation", FORM];
  pages.push("/conversation/feed.xml", "/conversation/numbers", "/stories/mankosi", "/feed.xml");
  pages.push(shown, "/ap/actors/campaign/outbox", `/ap/objects/${await subjectOf("mankosi")}`);
  pages.push(`/ap/objects/${idOf(stays)}`, `/ap/objects/${idOf(shown)}`);
  const accept = { Accept: "application/activity+json, text/html;q=0.5" };
  const read = await Promise.all(
    pages.flatMap((path) => [
      text(path),
      fetch(house.base + path, { headers: accept }).then((one) => one.text()),
    ]),
  );
  assert.ok(read.length === 2 * pages.length && read.join("").includes("Thing 0."));
  const notes = read.filter((one) => one.startsWith("{") && one.includes("This one stays"));
  assert.ok(notes.length > 0, "the fediverse is told of it");
  for (const all of [log, read.join("\n")]) assert.doesNotMatch(all, /Quail|quail/);
  assert.doesNotMatch(log, /Turmeric/);
  const others = read.join("\n").replaceAll(await text(shown), "");
  assert.doesNotMatch(others, /Turmeric/);
  assert.match(await text(shown), /Turmeric/);
  assert.doesNotMatch((await text(refused)) + (await text(shown)), /Chipo|Quail/);
});

test("MO13 MO3 the rules say what each section does now, and a closed one gives the words back", async () => {
  assert.match(await text("/conversation/rules"), /Below stories: everything is read before/);
  assert.match(
    await text(THREAD),
    /href="\/conversation\/rules"[^]*href="\/conversation\/numbers"/,
  );
  const owner = await house.signedIn("owner", "Femi");
  await owner.goto(`${house.base}${DESK}/rules`);
  await owner.getByLabel("Stories").selectOption("closed");
  await press(owner, "Save");
  assert.match(await text("/conversation/rules"), /Below stories: closed for now/);
  const [, id] = /name="id" value="([^"]+)"/.exec(await text(FORM))!;
  const fields = { id: id!, to: "", name: "", language: "", contact: "" };
  const sent = await post(FORM, { ...fields, text: "Am I too late?" });
  assert.equal(sent.status, 403);
  assert.match(await sent.text(), /Comments are closed here for now[^]*Am I too late\?/);
  await owner.getByLabel("Stories").selectOption("first");
  await press(owner, "Save");
  await chipo.goto(`${house.base}${DESK}/rules`);
  assert.equal(await chipo.getByLabel("Stories").count(), 0, "the owner alone sets it");
});

test("MO16 the numbers count by month and source, small ones are not given, and a decision is seen at once", async () => {
  const page = await text("/conversation/numbers");
  assert.match(page, /by form<\/th><td class="n">1\d\d<\/td>/);
  assert.match(page, /fewer than 5/);
  assert.match(page, /The comment sells or advertises something\. <small>1\d<\/small>/);
  assert.doesNotMatch(page, /<td class="n">[1-4]<\/td>|<small>[1-4]<\/small>/);
});

test("MO5 MO6 how people stand and what is slow is kept at the desk, and a slow thread is ended there", async () => {
  await chipo.goto(`${house.base}${DESK}/people`);
  await chipo.getByLabel("Address").fill("https://far.example/users/chipo");
  await chipo.getByLabel("From now on").selectOption("trusted");
  await press(chipo, "Save");
  assert.match(await chipo.innerText("main"), /https:\/\/far.example\/users\/chipo\s*trusted/);
  // A hundred and more came within this hour about one story.
  assert.match(await chipo.innerText("main"), /Slow threads[^]*Masibulele Siya and a village/);
  assert.match(await text(THREAD), /There are many comments at the moment/);
  await press(chipo, /^End the slowdown/);
  assert.match(await chipo.innerText("main"), /There are none/);
  assert.doesNotMatch(await text(THREAD), /There are many comments at the moment/);
});

test("MO7 axe finds nothing on the pages of moderation, and none scrolls sideways", async () => {
  await said(`A ${"very".repeat(40)} long word, and https://example.org/${"x".repeat(200)}`);
  await said("متى يصل الاتصال إلى قريتنا؟", { language: "ar", name: "ليلى" });
  const paths = [DESK, `${DESK}/rules`, `${DESK}/people`];
  const seen = ["/conversation/rules", "/conversation/numbers", "/conversation/report?done"];
  const reported = `/conversation/report?of=${await subjectOf("mankosi")}`;
  assert.deepEqual(await axeFinds(chipo, house.base, [...paths, ...seen, reported]), []);
});

async function subjectOf(slug: string): Promise<string> {
  await using reader = await openExisting(settings(), dir());
  const row = await reader.db
    .withTables<{ address: { subject: string; slug: string; space: string } }>()
    .selectFrom("address")
    .select("subject")
    .where("slug", "=", slug)
    .where("space", "=", "stories")
    .executeTakeFirstOrThrow();
  return row.subject;
}
