/** docs/protocol/course.md: every example that it gives is taken as it stands. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { problemLine } from "../../platform/folder/problem.ts";
import { readFolder } from "../../platform/folder/read.ts";
import { temporary } from "../../platform/folder/sample.test.ts";
import { SORTS } from "./exercises/form.ts";
import { exercisesOf } from "./exercises/parse.ts";
import { courseFolder } from "./folder.ts";

const document = readFileSync("docs/protocol/course.md", "utf8");
const examples = (of: string): string[] =>
  [...document.matchAll(new RegExp(`^\`\`\`${of}\\n([^]*?)^\`\`\`$`, "gm"))].map(
    ([, text]) => text!,
  );

/** The course of the document, its exercises in its second lesson. */
async function problemsOf(change = (text: string) => text): Promise<string[]> {
  const [course, lesson, translation] = ["course", "lesson", "translation"].map(
    (of) => examples(of)[0]!,
  );
  const exercises = examples("exercise").map((yaml) => `\`\`\`exercise\n${yaml}\`\`\`\n`);
  const night = `---\ntitle: A long night\n---\n${exercises.join("\n")}`;
  const dir = temporary();
  const files = {
    "a-lamp.md": course!,
    "a-lamp/01-oil-and-wick.md": lesson!,
    "a-lamp/02-a-long-night.md": change(night),
    "a-lamp.fr.md": translation!,
    "a-lamp/01-oil-and-wick.fr.md": lesson!,
    "a-lamp/02-a-long-night.fr.md": night,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, "courses", path)), { recursive: true });
    writeFileSync(join(dir, "courses", path), text);
  }
  return (await readFolder(dir, [courseFolder])).problems.map(problemLine);
}

test("CU16 every example of the document is taken, and each kind of exercise has one", async () => {
  const blocks = examples("exercise");
  const all = exercisesOf(blocks.map((yaml) => `\`\`\`exercise\n${yaml}\`\`\``).join("\n"));
  assert.equal(all.length, blocks.length);
  assert.deepEqual([...new Set(all.map(({ sort }) => sort))].toSorted(), SORTS.toSorted());
  assert.deepEqual(await problemsOf(), []);
  assert.match(
    (await problemsOf((text) => text.replace("id: burns", "id: burned"))).join(),
    /02-a-long-night\.fr\.md.*exercises of the original/,
  );
});
