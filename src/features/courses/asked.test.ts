/** A course as its form has it, and its files again. Rule CU28 of README.md. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import {
  array,
  assert as check,
  constantFrom,
  oneof,
  property,
  string as anyText,
} from "fast-check";
import { courseAsked } from "./asked.ts";
import { SORTS } from "./exercises/form.ts";
import { parseLesson } from "./exercises/parse.ts";

const EXAMPLES = [
  ...readFileSync("docs/protocol/course.md", "utf8").matchAll(/^```exercise\n[^]*?^```$/gm),
].map(([block]) => block);
const LESSONS = globSync("campaign/courses/*/*.md").map((file) =>
  readFileSync(file, "utf8").split("\n---\n")[1]!.trim(),
);

interface Opened {
  readonly markdown?: string;
  readonly exercises?: readonly Readonly<Record<string, unknown>>[];
  readonly written?: string;
}
const courseOf = (markdown: string) => ({ lessons: [{ id: "one", title: "One", markdown }] });
const opened = (markdown: string): Opened =>
  (courseAsked.open(courseOf(markdown))["lessons"] as readonly Opened[])[0]!;
const closed = (lesson: Opened): string => {
  const lessons = [{ id: "one", title: "One", ...lesson }];
  const { fields } = courseAsked.close({ lessons });
  return (fields["lessons"] as readonly { readonly markdown: string }[])[0]!.markdown;
};

test("CU28 every lesson is opened into its text and its exercises and written again letter by letter", () => {
  assert.ok(LESSONS.length > 40 && EXAMPLES.length > 8);
  const sorts = new Set<string>();
  for (const lesson of [...LESSONS, EXAMPLES.join("\n\n"), EXAMPLES.join("\n"), "", "Text."]) {
    const form = opened(lesson);
    assert.equal(closed(form), lesson);
    for (const row of form.exercises ?? [])
      sorts.add(SORTS.find((sort) => Object.hasOwn(row, sort))!);
  }
  assert.deepEqual([...sorts].toSorted(), [...SORTS].toSorted());
});

test("CU28 whatever stands around exercises, and whatever is no exercise, comes back letter by letter", () => {
  const piece = oneof(
    constantFrom(...EXAMPLES),
    constantFrom("```exercise", "```", "    code", "- a\n  - b", "", " ", "\n\n", "# A", "x  "),
    anyText({ maxLength: 30 }).map((text) => text.replaceAll("\r", "")),
  );
  check(
    property(array(piece, { maxLength: 12 }), (pieces) => {
      // As a file gives it: blank lines before the first word and blanks after the last are none of it.
      const lesson = pieces
        .join("\n")
        .replace(/^(?:[^\S\n]*\n)+/, "")
        .trimEnd();
      assert.equal(closed(opened(lesson)), lesson);
    }),
  );
});

test("CU28 what is changed in an exercise changes nothing else of its lesson", () => {
  let seen = 0;
  for (const lesson of LESSONS) {
    const form = opened(lesson);
    for (const [i, row] of (form.exercises ?? []).entries()) {
      const exercises = form.exercises!.with(i, { ...row, wrong: "Look again,\nat the *lamp*." });
      const { parts, problems } = parseLesson(closed({ ...form, exercises }));
      assert.deepEqual(problems, []);
      const was = parseLesson(lesson).parts;
      assert.equal(parts.length, was.length);
      const odd = parts.filter((part, at) => JSON.stringify(part) !== JSON.stringify(was[at]));
      assert.equal(odd.length, 1);
      const lines = new Set(closed({ ...form, exercises }).split("\n"));
      for (const other of form.exercises!.filter((one) => one !== row)) {
        const block = lesson
          .split("```exercise\n")
          .find((one) => one.startsWith(`id: ${String(other["id"])}\n`))!;
        for (const line of block.split("\n```")[0]!.split("\n")) assert.ok(lines.has(line), line);
      }
      seen++;
    }
  }
  assert.ok(seen > 100, `${seen} exercises`);
});

test("CU28 what does not fit in an exercise is told at its field", () => {
  const problems = (row: object) =>
    courseAsked
      .close({ lessons: [{ id: "one", title: "One", exercises: [row] }] })
      .problems.map(({ at, message }) => `${at}: ${message}`);
  const row = "lessons.0.exercises.0";
  assert.deepEqual(problems({ id: "a", gap: "No gap.", wrong: "Look." }), [
    `${row}.gap: expected words in [brackets] to fill in, found none`,
  ]);
  const answers = [{ text: "One" }, { text: "Two" }];
  assert.deepEqual(problems({ id: "a", choice: "Which?", answers, wrong: "Look." }), [
    `${row}.answers: expected one answer with right: true, found 0`,
  ]);
  assert.match(
    problems({ id: "a", choice: "", answers, wrong: "Look." })[0]!,
    /exercises\.0\.choice: /,
  );
  assert.match(
    problems({ id: "a", wrong: "Look." })[0]!,
    /^lessons\.0\.exercises\.0: expected one of/,
  );
});
