/** Every activity of a story's and a comment's life, as a stranger receives it: who signed it, and when it happened. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import {
  COMMENT_EDITED,
  COMMENT_SAID,
  COMMENT_WITHDRAWN,
} from "../src/features/conversation/api.ts";
import { STORY_EDITED, STORY_TRANSLATED, STORY_WITHDRAWN } from "../src/features/stories/api.ts";
import { dayThatHolds } from "./day.ts";
import {
  ACTIVITY,
  federationHouse,
  storyIn,
  type FederationHouse,
  type Json,
} from "./federation-house.ts";
import { federationPeer, type Delivered, type FederationPeer } from "./federation-peer.ts";
import { requestIsSigned, proofHolds, signatureHolds } from "./federation-proofs.ts";

const TODAY = await dayThatHolds();
let house: FederationHouse;
let peer: FederationPeer;
const begun = Date.now() - 1;
let ana: string; // who lives elsewhere, and follows the campaign and a topic
before(async () => {
  house = await federationHouse();
  peer = await federationPeer();
  ana = await peer.person("ana");
  await live();
});
after(async () => {
  await house[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});

const actor = (identifier: string): string => `${house.base}/ap/actors/${identifier}`;
const got = (type: string, about = ""): Delivered[] =>
  peer.got.filter(
    ({ activity }) => activity.type === type && JSON.stringify(activity).includes(about),
  );

async function follow(whom: string): Promise<void> {
  const id = `${ana}/${whom}-${peer.got.length}`;
  const asks = { id, type: "Follow", actor: ana, object: actor(whom) };
  assert.equal(await peer.send(`${house.base}/ap/inbox`, asks), 202);
  await house.until("accepted", () => got("Accept", id).length > 0);
}

/** All that can be sent is sent. */
async function live(): Promise<void> {
  const delivered = (type: string, about: string, count = 1) =>
    house.until(`${count} ${type} ${about}`, () => got(type, about).length >= count);
  for (const whom of ["campaign", "topic-privacy"]) await follow(whom);
  const { subject: story, body } = await storyIn(house, "told", { markdown: "First." });
  await house.federation.say([{ record: `${story} bound`, subject: story }]);
  await delivered("Create", story);
  await delivered("Announce", story);
  for (const markdown of ["Second.", "Third."]) {
    await house.say(STORY_EDITED, { ...body, markdown }, story);
    await delivered("Update", markdown);
  }
  const note = peer.note(ana, "An answer from elsewhere", {
    inReplyTo: `${house.base}/ap/objects/${story}`,
  });
  const id = randomBytes(16).toString("hex");
  const origin = { url: note, author: ana, host: new URL(note).host };
  const there = {
    id: randomBytes(16).toString("hex"),
    about: story,
    text: "There",
    said: TODAY,
    origin,
  };
  await house.say(COMMENT_SAID, there);
  const said = { id, about: story, answers: there.id, text: "Here.", said: TODAY, name: "Amina" };
  const comment = await house.say(COMMENT_SAID, said);
  await delivered("Create", id);
  for (const text of ["Here, I said.", "Here, I say."]) {
    await house.say(COMMENT_EDITED, { text, edited: TODAY }, comment);
    await delivered("Update", text);
  }
  await house.say(COMMENT_WITHDRAWN, { by: "author", id, about: story }, comment);
  await delivered("Delete", id);
  await house.say(STORY_WITHDRAWN, { by: "person" }, story);
  await delivered("Delete", story);
  for (const [deed, type] of [
    ["follow", "Follow"],
    ["block", "Block"],
  ] as const) {
    await house.federation.does({ do: deed, uri: ana });
    await delivered(type, ana);
    await house.federation.does({ do: `un${deed}`, uri: ana });
    await delivered("Undo", type);
  }
  for (const [deed, type] of [
    ["like", "Like"],
    ["boost", "Announce"],
  ] as const) {
    await house.federation.does({ do: deed, uri: note });
    await delivered(type, note);
    await house.federation.does({ do: `un${deed}`, uri: note });
    await delivered("Undo", type);
  }
  await house.federation.does({ do: "flag", uri: note, by: ana, text: "Is it so?" });
  await delivered("Flag", note);
}

const KINDS = "Accept Announce Block Create Delete Flag Follow Like Undo Update";

test("SN20 GD6 a server that is as strict as GoToSocial takes every kind of activity, and is always told who asks", () => {
  assert.deepEqual(peer.refused, []);
  const own = `ConnectNotDivide/0.0.1 (+${house.base}/)`;
  assert.deepEqual([...peer.agents], [own]);
  assert.ok(peer.asked.length > 0 && peer.got.length >= 10);
});

test("SN16 every kind of activity is signed with keys that its actor lists: proofs by the one set, requests and documents by the other", async () => {
  const kinds = [...new Set(peer.got.map(({ activity }) => activity.type as string))].toSorted();
  assert.equal(kinds.join(" "), KINDS);
  for (const { activity, request } of peer.got) {
    const answer = await fetch(activity.actor, { headers: { Accept: ACTIVITY } });
    const of = `${activity.type} ${activity.id}`;
    const listed: Json = await answer.json();
    assert.equal(listed.id, activity.actor, of);
    await proofHolds(activity, listed, of);
    await signatureHolds(activity, listed, of);
    await requestIsSigned(request, listed, of);
  }
});

test("SN16 a proof does not hold for other words, nor by a key that nobody lists", async () => {
  const [{ activity }] = got("Create") as [Delivered];
  const listed: Json = await (
    await fetch(activity.actor, { headers: { Accept: ACTIVITY } })
  ).json();
  await proofHolds(activity, listed, "as it came");
  const other = { ...activity, object: { ...activity.object, content: "Eve" } };
  await assert.rejects(proofHolds(other, listed, "other words"), /other words/);
  const nobody = { ...listed, assertionMethod: [listed.assertionMethod].flat().slice(0, 1) };
  await assert.rejects(proofHolds(activity, nobody, "key of nobody"), /key of nobody/);
});

const ACCEPTS = [
  ACTIVITY,
  "*/*",
  "text/html",
  "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  `${ACTIVITY}, application/ld+json, text/html;q=0.1`,
  "image/png",
  "",
];

test("FF16 what was taken back is gone for everybody, whatever they ask for", async () => {
  const [note, story] = got("Delete").map(({ activity }) => activity.object.id as string);
  for (const uri of [story!, note!])
    for (const accept of ACCEPTS) {
      const answer = await fetch(uri, { headers: { Accept: accept }, redirect: "manual" });
      assert.equal(answer.status, 410, `${uri} ${accept}`);
      const isForPeople = accept.startsWith("text/html");
      assert.equal((await answer.text()).includes('"Tombstone"'), !isForPeople, accept);
    }
});

test("FF16 what nobody was told of is gone as well once it is taken back", async () => {
  const { subject } = await storyIn(house, "unheard");
  const uri = `${house.base}/ap/objects/${subject}`;
  assert.equal((await fetch(uri, { headers: { Accept: ACTIVITY } })).status, 200);
  await house.say(STORY_WITHDRAWN, { by: "desk" }, subject);
  assert.equal((await fetch(uri, { headers: { Accept: "*/*" } })).status, 410);
});

test("FF16 outbox, followers and actors answer whoever takes anything, and lead people to the page", async () => {
  for (const what of ["", "/outbox", "/outbox?cursor=", "/followers", "/following", "/featured"])
    for (const accept of ["*/*", "", ACTIVITY]) {
      const answer = await fetch(actor("campaign") + what, { headers: { Accept: accept } });
      assert.equal(answer.status, 200, `${what} ${accept}`);
      assert.equal(answer.headers.get("content-type"), ACTIVITY, `${what} ${accept}`);
    }
  const browser = { headers: { Accept: ACCEPTS[3]! }, redirect: "manual" } as const;
  assert.equal((await fetch(actor("campaign"), browser)).status, 303);
  assert.equal((await fetch(`${actor("campaign")}/outbox`, browser)).status, 200);
  const image = await fetch(`${actor("campaign")}/outbox`, { headers: { Accept: "image/png" } });
  assert.equal(image.status, 406);
});

test("SN17 everything comes out at a moment, and each change is later than what it changes", async () => {
  const [note, story] = got("Delete").map(({ activity }) => activity.object.id as string);
  for (const uri of [story!, note!]) {
    const told = peer.got.flatMap(({ activity }) =>
      activity.object?.id === uri && activity.object.content ? [activity] : [],
    );
    assert.equal(told.map(({ type }) => type).join(" "), "Create Update Update");
    for (const { object, published } of told) {
      assert.ok(Date.parse(object.published) >= begun, object.published);
      assert.ok(Date.parse(published) >= begun, published);
    }
    const times = told.map(({ object }) => Date.parse(object.updated ?? object.published));
    assert.ok(
      times.every((time, i) => i === 0 || time > times[i - 1]!),
      times.join(" "),
    );
  }
  const [passed] = got("Announce", story) as [Delivered];
  assert.ok(Date.parse(passed.activity.published) >= begun);
});

test("SN18 what comes from an archive is told to nobody before it is changed here", async () => {
  await follow("campaign"); // whom it blocked follows no more
  const sofar = peer.got.length;
  const old = await storyIn(house, "archived", { published: "2019-05-01", topics: ["privacy"] });
  const last = await storyIn(house, "new", {});
  await house.until("the new one", () => got("Create", last.subject).length > 0);
  assert.equal(JSON.stringify(peer.got.slice(sofar)).includes(old.subject), false);
  const article = await house.read(`/ap/objects/${old.subject}`);
  assert.equal(article.published, "2019-05-01T00:00:00Z");
  await house.say(STORY_EDITED, { ...old.body, markdown: "Reworded." }, old.subject);
  await house.until("other words", () => got("Update", "Reworded.").length > 0);
});

test("FF17 an article begins with its title and its summary, and a note has the same for whoever shows no articles", async () => {
  const more = { title: "Deux <collines>", summary: "Une ligne.", language: "fr" };
  const { subject } = await storyIn(house, "read", { ...more, markdown: "Le texte." });
  const english = { lang: "en", title: "Two hills", summary: "A line.", markdown: "The text." };
  await house.say(STORY_TRANSLATED, { ...english, state: "person" }, subject);
  const article = await house.read(`/ap/objects/${subject}`);
  const head = "<p><strong>Deux &lt;collines&gt;</strong></p><p>Une ligne.</p>";
  assert.equal(article.name, "Deux <collines>");
  const page = `${house.base}/stories/read`;
  const back = `<p><a href="${page}">${page}</a></p>`;
  assert.equal(article.content, `${head}<p>Le texte.</p>\n${back}`);
  assert.equal(article.summary, undefined, "others hide the words behind it");
  assert.equal(article.preview.type, "Note");
  assert.equal(article.preview.content, head + back);
  assert.deepEqual(article.preview.published, article.published);
  // Its own language is the first of each map: some servers take that for the language of the words.
  for (const map of [article.contentMap, article.nameMap, article.preview.contentMap])
    assert.deepEqual(Object.keys(map), ["fr", "en"]);
  const delivered = await house.until("delivered", () => got("Update", subject)[0]);
  assert.deepEqual(Object.keys(delivered.activity.object.contentMap), ["fr", "en"]);
});

test("FF17 what a profile says of itself is taken without a name for the telling, and nothing else is", async () => {
  const inbox = `${house.base}/ap/inbox`;
  const [path, elsewhere] = [new URL(ana).pathname, `${peer.base}/elsewhere`];
  const profile = { ...peer.stands.get(path), endpoints: { sharedInbox: elsewhere } };
  peer.stands.set(path, profile);
  assert.equal(await peer.send(inbox, { type: "Update", actor: ana, object: profile }), 202);
  const note = peer.stands.get(new URL(peer.note(ana, "Nameless")).pathname);
  assert.equal(await peer.send(inbox, { type: "Update", actor: ana, object: note }), 400);
  const { subject } = await house.until("moved", async () => {
    const told = await storyIn(house, `moved-${peer.got.length}`);
    await house.until("told", () => got("Create", told.subject).length > 0);
    return got("Create", told.subject).some((one) => one.inbox === "/elsewhere") ? told : undefined;
  });
  assert.equal(got("Create", subject).length, 1);
});

test("FF7 whom of ours an answer calls is heard with it", async () => {
  const tag = [
    { type: "Mention", href: actor("campaign"), name: "@smallcampaign" },
    { type: "Mention", href: ana, name: "@ana" },
  ];
  const inReplyTo = `${house.base}/stories/two-hills`;
  const note = peer.note(ana, "<p>@smallcampaign Yes.</p>", { tag, inReplyTo });
  const object = peer.stands.get(new URL(note).pathname);
  await peer.send(`${house.base}/ap/inbox`, {
    id: `${note}#create`,
    type: "Create",
    actor: ana,
    object,
  });
  const said = await house.until("said", () =>
    house.heard.find((one) => one.what === "said" && one.uri === note),
  );
  assert.deepEqual((said as Json).calls, ["smallcampaign"]);
});
