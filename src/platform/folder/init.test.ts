import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { formatFolder } from "./format.ts";
import { initFolder, questions, type Answers } from "./init.ts";
import { readFolder } from "./read.ts";
import { parts, temporary } from "./sample.test.ts";

const today = "2026-11-24";
/** What pressing Enter five times answers, but for what is given. */
const answersOf = (given: Partial<Answers> = {}): Answers =>
  questions.reduce<Partial<Answers>>(
    (answers, { id, default: fallback }) => ({ ...answers, [id]: given[id] ?? fallback(answers) }),
    {},
  ) as Answers;

test("F13 a new folder is complete, canonical and without problems", async () => {
  assert.equal(questions.length, 5);
  for (const given of [
    {},
    { name: "Ein Netz für alle: jetzt!", language: "de" },
    { name: "网络" },
  ]) {
    const dir = join(temporary(), "new");
    const files = await initFolder(dir, { answers: answersOf(given), parts, today });
    assert.deepEqual(files.toSorted(), [
      "campaign.yaml",
      "pages/about.md",
      "pages/imprint.md",
      "pages/privacy.md",
      "people.yaml",
      "stories/our-first-story.md",
    ]);
    assert.deepEqual((await readFolder(dir, parts)).problems, []);
    assert.deepEqual(await formatFolder(dir, parts), { changed: [] });
  }
});

test("F13 the answers are what the campaign says", async () => {
  const dir = temporary();
  const answers = answersOf({ name: "Réseau d’Été", language: "fr", claim: "Tous: reliés" });
  await initFolder(dir, { answers, parts, today });
  const text = readFileSync(join(dir, "campaign.yaml"), "utf8");
  assert.match(text, /^id: reseau-d-ete\nname: Réseau d’Été\nclaim: "Tous: reliés"\n/);
  assert.match(text, /hashtag: RéseauDÉté\nlanguage: fr\nlanguages: \[fr\]\n/);
});

test("F13 a folder that holds anything is refused, and so is an answer that does not fit", async () => {
  const dir = temporary();
  const bad = { answers: answersOf({ hashtag: "no blanks" }), parts, today };
  await assert.rejects(initFolder(dir, bad), {
    code: "bad-answer",
    message: 'hashtag: expected a hashtag without #: letters, digits and _, found "no blanks"',
  });
  writeFileSync(join(dir, "note.txt"), "mine");
  await assert.rejects(initFolder(dir, { answers: answersOf(), parts, today }), {
    code: "not-empty",
  });
});
