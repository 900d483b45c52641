/** `/privacy` and what the command says of it (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../../models.ts";
import { peopleModel } from "../../people/model.ts";
import { isFirstText } from "../../../platform/folder/init-content.ts";
import { HELD, type Held } from "../../../platform/private/kept.ts";
import type { Db } from "../../../platform/db/store.ts";
import { openStage, type Stage } from "../../stories/stage.fixture.ts";
import { CAMPAIGN } from "../campaign.fixture.ts";
import { campaignFrame } from "../api.ts";
import { campaignOf } from "../feature.ts";
import { openedCampaign } from "../queries.ts";
import { privacyCheck } from "./check.ts";
import { privacyWordsIn } from "./words.ts";

const words = privacyWordsIn("en");
const OF_CLASSES = { id: "x", name: "x", course: "x", place: "x", starts: "2026-11-24" } as const;
const A_ROOM = { ...OF_CLASSES, ends: "2026-11-30", key: "x", by: "x", at: 1, closed: null };
const ANSWERS = {
  answerable: "The office, Hill Road 1",
  authority: { name: "The authority of the hills", url: "https://authority.example/" },
};

async function staged(): Promise<Stage> {
  // The stage makes this one itself, and has no log of which the other could tell.
  const parts = privateParts.filter(({ name }) => !/^(?:ladders|taken-back)$/.test(name));
  const kept = { kinds: {}, projections: [], private: parts };
  const stage = await openStage([
    campaignOf(privateParts.filter(({ name }) => name !== "taken-back")),
    { name: "kept", model: kept, routes: [] },
    { name: "people", model: peopleModel, routes: [] },
  ]);
  await stage.open("campaign.opened/1", "campaign", "wells", CAMPAIGN);
  stage.frame = await campaignFrame(stage.db, "https://wells.example");
  return stage;
}
const edit = async (stage: Stage, more: object) =>
  stage.say("campaign.edited/1", (await openedCampaign(stage.db))!.subject, {
    ...CAMPAIGN,
    ...more,
  });
const openRoom = (db: Db) =>
  db.withTables<{ class_room: typeof A_ROOM }>().insertInto("class_room").values(A_ROOM).execute();
const told = (main: string): Held[] =>
  [...main.matchAll(/<h3 id="kept-([a-z-]+)"/g)].map(([, what]) => what as Held);

test("C37 privacy says what is kept, why, for how long and for whom; what a site may not do stands there once it is done", async () => {
  await using stage = await staged();
  const before = (await stage.page("/privacy")).main;
  const maybe = /^(?:classes|badges|sensors|watch|signers|counts|vouchers|fediverse|own)$/;
  const always = Object.keys(HELD).filter((what) => !maybe.test(what));
  assert.ok(always.length > 12);
  assert.deepEqual(told(before), always);
  assert.match(
    before,
    /Subscriptions[^]*Until you unsubscribe[^]*no longer accepts our email: 90 days/,
  );
  assert.doesNotMatch(before, /180 days/);
  await openRoom(stage.db);
  const { main, html } = await stage.page("/privacy");
  assert.deepEqual(
    told(main).filter((what) => !always.includes(what)),
    ["classes"],
  );
  assert.ok(main.includes(words.held.classes.why) && main.includes(words.who.teachers));
  assert.match(main, /180 days after the end date/);
  assert.ok(Buffer.byteLength(html) <= 30_000, String(Buffer.byteLength(html)));
});

test("C37 privacy names who answers and where one may complain, or says that nobody does, and leads to everybody's rights", async () => {
  await using stage = await staged();
  const before = (await stage.page("/privacy")).main;
  assert.ok(before.includes(words.nobodySaid) && before.includes(words.complainAnywhere));
  assert.match(before, /<a href="\/rights">/);
  await edit(stage, ANSWERS);
  const { main } = await stage.page("/privacy");
  assert.match(
    main,
    /<b>The office, Hill Road 1<\/b>[^]*<a href="https:\/\/authority.example\/"[^>]*>The authority of the hills<\/a>/,
  );
  await stage.open("page.written/1", "pages", "privacy", { title: "Ours", markdown: "We dig." });
  const { main: ours } = await stage.page("/privacy");
  assert.match(ours, /<h1[^>]*>Ours<\/h1>[^]*We dig\.[^]*The office, Hill Road 1[^]*What is kept/);
  assert.equal([...ours.matchAll(/<h1/g)].length, 1);
});

test("C38 what privacy should say and does not is told, and is wrong where classes are held", async () => {
  await using stage = await staged();
  const parts = privateParts.filter(({ name }) => name !== "taken-back");
  const found = async (hasMail = true) =>
    (await privacyCheck(stage.db, { parts, hasMail })).map(({ is, says }) => `${is}: ${says}`);
  const nobody = "/privacy names nobody who answers for personal data.";
  const nowhere = "look: /privacy names no authority that people may complain to.";
  assert.deepEqual(await found(), [`look: ${nobody}`, nowhere]);
  await openRoom(stage.db);
  const [first = "", ...rest] = await found();
  assert.match(first, /^wrong: Classes are held, and \/privacy names nobody/);
  assert.deepEqual(rest, [nowhere]);
  await edit(stage, ANSWERS);
  assert.match(String(await found(false)), /^well: /);
  const asked = { address: "x", lang: "x", what: "x", often: "x", confirm_hash: "x", asked: 1 };
  await stage.db
    .withTables<{ subscriber_asked: typeof asked }>()
    .insertInto("subscriber_asked")
    .values(asked)
    .execute();
  assert.match(String(await found()), /^well: /);
  assert.match(String(await found(false)), /^look: Mail addresses of subscribers are kept, and no/);
  const markdown = FIRST.find((text) => isFirstText("pages/privacy", text));
  assert.ok(markdown);
  await stage.open("page.written/1", "pages", "privacy", { title: "Privacy", markdown });
  assert.match(String(await found()), /^look: Your own words on \/privacy are still those/);
});
const FIRST = [
  `What this site keeps, why and for how long stands below: the program says it by itself.

Say here what it cannot know: what you keep outside of it, such as letters, paper and photos on your phones, why and for how long.`,
];
