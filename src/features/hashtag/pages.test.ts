import assert from "node:assert/strict";
import test from "node:test";
import { CAMPAIGN } from "../campaign/campaign.fixture.ts";
import { campaignOf } from "../campaign/feature.ts";
import { campaignFrame } from "../campaign/api.ts";
import { conversation } from "../conversation/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "../stories/feature.ts";
import { BASE, openStage, story, type Stage } from "../stories/stage.fixture.ts";
import { hashtag } from "./feature.ts";

const features = [
  campaignOf([]),
  places,
  partners,
  people,
  programmes,
  stories,
  pledges,
  conversation,
  hashtag,
];

async function staged(set: object = {}): Promise<Stage> {
  const stage = await openStage(features);
  await stage.open("campaign.opened/1", "campaign", "wells", { ...CAMPAIGN, ...set });
  stage.frame = await campaignFrame(stage.db, BASE);
  return stage;
}

let last = 0;
/** @returns its id */
async function said(stage: Stage, about: string, text: string, more: object = {}): Promise<string> {
  last += 1;
  const id = String(last).padStart(32, "0");
  await stage.open("comment.said/1", "none", id, { id, about, text, said: "2026-11-24", ...more });
  return id;
}

test("RM1 each topic has its question, its stories, its latest words and the way to answer", async () => {
  await using stage = await staged();
  await stage.open("story.told/1", "stories", "well", story({ topics: ["depth"] }));
  const empty = (await stage.page("/conversation")).main;
  assert.match(
    empty,
    /id="depth"[^]*How deep is it\?[^]*href="\/stories\/well"[^]*Be the first to reply/,
  );
  const ids = [];
  for (const words of ["Ten metres.", "Twelve.", `Fifteen ${"and more ".repeat(60)}`])
    ids.push(await said(stage, "topic:depth", words, { name: "Ana" }));
  const { main, page } = await stage.page("/conversation");
  assert.match(main, /href="\/topics\/depth\/comment"/);
  assert.match(main, /Fifteen[^]*…[^]*Twelve\./, "the newest first, and long ones shortened");
  assert.doesNotMatch(main, /Ten metres/, "the thread has the rest");
  assert.match(main, /href="\/topics\/depth\/conversation"[^>]*>All 3 comments/);
  assert.ok(main.includes(`href="/topics/depth/conversation?comment=${ids[2]}#c-${ids[2]}"`));
  assert.ok(page.uses.projections!.includes("thread topic:depth"));
  assert.ok(page.uses.projections!.includes("thread room"));
});

test("RM1 what was said with the hashtag stands by pages, the newest first; only the first has the topics", async () => {
  await using stage = await staged();
  for (let i = 1; i <= 45; i += 1) await said(stage, "room", `Word ${i}.`);
  const first = (await stage.page("/conversation")).main;
  assert.match(first, /Word 45\.[^]*Word 44\./);
  assert.doesNotMatch(first, /Word 5\./);
  assert.match(first, /href="\/conversation\?page=2" rel="next"/);
  const second = (await stage.page("/conversation?page=2")).main;
  assert.match(second, /Word 5\.[^]*Word 1\./);
  assert.match(second, /href="\/conversation" rel="prev"/);
  assert.doesNotMatch(second, /How deep is it/);
  for (const page of ["3", "0", "-1", "x", "1.5"])
    assert.equal(await stage.ask(`/conversation?page=${page}`), undefined, page);
});

test("RM1 a campaign without hashtag and topics, or without any record, has a room that invites", async () => {
  await using stage = await staged({ hashtag: "" });
  await using empty = await openStage(features);
  for (const one of [stage, empty]) {
    const { html } = await one.page("/conversation");
    assert.match(html, /Comment here, with or without your name/);
    assert.doesNotMatch(html, /undefined|NaN|\[object|#"|#</);
  }
});

test("RM1 RM4 what was taken back is nowhere among the latest words", async () => {
  await using stage = await staged();
  const id = "f".repeat(32);
  const body = { id, about: "topic:depth", text: "Never mind.", said: "2026-11-24" };
  const subject = await stage.open("comment.said/1", "none", "gone", body);
  await said(stage, "topic:depth", "Why not?", { answers: id });
  await stage.say("comment.withdrawn/1", subject, { by: "author", id, about: "topic:depth" });
  for (const path of ["/conversation", "/conversation/feed.json", "/conversation/feed.xml"]) {
    const answer = await stage.ask(path);
    const text = answer?.kind === "file" ? String(answer.body) : (await stage.page(path)).main;
    assert.match(text, /Why not\?/, path);
    assert.doesNotMatch(text, /Never mind/, path);
  }
});

test("RM2 each post says where it comes from, and nothing of another site is loaded", async () => {
  await using stage = await staged();
  const uri = "https://social.example/@ben/1";
  await said(stage, "room", "From over there.", {
    name: "Ben",
    origin: { url: uri, host: "social.example", author: "https://social.example/@ben" },
  });
  const card = { url: "https://news.example/a", title: "A well at last", host: "news.example" };
  await said(stage, "room", "“The water came in May.”", { name: "The News", card });
  const { main } = await stage.page("/conversation");
  assert.match(
    main,
    new RegExp(`href="${uri}" rel="nofollow ugc noreferrer">\\s*from social.example`),
  );
  assert.match(
    main,
    /href="https:\/\/news\.example\/a" rel="nofollow ugc noreferrer"[^>]*>\s*A well at last\s*<\/a>[^]*news\.example/,
  );
  assert.doesNotMatch(main, /(?:src|srcset|poster|data|action)="https?:/);
});

test("RM4 the room is a feed in both forms: the room and the topics, nothing else, the newest first", async () => {
  await using stage = await staged();
  const well = await stage.open("story.told/1", "stories", "well", story());
  await said(stage, "topic:depth", "Ten <metres> & more.", { name: "Ana", language: "sw" });
  await said(stage, well, "About the story.");
  const id = await said(stage, "room", "With the hashtag.");
  const answer = async (path: string) => {
    const file = await stage.ask(path);
    assert.equal(file?.kind, "file");
    return (file as { body: string }).body;
  };
  const json = JSON.parse(await answer("/conversation/feed.json")) as {
    items: { url: string; summary: string; language?: string; tags: string[] }[];
  };
  assert.deepEqual(
    json.items.map(({ summary, language, tags }) => [summary, language, tags]),
    [
      ["With the hashtag.", undefined, ["WellsForAll"]],
      ["Ten <metres> & more.", "sw", ["WellsForAll", "Depth"]],
    ],
  );
  assert.equal(json.items[0]!.url, `${BASE}/conversation?comment=${id}#c-${id}`);
  const atom = await answer("/conversation/feed.xml");
  assert.match(atom, /<entry xml:lang="sw">[^]*Ten &lt;metres&gt; &amp; more\.[^]*<\/feed>/);
  assert.doesNotMatch(atom, /About the story/);
});
