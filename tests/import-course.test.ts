/** Content of H5P comes into a campaign folder as a course: made here in our own words, in the form in which H5P writes it. */
import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { strToU8, zipSync } from "fflate";
import { type Settings } from "../src/commands/context.ts";
import { run } from "../src/commands/import-course.ts";
import type { Exercise } from "../src/features/courses/exercises/form.ts";
import { judge, type Answer } from "../src/features/courses/exercises/judge.ts";
import { parseLesson } from "../src/features/courses/exercises/parse.ts";
import { folderParts } from "../src/folder-parts.ts";
import { bringCourses } from "../src/importers/h5p/import-courses.ts";
import { readFolder } from "../src/platform/folder/read.ts";
import { temporary } from "../tools/program.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const at = (...path: string[]) => join(folder.dir, ...path);

type Params = Readonly<Record<string, unknown>>;
const ABOUT = {
  title: "Lamps",
  language: "en",
  defaultLanguage: "en",
  license: "CC BY",
  licenseVersion: "4.0",
  authors: [{ name: "Ana Example", role: "Author" }],
  source: "https://example.org/lamps",
};
let count = 0;
/** A package, as H5P packs one. */
function packed(
  main: string,
  params: unknown,
  about: Params = {},
  more: Readonly<Record<string, string>> = {},
): string {
  const file = at(`${(count += 1)}.h5p`);
  const texts = {
    "h5p.json": JSON.stringify({
      ...ABOUT,
      mainLibrary: main,
      preloadedDependencies: [],
      ...about,
    }),
    "content/content.json": typeof params === "string" ? params : JSON.stringify(params),
    ...more,
  };
  const files = Object.entries(texts).map(([path, text]) => [path, strToU8(text)] as const);
  writeFileSync(file, zipSync(Object.fromEntries(files)));
  return file;
}
const bring = (file: string, into: string, said = {}) =>
  bringCourses({ files: [file], into: at(into), parts: folderParts, today: "2026-01-02", ...said });

/** The lessons' parts of the one course that came. */
function partsIn(into: string) {
  const parts = globSync(at(into, "courses/*/*.md"))
    .toSorted()
    .flatMap((path) => {
      const { parts: all, problems } = parseLesson(
        readFileSync(path, "utf8").split("\n---\n").slice(1).join("\n---\n"),
      );
      assert.deepEqual(problems, [], path);
      return all;
    });
  return {
    exercises: parts.flatMap((one) => (one.is === "exercise" ? [one.exercise] : [])),
    texts: parts.flatMap((one) => (one.is === "text" ? [one.markdown] : [])),
  };
}
let folders = 0;
async function exercisesFrom(main: string, params: unknown) {
  const into = `into-${(folders += 1)}`;
  const came = await bring(packed(main, params), into);
  assert.deepEqual(came.leftOut, []);
  const { problems } = await readFolder(at(into), folderParts);
  assert.deepEqual(problems, []);
  return { ...partsIn(into), into, told: came.courses[0]! };
}
const scores = (one: Exercise, answers: readonly Answer[]) =>
  answers.map((answer) => judge(one, answer)?.score);

const TRUE = {
  question: "<p>A lamp of <strong>20 watts</strong> burns 480 Wh a day.</p>",
  correct: "true",
  behaviour: { feedbackOnWrong: "Twenty times 24." },
};
const CHOICE = {
  question: "<p>What burns?</p>",
  answers: [
    {
      text: "<div>Oil</div>\n",
      correct: true,
      tipsAndFeedback: { tip: "It smells.", chosenFeedback: "Yes, oil." },
    },
    {
      text: "<div>Water</div>",
      correct: false,
      tipsAndFeedback: { chosenFeedback: "Water puts it out." },
    },
  ],
  behaviour: { type: "auto", singlePoint: false, passPercentage: 100 },
};
const several = (singlePoint: boolean) => ({
  question: "What does a link need?",
  answers: ["Sight", "Power", "Strength", "A road", "A ship"].map((text, i) => ({
    text,
    correct: i < 3,
  })),
  behaviour: { type: "auto", singlePoint, passPercentage: 100 },
});
const PLACES = {
  text: "<p>Fill in.</p>",
  questions: ["<p>The *mast/tower:It is high.* stands on the *hill*. [Note]</p>"],
  behaviour: { caseSensitive: true },
};
const DRAG = {
  taskDescription: "Put them in.",
  textField: "The sun fills a *battery:It is heavy.*\nand the lamp \n*empties\\+Yes.\\-No.* it.",
  distractors: "*cable*",
};
const MARK = {
  taskDescription: "<p>Mark what burns.</p>",
  textField: "<p>A *lamp*, a *candle* and a stone lie on a table.</p>",
};

test("CU11 a true-or-false question and a single choice keep their question, their answers and their points", async () => {
  const one = (await exercisesFrom("H5P.TrueFalse", TRUE)).exercises[0]!;
  assert.ok(one.sort === "choice");
  assert.equal(one.choice, "A lamp of 20 watts burns 480 Wh a day.");
  assert.deepEqual(one.answers, [{ text: "True", right: true }, { text: "False" }]);
  assert.equal(one.wrong, "Twenty times 24.");
  assert.deepEqual(scores(one, [[0], [1]]), [1, 0]);
  const { exercises } = await exercisesFrom("H5P.MultiChoice", CHOICE);
  const [two] = exercises;
  assert.ok(two?.sort === "choice");
  assert.deepEqual(
    [two.right, two.wrong],
    ["Yes, oil.", "Oil: It smells. Water: Water puts it out."],
  );
  assert.deepEqual(scores(two, [[0], [1]]), [1, 0]);
});

test("CU11 of several right answers a wrong one takes a point away, and all are needed where one point is given for all", async () => {
  const [one] = (await exercisesFrom("H5P.MultiChoice", several(false))).exercises;
  assert.ok(one?.sort === "several");
  // Right ones less wrong ones, of three, and never below nothing.
  assert.deepEqual(scores(one, [[0, 1, 2], [0, 1], [0, 1, 3], [3, 4], [0, 1, 2, 3], []]), [
    1,
    2 / 3,
    1 / 3,
    0,
    2 / 3,
    0,
  ]);
  assert.equal(judge(one, [0, 1, 2, 3])!.isRight, false);
  const [whole] = (await exercisesFrom("H5P.MultiChoice", several(true))).exercises;
  assert.deepEqual(
    scores(whole!, [
      [0, 1, 2],
      [0, 1],
      [0, 1, 2, 3],
    ]),
    [1, 0, 0],
  );
});

test("CU11 in a set of single choices the first answer is right, whatever order it is shown in", async () => {
  const choices = [
    { question: "What is high?", answers: ["<p>A mast</p>", "A ditch", "A lake"] },
    { question: "What is wet?", answers: ["A lake", "A mast"] },
  ];
  const { exercises } = await exercisesFrom("H5P.SingleChoiceSet", { choices });
  assert.deepEqual(
    exercises.map((one) => scores(one, [[0], [1]])),
    [
      [1, 0],
      [1, 0],
    ],
  );
  assert.deepEqual(
    exercises.map(({ sort }) => sort),
    ["choice", "choice"],
  );
});

test("CU11 blanks and dragged words are gaps with their other answers and tips, a point for each", async () => {
  const {
    exercises: [blanks],
    told,
  } = await exercisesFrom("H5P.Blanks", PLACES);
  assert.ok(blanks?.sort === "gap");
  assert.equal(blanks.gap, "Fill in.\nThe [mast|tower] stands on the [hill]. (Note)");
  assert.equal(blanks.wrong, "1: It is high.");
  assert.deepEqual(
    scores(blanks, [
      ["mast", "hill"],
      ["tower", "x"],
      ["a", "b"],
    ]),
    [1, 0.5, 0],
  );
  assert.match(
    told.scored.join(),
    /Blanks: H5P takes a small letter in place of a capital for wrong/,
  );
  const {
    exercises: [drag],
  } = await exercisesFrom("H5P.DragText", DRAG);
  assert.ok(drag?.sort === "gap");
  assert.equal(
    drag.gap,
    "Put them in.\nbattery · cable · empties\nThe sun fills a [battery]\nand the lamp\n[empties] it.",
  );
  assert.deepEqual([drag.right, drag.wrong], ["Yes.", "1: It is heavy. 2: No."]);
  assert.deepEqual(
    scores(drag, [
      ["battery", "empties"],
      ["empties", "battery"],
      ["battery", "cable"],
    ]),
    [1, 0, 0.5],
  );
  const long = {
    questions: [Array.from({ length: 30 }, (_, i) => `*w${i}* and`).join(" ")],
    behaviour: { caseSensitive: false },
  };
  const { exercises } = await exercisesFrom("H5P.Blanks", long);
  assert.deepEqual(
    exercises.map((one) => one.sort === "gap" && one.gap.split("[").length - 1),
    [12, 12, 6],
  );
});

test("CU11 words to be marked are answers of which several are right, less those marked wrongly", async () => {
  const {
    exercises: [one],
  } = await exercisesFrom("H5P.MarkTheWords", MARK);
  assert.ok(one?.sort === "several");
  assert.equal(one.several, "Mark what burns.\nA lamp, a candle and a stone lie on a table.");
  const words = one.answers.map(({ text }) => text);
  assert.deepEqual(words, [
    "A",
    "lamp",
    "lamp »a« candle",
    "candle",
    "and",
    "and »a« stone",
    "stone",
    "lie",
    "on",
    "on »a« table",
    "table",
  ]);
  const pick = (...texts: string[]) => texts.map((text) => words.indexOf(text));
  assert.deepEqual(
    scores(one, [
      pick("lamp", "candle"),
      pick("lamp"),
      pick("lamp", "stone"),
      pick("lamp", "candle", "on"),
    ]),
    [1, 0.5, 0, 0.5],
  );
  const many = Array.from({ length: 24 }, (_, i) => `*lamp${i}* stone${i}`).join(" ");
  const parted = await exercisesFrom("H5P.MarkTheWords", { ...MARK, textField: many });
  const rights = parted.exercises.map(
    (each) => each.sort === "several" && each.answers.filter(({ right }) => right).length,
  );
  assert.deepEqual(rights, [10, 10, 4]);
  assert.match(parted.told.scored.join(), /parted in 3/);
});

test("CU11 cards are turned over, twelve at most in one exercise, and those without words on a side are told", async () => {
  const dialogs = [
    ...Array.from({ length: 13 }, (_, i) => ({ text: `<p>front ${i}</p>`, answer: `back ${i}` })),
    { text: "", answer: "a mast", image: { path: "images/mast.png" }, imageAltText: "" },
  ];
  const { exercises, told } = await exercisesFrom("H5P.Dialogcards", {
    title: "Words",
    description: "<p>What is it?</p>",
    dialogs,
  });
  assert.deepEqual(
    exercises.map((one) => one.sort === "cards" && [one.cards, one.sides.length]),
    [
      ["What is it?", 12],
      ["What is it?", 1],
    ],
  );
  assert.match(
    told.notes.join("\n"),
    /picture images\/mast\.png of card 14: left out[^]*card 14 was left out/,
  );
  assert.match(told.scored.join(), /gives no points for cards/);
});

const inside = (library: string, params: unknown, title = "") => ({
  library: `${library} 1.14`,
  params,
  metadata: { title },
});

test("CU12 a set within a column within a row comes in its order, with its texts; what has no place here is told by part", async () => {
  const set = {
    introPage: { showIntroPage: true, introduction: "<p>Think first.</p>" },
    questions: [
      inside("H5P.TrueFalse", TRUE, "Watts"),
      inside("H5P.Blanks", PLACES),
      inside("H5P.Essay", {}, "Tell"),
    ],
    passPercentage: 60,
    poolSize: 2,
  };
  const column = {
    content: [
      {
        content: inside("H5P.AdvancedText", {
          text: "<h2>Lamps</h2><p>They <em>burn</em>. See <a href='https://example.org/a'>this</a>.</p>",
        }),
      },
      {
        content: inside("H5P.Image", { file: { path: "images/l.png" }, alt: "A lamp in a window" }),
      },
      {
        content: inside("H5P.Row", {
          columns: [
            {
              content: inside("H5P.RowColumn", {
                content: [{ content: inside("H5P.QuestionSet", set) }],
              }),
            },
          ],
        }),
      },
      {
        content: inside("H5P.MultiChoice", {
          ...CHOICE,
          media: {
            type: {
              library: "H5P.Image 1.1",
              params: { file: { path: "images/q.png" }, alt: "Two <jars>" },
            },
          },
        }),
      },
      {
        content: {
          ...inside("H5P.MarkTheWords", MARK, "Marks"),
          metadata: {
            title: "Marks",
            license: "CC BY-SA",
            licenseVersion: "4.0",
            authors: [{ name: "Ben Example" }],
          },
        },
      },
      { content: { library: "", params: {} } },
    ],
  };
  const { exercises, texts, told, into } = await exercisesFrom("H5P.Column", column);
  assert.deepEqual(
    exercises.map(({ sort }) => sort),
    ["choice", "gap", "choice", "several"],
  );
  assert.match(
    texts[0]!,
    /^## Lamps\n\nThey \*burn\*\. See \[this\]\(https:\/\/example\.org\/a\)\./,
  );
  assert.match(texts.join("\n"), /Think first\./);
  assert.deepEqual(
    told.leftOut.map(({ what }) => what),
    ["2 Image", "3.1.1.3 Essay “Tell”", "6 a part"],
  );
  assert.match(told.leftOut[0]!.why, /it shows: A lamp in a window/);
  const notes = told.notes.join("\n");
  assert.match(notes, /4 MultiChoice: picture images\/q\.png: left out/);
  assert.match(
    notes,
    /5 MarkTheWords “Marks”: made by others, see that they are named: Ben Example, CC BY-SA 4\.0/,
  );
  assert.match(notes, /60 % of its points are enough/);
  assert.match(told.scored.join(), /asks 2 of its questions/);
  const report = readFileSync(at(into, "import-report-courses.md"), "utf8");
  assert.match(report, /### Left out, by part\n\n- 2 Image: a course holds no pictures yet/);
  assert.match(report, /### Scored otherwise than in H5P, by part/);
});

test("CU13 licence, makers and source come along; without a licence or a language it is refused until somebody says it", async () => {
  await bring(packed("H5P.TrueFalse", TRUE), "rights");
  const course = readFileSync(at("rights/courses/lamps.md"), "utf8");
  assert.match(
    course,
    /licence: \{ name: CC BY 4\.0 \(Ana Example\), url: https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/ \}/,
  );
  assert.match(
    course,
    /sources:\n {2}- \{ title: Lamps, url: https:\/\/example\.org\/lamps, publisher: Ana Example \}/,
  );
  for (const license of ["U", "C", undefined]) {
    const file = packed("H5P.TrueFalse", TRUE, { title: `No ${license}`, license });
    const refused = await bring(file, "refused");
    assert.match(
      refused.leftOut[0]!.why,
      /Expected a licence that lets others use it.*--licence 'CC BY 4\.0'/,
    );
    assert.deepEqual((await bring(file, "refused", { licence: "CC BY-SA 4.0" })).leftOut, []);
  }
  const nameless = packed("H5P.TrueFalse", TRUE, {
    title: "Taa",
    language: "und",
    defaultLanguage: undefined,
  });
  assert.match((await bring(nameless, "refused")).leftOut[0]!.why, /--language en/);
  const swahili = await bring(nameless, "refused", { language: "sw" });
  assert.equal(swahili.courses[0]!.language, "sw");
});

test("CU13 the same again adds nothing, and a course of the same name stands beside it", async () => {
  const file = packed("H5P.TrueFalse", { ...TRUE, question: "Once?" });
  assert.equal((await bring(file, "again")).courses.length, 1);
  appendFileSync(at("again/courses/lamps.md"), "\nMended.\n");
  assert.deepEqual(
    { ...(await bring(file, "again")) },
    { courses: [], alreadyThere: 1, leftOut: [] },
  );
  assert.match(readFileSync(at("again/courses/lamps.md"), "utf8"), /Mended/);
  const other = await bring(packed("H5P.TrueFalse", { ...TRUE, question: "Another?" }), "again");
  assert.equal(other.courses[0]!.path, "courses/lamps-2.md");
});

test("CU14 nothing of a script comes along, from a program, a drawing, an address or an attribute", async () => {
  const bad = `<p onclick="alert(1)" onload=alert(2)>Text<script>alert("<script>")</script><svg onload="alert(3)"><script>alert(4)</script><text>drawn</text></svg><img src=x onerror=alert(5) onload='alert(6)'><a href="javascript:alert(7)">a link</a><a href=" java&#10;script:alert(7)">b</a><iframe src="javascript:alert(8)"></iframe><math><mtext><script>alert(9)</script></mtext></math></p>`;
  const fence = "<pre>```exercise\nid: mine\nchoice: Mine?\n```</pre><p>```exercise</p>";
  const column = {
    content: [
      { content: inside("H5P.AdvancedText", { text: bad + fence }, bad) },
      {
        content: inside("H5P.MultiChoice", {
          question: bad,
          answers: [
            {
              text: `One ${bad}`,
              correct: true,
              tipsAndFeedback: { tip: bad, chosenFeedback: bad },
            },
            { text: `Two ${bad}` },
          ],
          overallFeedback: [{ from: 0, to: 50, feedback: bad }],
        }),
      },
      { content: inside("H5P.Blanks", { text: bad, questions: [`${bad} *a${bad}*`] }) },
      {
        content: inside("H5P.DragText", {
          taskDescription: bad,
          textField: `${bad} *b:tip x*`,
          distractors: bad,
        }),
      },
      { content: inside("H5P.MarkTheWords", { taskDescription: bad, textField: `${bad} *c* d` }) },
      { content: inside("H5P.Dialogcards", { title: bad, dialogs: [{ text: bad, answer: bad }] }) },
      {
        content: inside("H5P.SingleChoiceSet", {
          choices: [{ question: bad, answers: [`1 ${bad}`, `2 ${bad}`] }],
        }),
      },
    ],
  };
  const about = { title: "Bad", metaDescription: "About.", authors: [{ name: "Ana" }] };
  const more = {
    "H5P.Column-1.16/scripts/h5p-column.js": "alert('<script>')",
    "content/images/x.svg": `<svg onload="alert(1)"><script>alert(2)</script></svg>`,
    "content/evil.js": "alert(1)",
  };
  const came = await bring(packed("H5P.Column", column, about, more), "bad");
  assert.deepEqual(came.leftOut, []);
  assert.equal(partsIn("bad").exercises.length, 6, "and no exercise of a text's own");
  const files = readdirSync(at("bad"), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  assert.ok(files.length > 3);
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), "utf8");
    assert.doesNotMatch(
      text,
      /<script|onload|onerror|onclick|javascript:|<svg|alert\([1-9]/i,
      name,
    );
    assert.doesNotMatch(name, /\.(?:js|svg)$/);
  }
  assert.match(
    came.courses[0]!.notes.join("\n"),
    /a script, a drawing or a frame in its text was left out/,
  );
});

test("CU14 a bomb, a path outside, broken JSON, no or an unknown main library, and 200 MB are refused in words; nothing is written", async () => {
  const bomb = packed("H5P.TrueFalse", TRUE, {}, { "content/zero.bin": "\0".repeat(3_000_000) });
  const huge = at("huge.h5p");
  writeFileSync(huge, "PK");
  truncateSync(huge, 200_000_000);
  const nothing = at("nothing.h5p");
  writeFileSync(nothing, "no zip");
  const noContent = at("no-content.h5p");
  writeFileSync(
    noContent,
    zipSync({ "h5p.json": strToU8(JSON.stringify({ ...ABOUT, mainLibrary: "H5P.TrueFalse" })) }),
  );
  const deep = { content: [] as unknown[] };
  let into = deep;
  for (let i = 0; i < 500; i += 1) {
    const next = { content: [] as unknown[] };
    into.content.push({ content: inside("H5P.Column", next) });
    into = next;
  }
  const cases: readonly (readonly [string, RegExp])[] = [
    [bomb, /unpacks to far more than any course holds/],
    [
      packed("H5P.TrueFalse", TRUE, {}, { "../../out.txt": "x" }),
      /files within the course, found one that leads outside: \.\.\/\.\.\/out\.txt/,
    ],
    [packed("H5P.TrueFalse", "{ not JSON"), /Expected JSON in content\/content\.json/],
    [packed("H5P.TrueFalse", "[]"), /Expected a group of fields in content\/content\.json/],
    [
      packed("H5P.TrueFalse", TRUE, { mainLibrary: undefined }),
      /Expected mainLibrary in h5p\.json, such as H5P\.QuestionSet, found none/,
    ],
    [
      packed("H5P.InteractiveVideo", {}),
      /Expected a question that a course can ask.*InteractiveVideo: a course has nothing of this kind/,
    ],
    [packed("H5P.Column", deep), /stand too deep/],
    [
      packed("H5P.TrueFalse", {
        question: Array.from({ length: 250_000 }, (_, i) => i.toString(36)).join(" "),
        correct: "true",
      }),
      /at most 1000000 characters/,
    ],
    [huge, /Expected a file of at most 100 MB, found 200 MB/],
    [nothing, /Expected a whole \.h5p \(ZIP\)/],
    [noContent, /Expected content\/content\.json in a file of H5P, found none/],
    [at("absent.h5p"), /Expected a file of H5P at/],
  ];
  for (const [file, why] of cases) {
    const came = await bring(file, "nowhere");
    assert.deepEqual(came.courses, []);
    assert.match(came.leftOut.map((one) => one.why).join(), why);
  }
  assert.ok(!existsSync(at("nowhere")));
  assert.ok(!existsSync(at("..", "out.txt")) && !existsSync(at("out.txt")));
});

test("CU14 whatever stands in a question's fields, it is taken or told", async () => {
  const odd: readonly unknown[] = [null, 7, "x", [], {}, [null], [7], { a: 1 }, "", true];
  const names =
    "question text questions answers choices dialogs textField taskDescription correct behaviour media overallFeedback content columns l10n".split(
      " ",
    );
  for (const library of "TrueFalse MultiChoice SingleChoiceSet Blanks DragText MarkTheWords Dialogcards QuestionSet Column Row AdvancedText Image".split(
    " ",
  ))
    for (const value of odd) {
      const params = Object.fromEntries(names.map((name) => [name, value]));
      const { courses, leftOut } = await bring(packed(`H5P.${library}`, params), "odd");
      assert.ok(courses.length + leftOut.length === 1, library);
    }
});

test("CU10 the command says what came, and refuses with one line", async () => {
  const file = packed("H5P.TrueFalse", TRUE);
  const told: string[] = [];
  const { log } = console;
  console.log = (line: string) => told.push(line);
  try {
    await run({} as Settings, [file, "--into", at("told")]);
    await assert.rejects(run({} as Settings, [file]), /Expected an H5P file and a campaign folder/);
    await assert.rejects(
      run({} as Settings, [file, "--into", at("told"), "--language", "!"]),
      /--language: expected a language/,
    );
    await assert.rejects(
      run({} as Settings, [at("none.h5p"), "--into", at("told")]),
      /1 of 1 files could not be imported/,
    );
  } finally {
    console.log = log;
  }
  assert.match(
    told[0]!,
    /Brought \d+\.h5p into .*courses\/lamps\.md: 1 lessons, 1 exercises, CC BY 4\.0 \(Ana Example\)\./,
  );
  assert.match(
    told.join("\n"),
    /Read .*import-report-courses\.md, correct what you like, then: cnd import/,
  );
});
