/** The fediverse with a second peer, @evanp/activitypub-bot: each thing both ways (FEDERATION.md). One conversation, told in order. */
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openNames, whyNoNames, type Names } from "../tools/names.ts";
import { temporary } from "../tools/program.ts";
import { openOurs, type Ours } from "./ours.ts";
import { openBot, type Bot } from "./peer-bot.ts";
import { arrives } from "./peers.ts";

const skip = whyNoNames() ?? false;
const opened = new AsyncDisposableStack();
let names: Names;
let bot: Bot;
let ours: Ours;
/** Addresses of what was said. */
let story = "";
let answer = "";
let deeper = "";

before(async () => {
  if (skip !== false) return;
  const { dir } = opened.use(temporary());
  names = opened.use(await openNames(`${dir}/names`, ["ours.test", "bot.test"]));
  bot = opened.use(await openBot(names, "bot.test"));
  ours = opened.use(await openOurs(names, "ours.test", dir));
  await ours.object(ours.actor); // its thread has begun
});
after(() => opened.disposeAsync());

const heard = async (sort: string, ...words: readonly string[]) =>
  (await bot.heard()).find((one) => {
    const json = JSON.stringify(one);
    return one["type"] === sort && words.every((word) => json.includes(word));
  });
const arrivesThere = (what: string, sort: string, ...words: readonly string[]) =>
  arrives(what, async () => (await heard(sort, ...words)) !== undefined);
const queue = () => ours.desk("/desk/conversation");
const thread = () => ours.page("/stories/a-mast/conversation");
const deed = async (what: string, address: string) =>
  assert.equal(await ours.post("/desk/fediverse/do", { do: what, address }), 303, what);
const counted = () => Object.values(ours.counted()).join(" ");

test(
  "the bot follows the campaign by its handle, and the campaign follows the bot",
  { skip },
  async () => {
    assert.equal(await bot.find("smallcampaign@ours.test"), ours.actor);
    await bot.follow(ours.actor);
    await arrives("that we said yes", async () => (await bot.following()).includes(ours.actor));
    assert.match(await ours.desk("/desk/fediverse"), /bot\.test[\s\S]*1 follower/);
    await deed("follow", "@carol@bot.test");
    await arrives("that they said yes", async () =>
      /bot\.test\/user\/carol<\/bdi> <small>follows/.test(await ours.desk("/desk/fediverse")),
    );
    assert.ok((await bot.followers()).includes(ours.actor));
  },
);

test("a story goes to the bot, and so does what changes in it", { skip }, async () => {
  ours.tell("a-mast", "The mast stands on the hill.");
  story = String((await ours.object(`${ours.base}/stories/a-mast`))["id"]);
  await arrivesThere("the story", "Create", "Article", "on the hill");
  ours.tell("a-mast", "The mast stands on the school.");
  await arrivesThere("its other words", "Update", "on the school");
});

test("answers three levels deep, from both sides, and other words", { skip }, async () => {
  answer = await bot.answer("Who carried it up?", story);
  await arrives("the first answer", async () => /Who carried it up/.test(await queue()));
  await ours.accept("Who carried it up");
  const shown = await thread();
  assert.match(shown, /Who carried it up[\s\S]*bot\.test|bot\.test[\s\S]*Who carried it up/);
  const [, id = ""] = /id="c-([0-9a-f]{32})"/.exec(shown)!;
  const mine = await ours.say("/stories/a-mast/comment", "Twelve of us did.", id);
  await ours.accept("Twelve of us did");
  await arrivesThere("the second answer", "Create", "Twelve of us", answer, "Baraka");
  const { object } = (await heard("Create", "Twelve of us"))! as { object: { id: string } };
  deeper = await bot.answer("In one day?", object.id);
  await arrives("the third answer", async () => /In one day/.test(await queue()));
  await ours.accept("In one day");
  assert.match(await thread(), /Who carried[\s\S]*Twelve of us[\s\S]*In one day/);
  assert.equal(await ours.edit(mine, "Fourteen of us."), 303);
  await ours.accept("Fourteen of us");
  await arrivesThere("our other words", "Update", "Fourteen of us");
  await bot.edit("In a single day?", deeper);
  await arrives("their other words", async () => /In a single day/.test(await queue()));
  assert.doesNotMatch(await thread(), /In a single day/);
  await ours.accept("In a single day");
  assert.match(await thread(), /In a single day/);
});

test("likes and boosts both ways, and back", { skip }, async () => {
  await bot.like(story);
  await bot.boost(story);
  await arrives("both", () => counted() === "1 1");
  await bot.unlike(story);
  await bot.unboost(story);
  await arrives("that both are taken back", () => counted() === "0 0");
  await deed("like", answer);
  await deed("boost", answer);
  await arrivesThere("our like", "Like", answer);
  await arrivesThere("our boost", "Announce", answer);
  await deed("unlike", answer);
  await arrivesThere("that it is taken back", "Undo", answer);
});

test("what is taken back is gone on both sides", { skip }, async () => {
  await bot.remove(deeper);
  await arrives("that it is gone", async () => !/In a single day/.test(await thread()));
  ours.tell("a-mast");
  await arrivesThere("that the story is gone", "Delete", story);
});

test("whoever is blocked is told and follows no more, both ways", { skip }, async () => {
  const shut = { who: "@carol@bot.test", is: "blocked", note: "" };
  assert.equal(await ours.post("/desk/fediverse/shut", shut), 303);
  await arrivesThere("the block", "Block", ours.actor);
  await arrives(
    "that we follow no more",
    async () => !(await bot.followers()).includes(ours.actor),
  );
  assert.doesNotMatch(await ours.desk("/desk/fediverse"), /1 follower/);
  assert.equal(await ours.post("/desk/fediverse/open", { who: bot.actor }), 303);
  await bot.follow(ours.actor);
  await arrives("that it follows again", async () =>
    /1 follower/.test(await ours.desk("/desk/fediverse")),
  );
  await bot.act({ type: "Block", object: ours.actor, to: ours.actor });
  await arrives("their block", async () => !/1 follower/.test(await ours.desk("/desk/fediverse")));
});
