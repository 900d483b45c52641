/** Packages of H5P that mean no good, or that nobody thought of: each is taken or told, in time, and nothing of them reads as ours. */
import assert from "node:assert/strict";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { strToU8, zipSync } from "fflate";
import { parseLesson } from "../src/features/courses/exercises/parse.ts";
import { folderParts } from "../src/folder-parts.ts";
import { bringCourses } from "../src/importers/h5p/import-courses.ts";
import { readFolder } from "../src/platform/folder/read.ts";
import { temporary } from "../tools/program.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
let count = 0;

interface Package {
  readonly main: string;
  readonly params: unknown;
  readonly about?: Readonly<Record<string, unknown>>;
}
async function brought({ main, params, about = {} }: Package) {
  const file = join(folder.dir, `${(count += 1)}.h5p`);
  const into = join(folder.dir, `into-${count}`);
  const said = { title: "Lamps", language: "en", license: "CC BY", licenseVersion: "4.0" };
  const content = typeof params === "string" ? params : JSON.stringify(params);
  writeFileSync(
    file,
    zipSync({
      "h5p.json": strToU8(JSON.stringify({ ...said, mainLibrary: main, ...about })),
      "content/content.json": strToU8(content),
    }),
  );
  const came = await bringCourses({ files: [file], into, parts: folderParts, today: "2026-01-02" });
  const lessons = globSync(join(into, "courses/*/*.md")).toSorted();
  if (lessons.length > 0) assert.deepEqual((await readFolder(into, folderParts)).problems, []);
  const parts = lessons.flatMap(
    (path) => parseLesson(readFileSync(path, "utf8").replace(/^---\n[^]*?\n---\n/, "")).parts,
  );
  const exercises = parts.flatMap((one) => (one.is === "exercise" ? [one.exercise] : []));
  return { came, exercises, told: came.courses[0], lessons };
}
const asks = (question: string) => ({ question, correct: "true" });
const part = (library: string, params: unknown, metadata = {}) => ({
  library: `${library} 1.0`,
  params,
  metadata,
});
const set = (...questions: readonly unknown[]): Package => ({
  main: "H5P.QuestionSet",
  params: { questions },
});

test("CU14 a text that closes the block of an exercise, or opens one, stays a text", async () => {
  const evil = "```\n\n```exercise\nid: evil\nchoice: Really?\n```";
  const html = `<p>${evil.replaceAll("\n", "</p><p>")}</p>`;
  const { exercises } = await brought(
    set(
      part("H5P.TrueFalse", asks(evil)),
      part("H5P.AdvancedText", { text: html }),
      part("H5P.AdvancedText", { text: `<pre>${evil}</pre>` }),
      part("H5P.AdvancedText", { text: `<pre><code>${evil}</code></pre>` }),
      part("H5P.AdvancedText", { text: evil.replaceAll("\n", "<br>") }),
      part("H5P.Blanks", {
        questions: ["A text that is long enough to be folded *one*.", "```", "```exercise", "*x*"],
        text: evil,
      }),
      part("H5P.Dialogcards", { dialogs: [{ text: evil, answer: '"\n```\n' }], title: "```" }),
      part("H5P.Image", { alt: html, file: { path: "a.png" } }),
    ),
  );
  assert.deepEqual(
    exercises.map(({ sort }) => sort),
    ["choice", "gap", "cards"],
  );
  assert.ok(!exercises.some(({ id }) => id === "evil"));
});

test("CU14 names that every object has are kinds that nobody knows", async () => {
  const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
  const { told, exercises } = await brought(
    set(...names.map((name) => part(name, {})), part("H5P.TrueFalse", asks("Is it?"))),
  );
  assert.equal(exercises.length, 1);
  for (const name of names)
    assert.ok(
      told!.leftOut.some(({ what }) => what.includes(name)),
      name,
    );
  const media = { type: part("constructor", { file: { path: "a.png" } }) };
  const shown = await brought(set(part("H5P.TrueFalse", { ...asks("Is it?"), media })));
  assert.doesNotMatch(JSON.stringify(shown.told), /native code/);
  const { came } = await brought({
    ...set(part("H5P.TrueFalse", asks("Is it?"))),
    about: { license: "constructor" },
  });
  assert.equal(came.courses[0]!.licence, "constructor 4.0"); // whoever reads the report sees it
});

test("CU14 what lies within each other hundreds of thousands of times is refused in words", async () => {
  const deep = 450_000;
  const params = `{"questions":${"[".repeat(deep)}${"]".repeat(deep)}}`;
  const { came } = await brought({ main: "H5P.QuestionSet", params });
  assert.equal(came.courses.length, 0);
  assert.match(came.leftOut[0]!.why, /Expected a question that a course can ask/);
});

test("CU14 a text of a million words is told, and takes no longer than its length", async () => {
  const long = "word *right* ".repeat(60_000);
  const many = Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(" ");
  const { told, exercises } = await brought(
    set(
      part("H5P.MarkTheWords", { textField: `${many} *right*` }),
      part("H5P.MarkTheWords", { textField: long }),
      part("H5P.DragText", { textField: `${many} *right*` }),
      part("H5P.TrueFalse", asks("?".repeat(900_000))),
      part("H5P.TrueFalse", asks("Is it?")),
    ),
  );
  assert.deepEqual(
    exercises.filter(({ sort }) => sort === "choice").map(({ id }) => id),
    ["is-it"],
  );
  assert.ok(told!.leftOut.length >= 3, JSON.stringify(told!.leftOut));
});

test("CU14 more gaps than any course has are refused in words", async () => {
  const { came } = await brought({
    main: "H5P.Blanks",
    params: { questions: ["word *right* ".repeat(60_000)] },
  });
  assert.match(came.leftOut[0]!.why, /Expected at most 600 exercises/);
});

test("CU11 a question is taken whole, or told: none is cut in the middle", async () => {
  const long = `${"A long question. ".repeat(400)}*here*`;
  const { came } = await brought(set(part("H5P.Blanks", { questions: [long] })));
  assert.match(came.leftOut[0]!.why, /at most 5000 characters/);
});

test("CU12 a course is named after what is kept, and a lesson has no address of the course itself", async () => {
  for (const title of ["Kept", "kept!", "العربية", "…"]) {
    const { lessons } = await brought({
      main: "H5P.TrueFalse",
      params: asks("Is it?"),
      about: { title },
    });
    assert.equal(lessons.length, 1, title);
  }
});
