/** The list of open questions, and what the desk is told of them. */
import assert from "node:assert/strict";
import test from "node:test";
import { stories } from "../stories/feature.ts";
import { openStage, story, TODAY, type Stage } from "../stories/stage.fixture.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { dueQuestions } from "./due.ts";
import { questions } from "./feature.ts";

const TOWER = { ask: "Was the tower built?", again: "2027-03-01" };
const SCHOOL = { ask: "Does the school pay?", again: "2027-01-10" };
const SETTLED = {
  ask: "Who mends it?",
  again: "2026-11-01",
  settled: { on: "2026-11-20", answer: "Ada <b> does.", source: "https://source.example/ada" },
};

const staged = () => openStage([places, partners, people, programmes, stories, questions]);
const tell = (stage: Stage, slug: string, set: object) =>
  stage.open("story.told/1", "stories", slug, story({ title: `Story ${slug}`, ...set }));
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[.,])/g, "");

test("QN1 QN2 open questions stand by the day of the next check, those that were answered below", async () => {
  await using stage = await staged();
  await tell(stage, "mast", { questions: [TOWER, SETTLED] });
  await tell(stage, "well", { questions: [SCHOOL] });
  await tell(stage, "later", {
    published: "2027-05-01",
    questions: [{ ...TOWER, ask: "Hidden?" }],
  });
  const { main, page } = await stage.page("/questions");
  assert.match(
    plain(main),
    /10 January 2027 Does the school pay\? From the story Story well\. Answer this question 1 March 2027 Was the tower built\? .* Answered Who mends it\? From the story Story mast\. Answered on 20 November 2026: Ada &lt;b&gt; does\. Source/,
  );
  assert.match(main, /href="\/stories\/well\/comment\?question=q-[0-9a-f]{8}"/);
  assert.match(main, /href="https:\/\/source\.example\/ada"/);
  assert.doesNotMatch(main, /Hidden/);
  assert.equal(page.until, "2027-05-01", "the day on which the list is another");
  await using none = await staged();
  assert.match((await none.page("/questions")).main, /Every question has been answered/);
});

test("QN3 the desk counts the questions whose day has come, for people who publish", async () => {
  await using stage = await staged();
  await tell(stage, "mast", { questions: [TOWER, { ...SCHOOL, again: TODAY }, SETTLED] });
  const at = { instance: { snapshot: (read: (db: unknown) => unknown) => read(stage.db) } };
  const waits = (role: string, today: string) =>
    dueQuestions(
      { ...at, now: () => Date.parse(today) } as unknown as Parameters<typeof dueQuestions>[0],
      { role } as Parameters<typeof dueQuestions>[1],
      "en",
    );
  assert.deepEqual(await waits("owner", TODAY), [
    { words: "Questions to check again", count: 1, path: "/questions" },
  ]);
  assert.equal((await waits("owner", "2027-03-01"))[0]?.count, 2);
  assert.deepEqual(await waits("owner", "2026-11-23"), []);
  assert.deepEqual(await waits("contributor", TODAY), []);
});
