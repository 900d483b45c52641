/** What is said of a post, from the feature's answer to the servers that take it, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { DATABASES } from "../../../tests/databases.ts";
import { openServers } from "../../../tests/fediverse-servers.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { openReader } from "../db/reader.ts";
import { openFederating } from "./federating.ts";
import type { ActorCard, Post } from "./speaking.ts";
import { dayThatHolds } from "../../../tests/day.ts";

const BASE = "http://campaign.example";
const today = await dayThatHolds();
const card = (identifier: string): ActorCard => ({
  identifier,
  username: identifier,
  kind: "group",
  name: identifier,
  summary: "",
  path: "/",
});
const story = (more: Partial<Post> = {}): Post => ({
  id: "story",
  kind: "article",
  actor: "campaign",
  also: [],
  path: "/stories/a",
  title: "A mast",
  html: "<p>It stands.</p>",
  lang: "en",
  published: today,
  attachments: [],
  hashtags: [],
  ...more,
});

for (const [name, open] of Object.entries(DATABASES)) {
  async function house() {
    const database = await open();
    const { db, store, address } = database;
    await migrateLog(db, store);
    const privately = await openPrivate(db, platformParts);
    const servers = await openServers();
    const shown = new Map<string, Post>();
    const begin = () =>
      openFederating(
        { private: privately, hears: async () => undefined, log: () => undefined },
        { database: address, base: BASE, version: "1", allowPrivate: true },
        {
          reader: openReader(address),
          frame: async () => ({}) as never,
          speaks: [
            {
              kinds: [],
              actor: async (_, id) => (id === "author" ? undefined : card(id)),
              post: async (_, id) => shown.get(id),
              posts: async (_, subject) => (subject === "person" ? ["story", "other"] : []),
              outbox: async () => [...shown.values()],
            },
          ],
        },
      );
    const federating = await begin();
    return {
      shown,
      servers,
      privately,
      federating,
      follow: (actor: string, n: number) =>
        privately("federation.follow", {
          actor,
          uri: `${servers.inbox(n)}/a`,
          handle: "@a@b",
          inbox: servers.inbox(n),
          shared: null,
          host: servers.host(n),
          since: 1,
        }),
      unfollow: (actor: string, n: number) =>
        privately("federation.unfollow", { actor, uri: `${servers.inbox(n)}/a` }),
      change: (record: string, subject = "story") => federating.say([{ record, subject }]),
      types: () =>
        servers.taken
          .map(({ type }) => type)
          .toSorted()
          .join(" "),
      async took(count: number) {
        for (let i = 0; i < 1500 && servers.taken.length < count; i++) await sleep(10);
        await sleep(300);
        assert.equal(servers.taken.length, count, this.types());
      },
      async [Symbol.asyncDispose]() {
        await federating.close();
        await servers[Symbol.asyncDispose]();
        await database[Symbol.asyncDispose]();
      },
    };
  }

  test(`SN1 told, told otherwise, and not told again where nothing differs: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    await at.change("r0");
    at.shown.set("story", story());
    await at.change("r0");
    await at.took(0);
    await at.change("r1");
    await at.change("r1");
    await at.change("r2");
    await at.took(1);
    at.shown.set("story", story({ html: "<p>It stands still.</p>" }));
    await at.change("r3");
    await at.took(2);
    const [create, update] = at.servers.taken.map(({ body }) => JSON.parse(body));
    assert.deepEqual([create.type, update.type], ["Create", "Update"]);
    assert.equal(create.id, `${BASE}/ap/objects/story#create`);
    assert.equal(create.object.id, update.object.id);
    assert.match(update.object.content, /stands still/);
    assert.equal(create.signature.creator, `${BASE}/ap/actors/campaign#main-key`);
  });

  test(`SN1 one record that changes several posts has all of them said: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    for (const id of ["story", "other"]) at.shown.set(id, story({ id }));
    await at.change("r1", "person");
    await at.change("r1", "person");
    await at.took(2);
  });

  test(`SN1 who follows a topic is passed the story on, once: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    await at.follow("topic-privacy", 2);
    at.shown.set("story", story({ also: ["topic-privacy"] }));
    await at.change("r1");
    await at.took(2);
    const [to] = at.servers.taken.filter(({ type }) => type === "Announce");
    assert.equal(to!.host, at.servers.host(2));
    at.shown.set("story", story({ also: ["topic-privacy"], title: "Another" }));
    await at.change("r2");
    await at.took(4);
    assert.equal(at.types(), "Announce Create Update Update");
  });

  test(`SN1 what came out long ago and was never said is no news: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    at.shown.set("story", story({ published: "2020-01-01" }));
    await at.change("r1");
    await at.took(1);
    assert.equal(at.types(), "Update");
  });

  test(`FF17 a cover that stands in the text as well is sent as one picture: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    const [media, other] = ["a", "b"].map((one) => `${one.repeat(64)}.jpg`) as [string, string];
    const pictures = [media, other, media].map((one) => ({
      media: one,
      type: "image/jpeg",
      alt: "A mast",
    }));
    at.shown.set("story", story({ attachments: pictures }));
    await at.change("r1");
    await at.took(1);
    const { attachment } = JSON.parse(at.servers.taken[0]!.body).object;
    const urls = attachment.map(({ url }: { readonly url: string }) => url);
    assert.deepEqual(
      urls,
      [media, other].map((one) => `${BASE}/media/${one}`),
    );
  });

  test(`SN17 a change that no record of it says is later than every one before: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    const updated = new Date(Date.now() + 3_600_000).toISOString(); // by a clock that was ahead
    const moments = ["", updated, "", "", new Date().toISOString()];
    for (const [i, moment] of moments.entries()) {
      const words = { html: `<p>${i}</p>`, ...(moment !== "" && { updated: moment }) };
      at.shown.set("story", story(words));
      await at.change(`r${i}`);
    }
    await at.took(5);
    const [, ...updates] = at.servers.taken.map(({ body }) => JSON.parse(body).object.updated);
    assert.equal(Date.parse(updates[0]), Date.parse(updated));
    for (const [i, time] of updates.entries())
      assert.ok(i === 0 || Date.parse(time) > Date.parse(updates[i - 1]), updates.join(" "));
  });

  test(`SN18 what comes from an archive is told to nobody, and what is changed of it is: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    const old = story({ published: today, also: ["topic-privacy"] });
    at.shown.set("story", { ...old, isArchived: true });
    await at.change("r1");
    await at.federating.sayToday();
    await at.took(0);
    at.shown.set("story", { ...old, published: "2020-01-01" });
    await at.change("r2");
    await at.took(1);
    assert.equal(at.types(), "Update");
  });

  test(`SN2 a story that was erased is taken back from everybody who had it, and can be told anew: ${name}`, async () => {
    await using at = await house();
    for (const n of [1, 2]) await at.follow("campaign", n);
    await at.follow("topic-privacy", 3);
    at.shown.set("story", story({ also: ["topic-privacy"] }));
    await at.change("r1");
    await at.took(3);
    await at.unfollow("campaign", 2);
    at.shown.delete("story");
    await at.change("r2");
    await at.change("r3");
    await at.took(6);
    const gone = at.servers.taken.filter(({ type }) => type === "Delete");
    assert.deepEqual(
      gone.map(({ host }) => host).toSorted(),
      [1, 2, 3].map((n) => at.servers.host(n)),
    );
    at.shown.set("story", story());
    await at.change("r4");
    await at.took(7);
    const ids = at.servers.taken.filter(({ type }) => type === "Create").map((t) => t.activity);
    assert.equal(new Set(ids).size, 2, "the second time under another id");
  });

  test(`SN14 what the day alone shows or hides is said: ${name}`, async () => {
    await using at = await house();
    await at.follow("campaign", 1);
    at.shown.set("old", story({ id: "old" }));
    await at.federating.sayToday();
    await at.took(0);
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
    await at.privately("federation.set", [
      { key: '["said","day"]', value: JSON.stringify(yesterday), ends: null },
    ]);
    at.shown.set("old", story({ id: "old", published: yesterday }));
    at.shown.set("story", story());
    await at.federating.sayToday();
    await at.federating.sayToday();
    await at.took(1);
    at.shown.delete("story");
    await at.federating.sayToday();
    await at.took(2);
    assert.equal(at.types(), "Create Delete");
  });
}
