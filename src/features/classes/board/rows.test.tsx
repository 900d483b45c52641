/** A board whose rows are kept says what one says that is written anew, and nothing is kept of who was erased. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import * as fc from "fast-check";
import { raw } from "hono/html";
import { INLAY, laidIn, markup, type Inlay } from "../../../platform/web/inlay.ts";
import { bytesOf } from "../../../platform/web/weigh.ts";
import { LANGUAGES } from "../../../platform/words/catalogue.ts";
import type { ToldCourse } from "../../courses/api.ts";
import type { Learner, Room } from "../private/rows.ts";
import { stepsOf } from "../standing.ts";
import type { BoardClass } from "./answers.ts";
import { boardOf } from "./board.ts";
import { eraseLearner } from "./forget.ts";
import { ListPage } from "./list.tsx";
import { BoardPart, inlayOf, rowsOf } from "./page.tsx";
import { forgetRows, keptRows } from "./rows.ts";
import { talliedWith, type TalliedAnswer, type TalliesOf } from "./tallies.ts";
import { turnOfBoards } from "./turn.ts";
import { wordsIn } from "./words.ts";

const DAY = "2026-11-24";
const NAMES = ["Amina <b>", "Ba&kary", "\u0623\u0645\u064a\u0646\u0629", 'Ch"ipo'];

test("CL28 of a board that is looked at again and again, each look says what a board says that is written anew", async () => {
  let reused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 20 }), async (all) => {
      const room = roomOf(`r${(reused += 1)}`);
      let held = heldOf(room, courses[0]!);
      let [lang, now]: [string, number] = ["en", 1];
      let n = 0;
      for (const one of all) {
        const { learners, tallies, attendance } = held;
        const who = learners[one.who % Math.max(1, learners.length)];
        if (one.does === "edit") held = { ...held, ...withCourse(courses[one.who % 2]!) };
        else if (one.does === "lang") lang = LANGUAGES[one.who % LANGUAGES.length]!;
        else if (one.does === "later") now += 60_000;
        else if (!who) continue;
        else if (one.does === "answer")
          held = {
            ...held,
            tallies: talliedWith(tallies, [answerOf(who, `a${(n += 1)}`, one)]),
          };
        else if (one.does === "here")
          held = {
            ...held,
            attendance: [
              ...attendance,
              { room: room.id, learner: who.id, day: DAY, by: "R", at: 1 },
            ],
          };
        else if (one.does === "shut") held = changed(held, { ...who, locked: now + 600_000 });
        else if (one.does === "name") held = changed(held, { ...who, name: `${who.name}…${n}` });
        else held = { ...held, learners: learners.filter(({ id }) => id !== who.id) };
        assert.equal(await kept(held, lang, now), await anew(held, lang, now));
      }
    }),
    { numRuns: 40 },
  );
  assert.ok(reused >= 40);
});

test("CL21 whoever tried and was wrong is told apart from whoever has not begun, in words and by a mark, in the board and in print", async () => {
  const held = heldOf(roomOf("tried"), courses[0]!);
  const wrongs = Array.from({ length: 23 }, (_, n) =>
    answerOf(held.learners[1]!, `w${n}`, { who: n + 1, exercise: n % 2 ? "e1" : "e2", score: 0 }),
  );
  const right = answerOf(held.learners[2]!, "r", { who: 1, score: 1000 });
  // A tap of the teacher's that was taken back is no try.
  const tap = answerOf(held.learners[3]!, "t", { who: 1, exercise: "mast", score: 0 });
  const props = propsOf(
    { ...held, tallies: talliedWith(held.tallies, [...wrongs, right, tap]) },
    "en",
    1,
  );
  const rows = rowsOf(props).map(({ write }) => markupOf(write()));
  const none = /○<\/span> Not started yet/;
  const tried = /◐<\/span> 2 exercises tried but not yet right \(23 wrong answers\)/;
  assert.deepEqual(
    rows.map((row) => [none.test(row), tried.test(row)]),
    [
      [true, false],
      [false, true],
      [false, false],
      [true, false],
    ],
  );
  const print = markupOf(ListPage(props));
  assert.match(print, /Tried but not yet right/);
  assert.deepEqual(
    [...print.matchAll(/%<\/td><td class="n">(\d+)</g)].map(([, n]) => n),
    ["0", "2", "0", "0"],
  );
});

test("CL28 a row that says the same is not written again, and of two classes none shows a row of the other", async () => {
  const [a, b] = [heldOf(roomOf("a"), courses[0]!), heldOf(roomOf("b"), courses[0]!)];
  const first = inlayOf(propsOf(a, "en", 1))!;
  const other = inlayOf(propsOf(b, "en", 1))!;
  const [who] = a.learners;
  const moved = { ...a, tallies: talliedWith(a.tallies, [answerOf(who!, "x", { who: 0 })]) };
  const second = inlayOf(propsOf(moved, "en", 1))!;
  const same = (x: Inlay, y: Inlay) => x.map((one, i) => one === y[i]);
  assert.deepEqual(same(first, second), [false, true, true, true]);
  assert.ok(other.every((one) => !first.includes(one)));
});

test("CL28 nothing is kept of a board once somebody was erased, not even by who had begun to read it before", async () => {
  const held = heldOf(roomOf("erased"), courses[0]!);
  let written = 0;
  const look = (since: number) => {
    written = 0;
    const rows = rowsOf(propsOf(held, "en", 1)).map((row) => ({
      ...row,
      write: () => ((written += 1), row.write()),
    }));
    keptRows("erased en", rows, since);
    return written;
  };
  assert.equal(look(turnOfBoards()), 4);
  assert.equal(look(turnOfBoards()), 0);
  const before = turnOfBoards();
  const asked: unknown[] = [];
  await eraseLearner({ private: async (...all) => void asked.push(...all) }, "l0");
  assert.deepEqual(asked, ["classes.erase", "l0"]);
  assert.equal(look(before), 4); // it had begun before, and is not kept
  assert.equal(look(turnOfBoards()), 4);
  assert.equal(look(turnOfBoards()), 0);
});

test("CL28 whoever erases a learner or a class does so where boards forget them too", () => {
  const erases = /askClasses\([^;]{0,200}?\)\s*\.(?:erase|drop|sweep)\(/;
  const files = globSync("src/**/*.{ts,tsx}").filter((file) => !/\.test\.tsx?$/.test(file));
  const found = files.filter((file) => /askClasses/.test(readFileSync(file, "utf8")));
  assert.ok(found.length > 10, String(found.length));
  assert.deepEqual(
    found.filter((file) => erases.test(readFileSync(file, "utf8"))),
    ["src/features/classes/board/forget.ts"],
  );
  const askers = found.filter((file) =>
    /classes\.(?:erase|drop|sweep)\(/.test(readFileSync(file, "utf8")),
  );
  assert.deepEqual(askers, []);
});

const happening = fc.record({
  does: fc.constantFrom("answer", "here", "shut", "name", "erase", "edit", "lang", "later"),
  who: fc.nat({ max: 9 }),
  exercise: fc.constantFrom("e1", "e2", "mast"),
  score: fc.constantFrom(null, 0, 500, 1000),
});

const markdown = (question: string) =>
  `\`\`\`exercise\nid: e1\nchoice: ${question}\nanswers:\n  - { text: A }\n  - { text: B, right: true }\nright: R.\nwrong: W.\n\`\`\`\n\n\`\`\`exercise\nid: e2\nchoice: Second?\nanswers:\n  - { text: A }\n  - { text: B, right: true }\nright: R.\nwrong: W.\n\`\`\`\n\n\`\`\`exercise\nid: mast\ntask: Put the mast up, tie it down to three stakes, and say who helped.\nshown: It stands.\nwrong: Look.\n\`\`\``;
const courses = ["Which carries?", "Which carries a call over the hill?"].map((question) => ({
  subject: "c",
  slug: "c",
  thing: {
    title: "Links",
    summary: "S",
    language: "en",
    markdown: "",
    lessons: [{ id: "one", title: "One <1>", markdown: markdown(question) }],
    badge: { name: "Link", criteria: "A link.", pass: 60, shown: ["mast"] },
  },
  texts: {},
})) as unknown as readonly ToldCourse[];

const roomOf = (id: string): Room => ({
  id,
  name: "A class",
  course: "c",
  place: "",
  starts: DAY,
  ends: DAY,
  key: "k",
  by: "Rosa",
  at: 0,
  closed: null,
});
const withCourse = (course: ToldCourse) => ({ course, steps: stepsOf(course.thing) });
const heldOf = (room: Room, course: ToldCourse): BoardClass => ({
  room,
  learners: NAMES.map((name, i) => ({
    id: `l${i}`,
    room: room.id,
    number: i + 1,
    name,
    picture: 0,
    code_hash: "",
    pin_hash: "",
    tries: 0,
    locked: 0,
    at: 0,
  })),
  tallies: new Map() satisfies TalliesOf,
  attendance: [],
  devices: [],
  ...withCourse(course),
});
const changed = (held: BoardClass, learner: Learner): BoardClass => ({
  ...held,
  learners: held.learners.map((one) => (one.id === learner.id ? learner : one)),
});
const answerOf = (
  { id: learner }: Learner,
  id: string,
  of: { readonly who: number; readonly exercise?: string; readonly score?: number | null },
): TalliedAnswer => {
  const { who, exercise = "e1", score = 0 } = of;
  return {
    id,
    learner,
    lesson: "one",
    exercise,
    score,
    by: exercise === "mast" ? "R" : null,
    came: who,
  };
};

const propsOf = (held: BoardClass, lang: string, now: number) => {
  const words = wordsIn(lang);
  const board = boardOf(held, words.lang, DAY);
  const of = { today: DAY, day: DAY, path: "/desk/classes/r", turn: turnOfBoards() };
  return { held, board, words, now, ...of };
};

/** As the board is sent. */
async function kept(held: BoardClass, lang: string, now: number): Promise<string> {
  const props = propsOf(held, lang, now);
  const html = markup(String(await BoardPart(props)));
  return String(bytesOf(laidIn(html, inlayOf(props))));
}

/** In one go, by nobody who looked before. */
async function anew(held: BoardClass, lang: string, now: number): Promise<string> {
  const { course, ...copy } = structuredClone(held);
  const fresh = { ...copy, ...withCourse(course!) };
  const props = propsOf(fresh, lang, now);
  const rows = rowsOf(props).map(({ write }) => markupOf(write()));
  const html = String(await BoardPart(props));
  return markup(html.replace(INLAY, () => String(raw(rows.join("")))));
}
const markupOf = (html: { toString(): unknown }): string => String(html.toString());
test.afterEach(forgetRows);
