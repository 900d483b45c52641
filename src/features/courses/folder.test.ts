import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { exportFolder } from "../../platform/folder/export.ts";
import { formatFolder } from "../../platform/folder/format.ts";
import { importFolder } from "../../platform/folder/import.ts";
import { problemLine } from "../../platform/folder/problem.ts";
import { readFolder } from "../../platform/folder/read.ts";
import { memoryLog, temporary } from "../../platform/folder/sample.test.ts";
import { openMedia } from "../../platform/media/media.ts";
import { Clock } from "../../platform/records/clock.ts";
import { newKey } from "../../platform/records/keys.ts";
import { parseLesson } from "./exercises/parse.ts";
import { courseFolder, inItsFile } from "./folder.ts";

const parts = [courseFolder];

const COURSE = `---
title: A lamp
summary: How a lamp is lit.
language: en
hours: 1
licence: { name: CC BY 4.0 }
badge: { name: Lights a lamp, criteria: Lit one., pass: 80, shown: [light-it] }
---

For whoever has a lamp.
`;
const LESSON = `---
title: Begin
---

Oil burns.

\`\`\`exercise
id: burns
choice: What burns?
answers:
  - { text: Oil, right: true }
  - { text: Water }
wrong: Think of what smells.
\`\`\`

\`\`\`exercise
id: light-it
task: Light the lamp.
shown: The lamp burns.
wrong: Ask for help.
\`\`\`
`;
const FRENCH = `---
title: Une lampe
summary: Comment on allume une lampe.
state: person
---
`;
const LEÇON = LESSON.replace("Begin", "Commencer")
  .replace("Oil burns.", "L’huile brûle.")
  .replace("What burns?", "Qu’est-ce qui brûle ?");

const FILES = {
  "courses/a-lamp.md": COURSE,
  "courses/a-lamp/01-begin.md": LESSON,
  "courses/a-lamp/02-end.md": "---\ntitle: End\n---\n\nIt is dark again.\n",
  "courses/a-lamp.fr.md": FRENCH,
  "courses/a-lamp/01-begin.fr.md": LEÇON,
  "courses/a-lamp/02-end.fr.md": "---\ntitle: Fin\n---\n\nIl fait nuit.\n",
};

function folder(changes: Readonly<Record<string, string>> = {}): string {
  const dir = temporary();
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    if (text !== "") writeFileSync(join(dir, path), text);
  }
  return dir;
}
const contents = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => [path.slice(dir.length), readFileSync(path, "utf8")]);
const problems = async (changes: Readonly<Record<string, string>>) =>
  (await readFolder(folder(changes), parts)).problems.map(problemLine);

test("CU1 a course, its lessons and their translations go in and out byte for byte, and a second import adds nothing", async () => {
  const dir = folder();
  await formatFolder(dir, parts);
  assert.equal(contents(dir).length, 6);
  const log = memoryLog();
  const media = openMedia(join(temporary(), "media"));
  const options = { parts, log, media, key: newKey(), clock: new Clock(Date.now) };
  const done = await importFolder({ dir, ...options });
  assert.ok(!done.problems, JSON.stringify(done.problems));
  const to = join(temporary(), "out");
  assert.deepEqual((await exportFolder({ dir: to, parts, log, media })).leftOut, []);
  assert.deepEqual(contents(to), contents(dir));
  const again = await importFolder({ dir: to, ...options });
  assert.equal(again.problems ? -1 : again.counts.records, 0);
});

test("CU1 a lesson without a course, of an odd name, or in the course's own file is a problem with its place", async () => {
  assert.deepEqual(await problems({ "courses/b/01-begin.md": LESSON }), [
    "courses/b/01-begin.md:2: expected courses/b.md for it to belong to, found none",
  ]);
  assert.deepEqual(await problems({ "courses/a-lamp/begin.md": LESSON }), [
    'courses/a-lamp/begin.md:1: expected a name such as 01-begin.md or 01-begin.fr.md, two digits first, found "begin.md"',
  ]);
  const inside = COURSE.replace("hours: 1", "hours: 1\nlessons: []");
  assert.match(
    (await problems({ "courses/a-lamp.md": inside }))[0]!,
    /^courses\/a-lamp\.md:6: expected lessons in files of their own in the folder courses\/a-lamp\//,
  );
});

test("CU1 lessons are numbered as they stand", async () => {
  assert.deepEqual(
    await problems({
      ...NO_FRENCH,
      "courses/a-lamp/02-end.md": "",
      "courses/a-lamp/04-end.md": "---\ntitle: End\n---\n",
    }),
    ["courses/a-lamp/04-end.md:2: expected 02-end, as it is the 2. of them, found another number"],
  );
});

test("CU2 a translation with other lessons or other exercises is refused", async () => {
  assert.match(
    (await problems({ "courses/a-lamp/02-end.fr.md": "" })).join(),
    /^courses\/a-lamp\.fr\.md:2: expected the lessons of the course, begin, end, found begin$/,
  );
  const other = LEÇON.replace("right: true", "right: false");
  assert.match(
    (await problems({ "courses/a-lamp/01-begin.fr.md": other })).join(),
    /^courses\/a-lamp\/01-begin\.fr\.md:\d+: .*expected one answer with right: true, found 0/,
  );
  const fewer = LEÇON.slice(0, LEÇON.lastIndexOf("```exercise"));
  assert.match(
    (await problems({ "courses/a-lamp/01-begin.fr.md": fewer })).join(),
    /01-begin\.fr\.md:5: .*expected the exercises of the original/,
  );
});

test("CU3 what is wrong with an exercise is said with its file, line and field", async () => {
  const odd = async (from: string, to: string) =>
    (await problems({ "courses/a-lamp/01-begin.md": LESSON.replace(from, to), ...NO_FRENCH })).join(
      "\n",
    );
  assert.match(
    await odd("wrong: Think of what smells.\n", ""),
    /^courses\/a-lamp\/01-begin\.md:\d+: lessons\[0\]\.markdown: line 4 of the text: wrong: expected a text, found nothing/,
  );
  assert.match(
    await odd("choice: What", "chioce: What"),
    /expected the question under one of choice,/,
  );
  assert.match(
    await odd("id: light-it", "id: burns"),
    /expected an id of its own, found burns again/,
  );
  assert.match(await odd("```\n\n```exercise", "\n\n```exercise"), /expected plain YAML/);
  assert.match(
    await odd("id: light-it", "id: light-me"),
    /badge\.shown\[0\]: expected the id of a task of a lesson, found light-it/,
  );
  assert.match(
    (await problems({ "courses/b.md": COURSE })).join(),
    /courses\/b\.md:2: expected a lesson in a file/,
  );
});

test("CU26 a task that asks for a photo, a voice or a film is refused with its file, line and field, as nothing can be handed in", async () => {
  for (const by of ["photo", "voice", "sign"]) {
    const asking = (text: string) => text.replace("task:", `by: ${by}\ntask:`);
    const said = await problems({
      "courses/a-lamp/01-begin.md": asking(LESSON),
      "courses/a-lamp/01-begin.fr.md": asking(LEÇON),
    });
    assert.deepEqual(
      said.map((one) => one.split(": line ")[1]),
      ["01-begin.fr.md", "01-begin.md"].map(
        () =>
          `14 of the text: by: expected no \`by\`, as nothing can be handed in yet: a task is shown to a teacher; found ${by}. Leave the line out`,
      ),
    );
  }
  const lines = (
    await readFolder(
      folder({ "courses/a-lamp/01-begin.md": LESSON.replace("task:", "by: photo\ntask:") }),
      parts,
    )
  ).problems;
  assert.deepEqual(
    lines.map(inItsFile).map(({ line, field }) => [line, field]),
    [[18, "by"]],
  );
});

test("CU26 a task of a course that came in earlier with such a line is read on as it was", () => {
  const read = parseLesson(LESSON.replace("task:", "by: photo\ntask:"));
  assert.equal(read.problems.length, 1);
  assert.deepEqual(
    read.parts.flatMap((one) => (one.is === "exercise" ? [one.exercise.id] : [])),
    ["burns", "light-it"],
  );
});
const NO_FRENCH = {
  "courses/a-lamp.fr.md": "",
  "courses/a-lamp/01-begin.fr.md": "",
  "courses/a-lamp/02-end.fr.md": "",
};
