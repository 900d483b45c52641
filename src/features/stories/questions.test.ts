/** What a story does not know: the fold before its sources, and the feed once it is answered. */
import assert from "node:assert/strict";
import test from "node:test";
import { stories } from "./feature.ts";
import { openStage, story, TODAY, type Stage } from "./stage.fixture.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { askedQuestions } from "./asked.ts";

const TOWER = { ask: "Was the tower built?", again: "2027-03-01" };
const SETTLED = {
  ask: "Who mends it?",
  again: "2026-11-01",
  settled: { on: "2026-11-20", answer: "Ada <b> does.", source: "https://source.example/ada" },
};
const SOURCES = [{ title: "A page", url: "https://source.example" }];

const staged = () => openStage([places, partners, people, programmes, stories]);
const tell = (stage: Stage, slug: string, set: object) =>
  stage.open("story.told/1", "stories", slug, story({ title: `Story ${slug}`, ...set }));
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[.,])/g, "");

test("S38 what a story does not know stands in one fold before its sources, in the words of its translation", async () => {
  await using stage = await staged();
  const subject = await tell(stage, "mast", { questions: [TOWER, SETTLED], sources: SOURCES });
  const fold = (main: string) => /<details id="unknown">.*?<\/details>/s.exec(main)?.[0] ?? "";
  const { main } = await stage.page("/stories/mast");
  assert.ok(main.indexOf('id="unknown"') < main.indexOf('id="so"'), "before the sources");
  assert.match(
    plain(fold(main)),
    /What we don’t know yet Was the tower built\? We will check again on 1 March 2027\. Answer Who mends it\? Answered on 20 November 2026: Ada &lt;b&gt; does\. Source/,
  );
  const french = { lang: "fr", title: "T", summary: "S", state: "machine", markdown: "M" };
  const say = (asks: string[]) =>
    stage.say("story.translated/1", subject, { ...french, questions: asks });
  await say(["La tour ?", "Qui la répare ?"]);
  const read = async () => fold((await stage.page("/fr/stories/mast")).main);
  assert.match(await read(), /<b>La tour \?<\/b>/);
  await say(["La tour ?"]);
  assert.match(await read(), /<b lang="en">Was the tower built\?<\/b>/, "one is missing");
  await tell(stage, "plain", {});
  assert.equal(fold((await stage.page("/stories/plain")).main), "");
});

test("S39 a question that was answered is an entry of the feed, from its day on", async () => {
  await using stage = await staged();
  await tell(stage, "mast", { published: "2026-11-01", questions: [TOWER, SETTLED] });
  const { asked } = await askedQuestions(stage.db, { today: TODAY, lang: "en" });
  const { id } = asked.find(({ settled }) => settled)!;
  const feed = async (path: string, today = TODAY) => {
    const answer = await stage.ask(path, today);
    return JSON.parse(answer?.kind === "file" ? String(answer.body) : "{}").items;
  };
  const [first, second] = await feed("/feed.json");
  assert.equal(first.title, "Answered: Who mends it?");
  assert.ok(first.url.endsWith(`/stories/mast#${id}`), first.url);
  assert.match(first.content_html, /Ada &lt;b&gt; does\. <a href="https:\/\/source\.example\/ada"/);
  assert.equal(second.title, "Story mast");
  assert.equal((await feed("/feed.json", "2026-11-19")).length, 1, "not before its day");
  assert.equal((await feed("/topics/economy/feed.json")).length, 0);
});
