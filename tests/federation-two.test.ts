/** Two campaigns that follow one another, what a page costs beside, and whose stories leave a server (platform/federation). */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { SLUG_BOUND } from "../src/platform/addresses/addresses.ts";
import type { Heard } from "../src/platform/federation/speaking.ts";
import {
  COMMENT_EDITED,
  COMMENT_SAID,
  COMMENT_WITHDRAWN,
  commentById,
} from "../src/features/conversation/api.ts";
import { CONSENT_GIVEN, CONSENT_WITHDRAWN, PERSON_NAMED } from "../src/features/people/api.ts";
import { STORY_EDITED, STORY_TRANSLATED, STORY_WITHDRAWN } from "../src/features/stories/api.ts";
import { serve, serveAlone, temporary } from "../tools/program.ts";
import { ACTIVITY, federationHouse, storyIn, type FederationHouse } from "./federation-house.ts";
import { dayThatHolds } from "./day.ts";

const TODAY = await dayThatHolds();
const idOf = (uri: string): string => createHash("sha256").update(uri).digest("hex").slice(0, 32);

/** Everything that is heard is shown at once: the desk's work is left out here. */
async function show(heard: Heard, { instance, say }: FederationHouse): Promise<void> {
  const find = (id: string) => instance.snapshot((db) => commentById(db, id));
  if (heard.what === "deleted") {
    const known = await find(idOf(heard.uri));
    if (!known) return;
    const { id, about } = known.comment;
    await say(COMMENT_WITHDRAWN, { by: "author", id, about }, known.subject);
  }
  if (heard.what !== "said") return;
  const id = idOf(heard.uri);
  const text = heard.html.replace(/<[^>]+>/g, " ").trim();
  const known = await find(id);
  if (known) return void (await say(COMMENT_EDITED, { text, edited: TODAY }, known.subject));
  const to = heard.answers && ("id" in heard.answers ? heard.answers.id : idOf(heard.answers.uri));
  const parent = to?.length === 32 ? await find(to) : undefined;
  const about = to?.length === 64 ? to : (parent?.comment.about ?? "topic:privacy");
  const host = new URL(heard.uri).host;
  const origin = { url: heard.uri, author: heard.by.uri, host };
  const answers = parent && { answers: to };
  await say(COMMENT_SAID, {
    id,
    about,
    text,
    said: TODAY,
    name: heard.by.name,
    origin,
    ...answers,
  });
}

const said = (house: FederationHouse, pattern: RegExp) =>
  house.until(String(pattern), () =>
    house.heard.findLast((one) => one.what === "said" && pattern.test(one.html)),
  ) as Promise<Extract<Heard, { what: "said" }>>;

test("FF12 two campaigns follow one another: stories, answers three deep, changes and withdrawals go both ways", async () => {
  await using ours = await federationHouse(show);
  await using theirs = await federationHouse(show);
  const campaign = (house: FederationHouse) => `${house.base}/ap/actors/campaign`;
  for (const [one, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    await one.federation.does({ do: "follow", uri: campaign(other) });
    await one.until("accepted", async () => {
      const { totalItems, orderedItems } = await one.read("/ap/actors/campaign/following");
      return (totalItems ?? [orderedItems].flat().filter(Boolean).length) === 1 || undefined;
    });
    assert.equal((await other.read("/ap/actors/campaign/followers")).totalItems, 1);
  }
  const { subject, body } = await storyIn(ours, "long-hill");
  await ours.federation.say([{ record: `${subject} bound`, subject }]);
  const article = await said(theirs, /One paragraph/);
  assert.equal(article.uri, `${ours.base}/ap/objects/${subject}`);
  assert.equal(article.url, `${ours.base}/stories/long-hill`);
  assert.ok(article.hashtags.includes("smallcampaign"));

  const answer = async (house: FederationHouse, to: string, text: string) => {
    const { about } = await house.until("shown", async () => {
      const parent = await house.instance.snapshot((db) => commentById(db, to));
      return parent?.comment;
    });
    const id = randomBytes(16).toString("hex");
    const comment = { id, about, answers: to, text, said: TODAY, name: "Amina" };
    return { id, subject: await house.say(COMMENT_SAID, comment) };
  };
  const first = await answer(theirs, idOf(article.uri), "How high is it?");
  const heard = await said(ours, /How high is it/);
  assert.deepEqual(heard.answers, { id: subject });
  assert.match(heard.html, /Amina writes/);
  const second = await answer(ours, idOf(heard.uri), "As high as two.");
  const back = await said(theirs, /As high as two/);
  assert.deepEqual(back.answers, { id: first.id });
  await answer(theirs, idOf(back.uri), "Then we see each other.");
  const third = await said(ours, /Then we see each other/);
  assert.deepEqual(third.answers, { id: second.id });
  // What came from there stands there alone.
  await assert.rejects(ours.read(`/ap/objects/${idOf(heard.uri)}`), /404/);
  const notes = [ours, theirs].map(({ heard: all }) =>
    all.flatMap((one) => (one.what === "said" ? one.uri : [])),
  );
  assert.ok(notes[0]!.every((uri) => uri.startsWith(theirs.base)));
  assert.ok(notes[1]!.every((uri) => uri.startsWith(ours.base)));

  await ours.say(COMMENT_EDITED, { text: "As high as three.", edited: TODAY }, second.subject);
  await said(theirs, /As high as three/);
  const gone = { by: "author", id: second.id, about: subject };
  await ours.say(COMMENT_WITHDRAWN, gone, second.subject);
  const isGone = (uri: string) =>
    theirs.until("gone", () => theirs.heard.find((o) => o.what === "deleted" && o.uri === uri));
  await isGone(back.uri);
  await ours.say(STORY_EDITED, { ...body, markdown: "Another paragraph." }, subject);
  await said(theirs, /Another paragraph/);
  await ours.say(STORY_WITHDRAWN, { by: "person" }, subject);
  await isGone(article.uri);
  const tomb = await fetch(article.uri, { headers: { Accept: ACTIVITY } });
  assert.equal(tomb.status, 410);
  assert.equal(((await tomb.json()) as { type: string }).type, "Tombstone");
  assert.deepEqual(ours.log.concat(theirs.log), []);
});

test("FF14 a story goes where everybody named agreed to be told of, and is taken back when that ends", async () => {
  await using house = await federationHouse();
  const person = async (slug: string, channels: string[]) => {
    const consent = { given: "2026-01-01", until: "2099-01-01", method: "text" };
    const subject = await house.say(PERSON_NAMED, { name: slug });
    await house.say(SLUG_BOUND, { space: "people", slug }, subject);
    const id = randomBytes(16).toString("hex");
    const agreed = { purposes: ["story"], channels, languages: ["en"], proof: "0".repeat(64), id };
    await house.say(CONSENT_GIVEN, { ...consent, ...agreed }, subject);
    return subject;
  };
  const here = await person("here-alone", ["web"]);
  const there = await person("there-too", ["web", "fediverse"]);
  const asPage = (slug: string) => house.read(`/stories/${slug}`);
  await storyIn(house, "told-here", { people: [here, there] });
  await assert.rejects(asPage("told-here"), /404/);
  const told = await storyIn(house, "told-there", { people: [there] });
  const article = await asPage("told-there");
  assert.equal(article.name, "The story of told-there");
  const french = {
    lang: "fr",
    title: "Le récit",
    summary: "Ici.",
    markdown: "Un.",
    state: "person",
  };
  await house.say(STORY_TRANSLATED, french, told.subject); // they agreed to English alone
  assert.deepEqual((await asPage("told-there")).nameMap, { en: article.name });
  const { totalItems } = await house.read("/ap/actors/campaign/outbox");
  assert.equal(totalItems, 4); // a story and two pledges of the folder, and this one
  // Signed by somebody who agreed to be named on pages alone: told, without them.
  await storyIn(house, "signed-here", { authors: [here] });
  assert.equal((await asPage("signed-here")).type, "Article");
  await assert.rejects(house.read(`/ap/actors/${here}`), /404/);
  const url = `${house.base}/authors/here-alone`;
  await assert.rejects(house.read(`/.well-known/webfinger?resource=${url}`), /404/);
  await house.say(CONSENT_WITHDRAWN, { day: TODAY }, there);
  await assert.rejects(asPage("told-there"), /410/);
  await assert.rejects(house.read(`/ap/objects/${told.subject}`), /410/);
});

test("FF13 a page costs nothing of it: without a request of the fediverse no thread is begun", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data"), CND_ALLOW_PRIVATE: "1" };
  const headers = { Accept: ACTIVITY };
  {
    await using server = await serveAlone(env, ["docs/protocol/valid/small"]);
    const threads = () => {
      const tasks = `/proc/${server.process.pid}/task`;
      return readdirSync(tasks).map((id) => readFileSync(`${tasks}/${id}/comm`, "utf8").trim());
    };
    for (const path of ["/", "/stories/two-hills", "/pledges", "/feed.xml"])
      assert.equal((await fetch(server.base + path)).status, 200, path);
    assert.ok(!threads().includes("federation"), threads().join());
    const story = await fetch(`${server.base}/stories/two-hills`, { headers });
    assert.equal(story.headers.get("content-type"), ACTIVITY);
    assert.ok(threads().includes("federation"), threads().join());
    const about = await fetch(`${server.base}/about`, { headers });
    assert.match(about.headers.get("content-type")!, /text\/html/);
  }
  await using closed = await serve({ CND_DATA: env.CND_DATA });
  for (const path of ["/ap/actors/campaign", "/.well-known/nodeinfo", "/nodeinfo/2.1"])
    assert.equal((await fetch(closed.base + path, { headers })).status, 404, path);
});
