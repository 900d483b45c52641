/** The fediverse with a real peer, Debian's snac: each thing both ways (FEDERATION.md). One conversation, told in order. */
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openNames, whyNoNames, type Names } from "../tools/names.ts";
import { temporary } from "../tools/program.ts";
import { openOurs, type Ours } from "./ours.ts";
import { arrives } from "./peers.ts";
import { openSnac, type Snac } from "./peer-snac.ts";

const skip = whyNoNames() ?? false;
const opened = new AsyncDisposableStack();
let names: Names;
let snac: Snac;
let ours: Ours;
/** Addresses of what was said. */
let story = "";
let answer = "";
let deeper = "";

before(async () => {
  if (skip !== false) return;
  const { dir } = opened.use(temporary());
  names = opened.use(await openNames(`${dir}/names`, ["ours.test", "snac.test"]));
  snac = opened.use(await openSnac(names, "snac.test", dir));
  ours = opened.use(await openOurs(names, "ours.test", dir));
  await ours.object(ours.actor); // its thread has begun: snac waits for nobody who is just waking up
});
after(() => opened.disposeAsync());

const kept = (id: string) => snac.kept().find((one) => one.id === id);
const queue = () => ours.desk("/desk/conversation");
const thread = () => ours.page("/stories/a-mast/conversation");
const deed = async (what: string, address: string) =>
  assert.equal(await ours.post("/desk/fediverse/do", { do: what, address }), 303, what);

test(
  "FE8 snac follows the campaign by its handle, and the campaign follows snac",
  { skip },
  async () => {
    await snac.act("Follow", { actor: "smallcampaign@ours.test" });
    await arrives("that we said yes", () =>
      /confirmed follow from https:\/\/ours/.test(snac.log()),
    );
    assert.match(await ours.desk("/desk/fediverse"), /snac\.test[\s\S]*1 follower/);
    await deed("follow", "@alice@snac.test");
    await arrives("that they said yes", async () =>
      /snac\.test\/alice<\/bdi> <small>follows/.test(await ours.desk("/desk/fediverse")),
    );
    assert.match(await snac.page("people"), /ours\.test/);
  },
);

test("a story goes to snac, and so does what changes in it", { skip }, async () => {
  ours.tell("a-mast", "The mast stands on the hill.");
  story = String((await ours.object(`${ours.base}/stories/a-mast`))["id"]);
  await arrives("the story", () => kept(story) !== undefined);
  const { type, content } = kept(story)!;
  assert.equal(type, "Article");
  assert.match(content!, /on the hill/);
  ours.tell("a-mast", "The mast stands on the school.");
  await arrives("its other words", () => /on the school/.test(kept(story)?.content ?? ""));
});

test("answers three levels deep, from both sides", { skip }, async () => {
  answer = await snac.say("Who carried it up?", story);
  await arrives("the first answer", async () => /Who carried it up/.test(await queue()));
  await ours.accept("Who carried it up");
  const shown = await thread();
  assert.match(shown, /Who carried it up/);
  assert.match(shown, /snac\.test/);
  const [, id = ""] = /id="c-([0-9a-f]{32})"/.exec(shown)!;
  const mine = await ours.say("/stories/a-mast/comment", "Twelve of us did.", id);
  await ours.accept("Twelve of us did");
  const said = () => snac.kept().find(({ content }) => content?.includes("Twelve of us"));
  await arrives("the second answer", () => said() !== undefined);
  assert.equal(said()!["inReplyTo"], answer);
  assert.match(said()!.content!, /Baraka/);
  deeper = await snac.say("In one day?", said()!.id);
  await arrives("the third answer", async () => /In one day/.test(await queue()));
  await ours.accept("In one day");
  assert.match(await thread(), /Who carried[\s\S]*Twelve of us[\s\S]*In one day/);
  const { id: note } = said()!;
  assert.equal(await ours.edit(mine, "Fourteen of us."), 303);
  await ours.accept("Fourteen of us");
  await arrives("our other words", () => /Fourteen/.test(kept(note)?.content ?? ""));
  await snac.edit("In a single day?", deeper);
  await arrives("their other words", async () => /In a single day/.test(await queue()));
  assert.doesNotMatch(await thread(), /In a single day/);
  await ours.accept("In a single day");
  assert.match(await thread(), /In a single day/);
});

test("likes and boosts both ways, and back", { skip }, async () => {
  await snac.act("Like", { id: story });
  await snac.act("Boost", { id: story });
  await arrives("both", () => counted() === "1 1");
  await snac.act("Unlike", { id: story });
  await snac.act("Unboost", { id: story });
  await arrives("that both are taken back", () => counted() === "0 0");
  await deed("like", answer);
  await deed("boost", answer);
  const told = async (sort: string) => (await snac.page("notifications")).includes(`${sort} by`);
  await arrives("our like", () => told("Like"));
  await arrives("our boost", () => told("Announce"));
  await deed("unlike", answer);
  await deed("unboost", answer);
  await arrives("that they are taken back", () => /Undo.*Like/.test(snac.log()));
});

test("what is taken back is gone on both sides", { skip }, async () => {
  await snac.act("Delete", { id: deeper, actor: snac.actor });
  await arrives("that it is gone", async () => !/In a single day/.test(await thread()));
  ours.tell("a-mast");
  await arrives("that the story is gone", () => kept(story) === undefined);
  assert.equal((await names.ask(story, { headers: ACTIVITY })).status, 410);
});

test(
  "FE4 FE7 whoever is blocked is told, follows no more and is not heard until they are let in again",
  { skip },
  async () => {
    const shut = { who: "@alice@snac.test", is: "blocked", note: "" };
    assert.equal(await ours.post("/desk/fediverse/shut", shut), 303);
    await arrives("the block", () => /'Block' received from https:\/\/ours/.test(snac.log()));
    assert.doesNotMatch(await ours.desk("/desk/fediverse"), /1 follower/);
    await snac.say("@smallcampaign@ours.test #SmallCampaign kestrel");
    await arrives("that it was handed in", () =>
      names.passed.some(
        ({ name, body }) => name === "ours.test" && body.includes("#SmallCampaign kestrel"),
      ),
    );
    assert.equal(await ours.post("/desk/fediverse/open", { who: snac.actor }), 303);
    await snac.say("@smallcampaign@ours.test #SmallCampaign plover");
    await arrives("what was said after that", async () => / plover/.test(await queue()));
    assert.doesNotMatch(await queue(), / kestrel/);
  },
);

test("whoever is muted by snac is answered 403: it tells nobody", { skip }, async () => {
  await snac.act("MUTE", { actor: ours.actor });
  await deed("like", answer);
  await arrives("the refusal", () => /rejected message from MUTEd actor/.test(snac.log()));
  const blocks = names.passed.filter(
    ({ name, body }) => name === "ours.test" && /"type": "Block"/.test(body),
  );
  assert.equal(blocks.length, 0);
});

test(
  "FE9 turned off, nothing stands at its addresses, and turned on everything does",
  { skip },
  async () => {
    const status = async () => (await names.ask(ours.actor, { headers: ACTIVITY })).status;
    assert.equal(await ours.post("/desk/fediverse/turn", { do: "off" }), 303);
    assert.equal(await status(), 404);
    const page = await names.ask(`${ours.base}/`, { headers: ACTIVITY });
    assert.match(String(page.headers["content-type"]), /text\/html/);
    assert.match(await ours.desk("/desk/fediverse"), /is not on the fediverse/);
    assert.equal(await ours.post("/desk/fediverse/do", { do: "like", address: answer }), 422);
    assert.equal(await ours.post("/desk/fediverse/turn", { do: "on" }), 303);
    assert.equal(await status(), 200);
  },
);

const ACTIVITY = { accept: "application/activity+json" };
const counted = () => Object.values(ours.counted()).join(" ");
