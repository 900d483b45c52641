/** The federation as other servers see it: what stands where, what arrives, and what is refused (platform/federation). */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Heard } from "../src/platform/federation/speaking.ts";
import {
  ACTIVITY,
  federationHouse,
  storyIn,
  type FederationHouse,
  type Json,
} from "./federation-house.ts";
import { federationPeer, PUBLIC, type FederationPeer } from "./federation-peer.ts";

let house: FederationHouse;
let peer: FederationPeer;
let ana: string; // who lives elsewhere
let bo: string;
before(async () => {
  house = await federationHouse();
  peer = await federationPeer();
  [ana, bo] = [await peer.person("ana"), await peer.person("bo")];
});
after(async () => {
  await house[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});

const inbox = (): string => `${house.base}/ap/inbox`;
const campaign = (): string => `${house.base}/ap/actors/campaign`;
const heardOf = (uri: string): Heard | undefined =>
  house.heard.findLast((one) => "uri" in one && one.uri === uri);
let n = 0;
const activity = (type: string, actor: string, object: Json, more: object = {}) => ({
  id: `${actor}/activity-${++n}`,
  type,
  actor,
  object,
  to: PUBLIC,
  ...more,
});
async function story(): Promise<Json> {
  return house.read("/stories/two-hills");
}

test("FF1 campaign, topics and authors are found by their names and by their pages, and say how they are written to", async () => {
  const host = new URL(house.base).host;
  for (const [resource, actor] of [
    [`acct:smallcampaign@${host}`, "campaign"],
    [`acct:SmallCampaign@${host}`, "campaign"],
    [`${house.base}/`, "campaign"],
    [`acct:topic_privacy@${host}`, "topic-privacy"],
    [`${house.base}/topics/privacy`, "topic-privacy"],
  ] as const) {
    const found = await house.read(
      `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
    );
    const self = found.links.find((one: Json) => one.rel === "self");
    assert.equal(self.href, `${house.base}/ap/actors/${actor}`, resource);
    assert.equal(self.type, ACTIVITY);
  }
  const desk = await house.read(`/.well-known/webfinger?resource=acct:campaign_desk@${host}`);
  const author = await house.read(desk.links.find((one: Json) => one.rel === "self").href);
  assert.equal(author.name, "The campaign desk");
  const actor = await house.read("/ap/actors/campaign");
  assert.equal(actor.preferredUsername, "smallcampaign");
  for (const what of ["inbox", "outbox", "followers", "following", "featured"])
    assert.equal(actor[what], `${campaign()}/${what}`);
  assert.equal(actor.endpoints.sharedInbox, inbox());
  assert.match(actor.publicKey.publicKeyPem, /BEGIN PUBLIC KEY/);
  assert.equal((await house.read("/ap/actors/topic-privacy")).type, "Group");
  for (const nobody of ["/ap/actors/topic-none", "/ap/actors/x", "/ap/objects/x"])
    await assert.rejects(house.read(nobody), /404/);
  const missing = await fetch(`${house.base}/.well-known/webfinger?resource=acct:nobody@${host}`);
  assert.equal(missing.status, 404);
});

test("FF2 NodeInfo says what runs here, and counts nobody who reads", async () => {
  const { links } = await house.read("/.well-known/nodeinfo");
  const info = await house.read(links[0].href);
  assert.equal(info.version, "2.1");
  assert.deepEqual(info.protocols, ["activitypub"]);
  assert.equal(info.software.name, "connect-not-divide");
  assert.equal(info.usage.localPosts, 3);
  assert.equal(info.openRegistrations, false);
});

test("FF3 a story is an article with its languages, its pictures in words and its hashtag; a page answers as what it shows", async () => {
  const article = await story();
  assert.equal(article.type, "Article");
  assert.equal(article.attributedTo, campaign());
  assert.equal(article.url, `${house.base}/stories/two-hills`);
  assert.deepEqual(article.nameMap, { en: "Two hills: one line of sight", fr: "Deux collines" });
  assert.match(article.content, /The hill saw the other hill/);
  assert.match(article.contentMap.fr, /La colline voyait/);
  const places = [article.tag].flat().map(({ name, href }: Json) => [name, href]);
  assert.deepEqual(places.slice(0, 2), [
    ["#SmallCampaign", `${house.base}/conversation`],
    ["#Connectivity", `${house.base}/topics/connectivity`],
  ]);
  assert.equal(article.id, (await house.read(article.id)).id);
  assert.equal((await house.read("/fr/stories/two-hills")).id, article.id);
  assert.equal((await house.read("/")).id, campaign());
  const pledge = await house.read("/pledges/valley-hundred");
  assert.equal(pledge.type, "Article");
  const asPage = await fetch(article.id, { redirect: "manual", headers: { Accept: "text/html" } });
  assert.equal(asPage.status, 303);
  assert.equal(asPage.headers.get("location"), article.url);
});

test("FF4 the outbox holds all that was said, the featured collection what a newcomer reads first", async () => {
  const outbox = await house.read("/ap/actors/campaign/outbox");
  assert.equal(outbox.totalItems, 3);
  const page = await house.read(outbox.first);
  assert.deepEqual(
    page.orderedItems.map((one: Json) => [one.type, one.object.type]),
    Array.from({ length: 3 }, () => ["Create", "Article"]),
  );
  const topic = await house.read("/ap/actors/topic-connectivity/outbox?cursor=");
  const items = [topic.orderedItems].flat();
  assert.equal(items[0].type, "Announce");
  assert.equal(items[0].object, (await story()).id);
  const featured = await house.read("/ap/actors/campaign/featured");
  assert.equal([featured.orderedItems].flat()[0].id, (await story()).id);
});

test("FF5 who asks to follow does so at once, is told so, and is counted and not shown", async () => {
  const follow = activity("Follow", ana, campaign());
  assert.equal(await peer.send(inbox(), follow), 202);
  const accept = await house.until("accept", () =>
    peer.got.find(({ activity: one }) => one.type === "Accept"),
  );
  assert.equal(accept.activity.object.id ?? accept.activity.object, follow.id);
  const followers = await house.read("/ap/actors/campaign/followers");
  assert.equal(followers.totalItems, 1);
  assert.doesNotMatch(JSON.stringify(followers), /ana/);
  assert.equal(await peer.send(inbox(), activity("Undo", ana, follow)), 202);
  await house.until("nobody", async () => {
    const { totalItems } = await house.read("/ap/actors/campaign/followers");
    return totalItems === 0 || undefined;
  });
});

for (const kind of ["rfc9421", "draft-cavage-http-signatures-12"] as const)
  test(`FF6 signatures of both kinds are taken, and nothing that its sender did not sign: ${kind}`, async () => {
    const { id: answers } = await story();
    const say = (words: string) => {
      const note = peer.note(ana, `<p>${words}</p>`, { inReplyTo: answers });
      return activity("Create", ana, peer.stands.get(new URL(note).pathname));
    };
    const right = say("Signed");
    assert.equal(await peer.send(inbox(), right, { kind }), 202);
    await house.until("heard", () => heardOf(right.object.id));
    for (const wrong of [{ forged: true }, { unsigned: true }, { altered: say("Altered") }]) {
      const sent = say("Forged");
      assert.equal(await peer.send(inbox(), sent, { kind, ...wrong }), 401, JSON.stringify(wrong));
    }
    // What is heard comes in order: had one of them been taken, it would be there by now.
    const last = say("Last");
    assert.equal(await peer.send(inbox(), last, { kind }), 202);
    await house.until("heard", () => heardOf(last.object.id));
    assert.doesNotMatch(JSON.stringify(house.heard), /Forged|Altered/);
  });

test("FF7 an answer is heard with what it answers and whether it is for everybody; only its author's server changes it or takes it away", async () => {
  const article = await story();
  const id = article.id.split("/").at(-1);
  const note = peer.note(ana, "<p>Two <b>hills</b>?</p>", {
    inReplyTo: article.url,
    contentMap: { fr: "<p>Two <b>hills</b>?</p>" },
    tag: [{ type: "Hashtag", name: "#SmallCampaign", href: "https://x.test/" }],
  });
  const path = new URL(note).pathname;
  await peer.send(inbox(), activity("Create", ana, peer.stands.get(path)));
  const said = await house.until("said", () => heardOf(note));
  assert.deepEqual(
    { ...said, url: undefined },
    {
      what: "said",
      uri: note,
      url: undefined,
      by: { uri: ana, handle: `@ana@${new URL(ana).host}`, name: "ana of the test" },
      html: "<p>Two <b>hills</b>?</p>",
      lang: "fr",
      published: "2026-11-26T10:00:00Z",
      answers: { id },
      calls: [],
      hashtags: ["smallcampaign"],
      isPublic: true,
      hasMedia: false,
    },
  );
  // Somebody else of the same server says that it is theirs; then somebody of another one does.
  const other = await federationPeer();
  const eve = await other.person("eve");
  await other.send(inbox(), activity("Update", eve, { ...peer.stands.get(path), content: "Eve" }));
  await other.send(inbox(), activity("Delete", eve, note));
  await other.send(inbox(), activity("Create", eve, { ...peer.stands.get(path), content: "Eve" }));
  await peer.send(inbox(), activity("Update", bo, { ...peer.stands.get(path), content: "Bo" }));
  peer.stands.set(path, { ...peer.stands.get(path), content: "Three" });
  await peer.send(inbox(), activity("Update", ana, peer.stands.get(path)));
  await house.until("changed", () => JSON.stringify(heardOf(note)).includes("Three") || undefined);
  assert.doesNotMatch(JSON.stringify(house.heard), /"Eve"|"Bo"/);
  await peer.send(inbox(), activity("Delete", ana, { id: note, type: "Tombstone" }));
  await house.until("deleted", () => heardOf(note)?.what === "deleted" || undefined);
  assert.equal(house.heard.filter((one) => one.what === "deleted").length, 1);
  const quiet = peer.note(bo, "Only for you", { inReplyTo: article.id, to: campaign() });
  await peer.send(inbox(), activity("Create", bo, peer.stands.get(new URL(quiet).pathname)));
  const direct = await house.until("direct", () => heardOf(quiet));
  assert.equal((direct as Json).isPublic, false);
  await other[Symbol.asyncDispose]();
});

test("FF8 what an answer answers is fetched first, three deep and more, but not what is known or without end", async () => {
  const article = await story();
  const [one, two, three] = ["first", "second", "third"].reduce<string[]>(
    (chain, words, i) => [
      ...chain,
      peer.note(i % 2 ? bo : ana, words, { inReplyTo: chain.at(-1) ?? article.id }),
    ],
    [],
  ) as [string, string, string];
  const from = house.heard.length;
  await peer.send(inbox(), activity("Create", ana, peer.stands.get(new URL(three).pathname)));
  await house.until("three", () => heardOf(three));
  assert.deepEqual(
    house.heard.slice(from).map((heard) => (heard as Json).uri),
    [one, two, three],
  );
  let parent = peer.note(ana, "the beginning");
  const begin = parent;
  for (let i = 0; i < 40; i++) parent = peer.note(ana, `depth ${i}`, { inReplyTo: parent });
  await peer.send(inbox(), activity("Create", ana, peer.stands.get(new URL(parent).pathname)));
  await house.until("deep", () => heardOf(parent));
  assert.equal(heardOf(begin), undefined);
});

test("FF9 a whole thread is fetched from its servers, within bounds", async () => {
  const root = peer.note(ana, "A question");
  const at = new URL(root).pathname;
  const answers = Array.from({ length: 4 }, (_, i) => peer.note(bo, `a${i}`, { inReplyTo: root }));
  const deeper = peer.note(ana, "deeper", { inReplyTo: answers[0] });
  const stranger = peer.note(bo, "answers something else", { inReplyTo: deeper });
  const collection = (id: string, items: string[], next?: string) => ({
    id,
    type: "Collection",
    first: { id: `${id}-1`, type: "CollectionPage", partOf: id, items, ...(next && { next }) },
  });
  const set = (path: string, more: object) =>
    peer.stands.set(path, { ...peer.stands.get(path), ...more });
  set(at, { replies: collection(`${root}/replies`, answers.slice(0, 2), `${root}/more`) });
  peer.stands.set(`${at}/more`, {
    id: `${root}/more`,
    type: "CollectionPage",
    items: [...answers.slice(2), stranger],
  });
  set(new URL(answers[0]!).pathname, { replies: collection(`${answers[0]}/replies`, [deeper]) });
  const found = await house.federation.fetchThread(root);
  assert.equal(found, 6);
  for (const uri of [root, ...answers, deeper]) assert.ok(heardOf(uri), uri);
  assert.equal(heardOf(stranger), undefined);
});

test("FF10 likes and boosts of ours are heard with who, once each, and their undoing; a boost brings what it boosts", async () => {
  const { id: article } = await story();
  const id = article.split("/").at(-1);
  const like = activity("Like", ana, article);
  const boost = activity("Announce", bo, article);
  for (const one of [like, boost, like]) assert.equal(await peer.send(inbox(), one), 202);
  const reacted = () => house.heard.filter((one) => one.what === "reacted");
  await house.until("both", () => reacted().length === 2 || undefined);
  assert.deepEqual(reacted(), [
    { what: "reacted", activity: like.id, by: ana, kind: "like", id },
    { what: "reacted", activity: boost.id, by: bo, kind: "boost", id },
  ]);
  await peer.send(inbox(), activity("Undo", bo, like)); // it is not Bo's
  await peer.send(inbox(), activity("Undo", ana, like));
  await house.until("undone", () =>
    house.heard.find((one) => one.what === "unreacted" && one.activity === like.id),
  );
  assert.equal(house.heard.filter((one) => one.what === "unreacted").length, 1);
  const note = peer.note(ana, "Look at this");
  await peer.send(inbox(), activity("Announce", bo, note));
  const said = await house.until("boosted", () => heardOf(note));
  assert.equal((said as Json).by.uri, ana);
});

test("FF11 who blocks, goes or moves is followed accordingly, and a report names no reporter", async () => {
  const count = async () => (await house.read("/ap/actors/campaign/followers")).totalItems;
  const [cai, dee, dot] = await Promise.all(["cai", "dee", "dot"].map((one) => peer.person(one)));
  for (const one of [cai!, dee!]) await peer.send(inbox(), activity("Follow", one, campaign()));
  await house.until("two", async () => (await count()) === 2 || undefined);
  await peer.send(inbox(), activity("Block", cai!, campaign()));
  await house.until("one", async () => (await count()) === 1 || undefined);
  await house.federation.does({ do: "follow", uri: dee! });
  // To an address that does not say the same, nobody moves.
  await peer.send(inbox(), activity("Move", dee!, dee, { target: bo }));
  const doc = peer.stands.get("/dot");
  peer.stands.set("/dot", { ...doc, alsoKnownAs: [dee] });
  await peer.send(inbox(), activity("Move", dee!, dee, { target: dot }));
  await house.until("moved", () => house.heard.find((one) => one.what === "moved"));
  await house.until("asked there", () =>
    peer.got.find(({ activity: one }) => one.type === "Follow" && one.object === dot),
  );
  assert.deepEqual(
    house.heard.filter((one) => one.what === "moved"),
    [{ what: "moved", from: dee, to: dot }],
  );
  assert.equal(await count(), 1);
  const { id: article } = await story();
  await peer.send(inbox(), activity("Flag", bo, [campaign(), article], { content: "Is it true?" }));
  const flagged = await house.until("flag", () => house.heard.find((o) => o.what === "flagged"));
  assert.deepEqual(
    { ...flagged, activity: "" },
    {
      what: "flagged",
      activity: "",
      host: new URL(peer.base).host,
      uris: [campaign(), article],
      text: "Is it true?",
    },
  );
  // An account that is gone cannot be asked for its key any more.
  peer.stands.set("/dot", undefined);
  await peer.send(inbox(), activity("Delete", dot!, dot));
  await house.until("gone", () => house.heard.find((o) => o.what === "deleted" && o.uri === dot));
  assert.equal(await count(), 0);
});

test("FF17 an article has a title, a sentence by language and its address wherever another server looks for them, and nothing that hides it", async () => {
  const { subject } = await storyIn(house, "by-language", {
    title: "Höhe < Tal",
    summary: "Ein Satz & mehr.",
    language: "de",
  });
  const said = { lang: "ar", title: "T", summary: "S", markdown: "M", state: "reviewed" };
  await house.say("story.translated/1", said, subject);
  const page = `${house.base}/stories/by-language`;
  const end = (href: string) => `<p><a href="${href}">${href}</a></p>`;
  const own = "<p><strong>Höhe &lt; Tal</strong></p><p>Ein Satz &amp; mehr.</p>";
  const raw = await (
    await fetch(`${house.base}/ap/objects/${subject}`, { headers: { Accept: ACTIVITY } })
  ).text();
  const article = JSON.parse(raw);
  assert.equal(article.type, "Article");
  assert.equal(article.name, "Höhe < Tal");
  assert.equal("summary" in article, false, "Misskey would hide what stands behind it");
  assert.equal("sensitive" in article, false);
  assert.deepEqual(Object.entries(article.summaryMap)[0], ["de", "Ein Satz &amp; mehr."]);
  assert.equal(article.content, `${own}<p>One paragraph.</p>\n${end(page)}`);
  assert.equal(article.preview.content, own + end(page));
  assert.equal(article.url, page);
  for (const map of ["nameMap", "contentMap", "summaryMap"])
    assert.equal(Object.keys(article[map])[0], "de", map);
  const two = await story();
  assert.match(two.contentMap.fr, new RegExp(`${end(`${house.base}/fr/stories/two-hills`)}$`));
  assert.equal(two.summaryMap.fr.length > 0, true);
  const pledge = await house.read("/pledges/valley-hundred");
  assert.equal(Object.keys(pledge.summaryMap).length, 1);
  assert.ok(pledge.content.endsWith(end(pledge.url)), pledge.content);
});

test("FF18 the campaign's profile has its site, which names it back, and may be searched; who is named as the author of a page by it is believed", async () => {
  const raw = await fetch(campaign(), { headers: { Accept: ACTIVITY } });
  const actor = JSON.parse(await raw.text());
  const host = new URL(house.base).host;
  assert.deepEqual([actor.discoverable, actor.indexable], [true, true]);
  assert.deepEqual(
    [actor.attachment].flat().map(({ type, value }: Json) => [type, value]),
    [["PropertyValue", `<a href="${house.base}/" rel="me">${host}</a>`]],
  );
  assert.deepEqual(actor.attributionDomains, [host]);
  assert.match(JSON.stringify(actor["@context"]), /attributionDomains/);
  assert.equal("attachment" in (await house.read("/ap/actors/topic-privacy")), false);
});

test("FF19 everybody may quote a post: who asks is told yes, by an address that says so for as long as the post is shown", async () => {
  const article = await story();
  const { automaticApproval } = article.interactionPolicy.canQuote;
  assert.deepEqual([automaticApproval].flat(), [PUBLIC]);
  const quoting = `${ana}/quoting`;
  const terms = [
    "https://www.w3.org/ns/activitystreams",
    { QuoteRequest: "https://w3id.org/fep/044f#QuoteRequest" },
  ];
  const ask = (more: object) =>
    peer.send(inbox(), activity("QuoteRequest", ana, article.id, { "@context": terms, ...more }));
  const yes = () =>
    peer.got.filter(({ activity: one }) => one.type === "Accept" && one.result !== undefined);
  assert.equal(await ask({ instrument: "https://elsewhere.example/of/somebody-else" }), 202);
  assert.equal(await ask({ instrument: quoting }), 202);
  const accept = await house.until("yes", () => yes()[0]);
  assert.equal(accept.activity.actor, campaign());
  const stamp = await house.read(accept.activity.result);
  assert.equal(stamp.type, "QuoteAuthorization");
  assert.equal(stamp.id, accept.activity.result);
  assert.equal(stamp.attributedTo, campaign());
  assert.equal(stamp.interactingObject, quoting);
  assert.equal(stamp.interactionTarget, article.id);
  assert.equal(yes().length, 1, "who asks for somebody else is told nothing");
  const [, , , , of] = new URL(stamp.id).pathname.split("/");
  for (const wrong of [`/ap/quotes/none/${of}`, stamp.id.slice(0, -3), `${stamp.id}!`])
    await assert.rejects(house.read(wrong), /404/, wrong);
});
