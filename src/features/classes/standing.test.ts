import assert from "node:assert/strict";
import test from "node:test";
import type { KeptAnswer } from "./private/rows.ts";
import { standingOf, stepsOf } from "./standing.ts";

const block = (yaml: string) => `\`\`\`exercise\n${yaml}\n\`\`\``;
const number = (id: string) =>
  block(`id: ${id}\nnumber: How far?\nanswer: 5\ntolerance: 0\nwrong: Look again.`);
const task = block("id: mast\ntask: Put it up.\nshown: It stands.\nwrong: It leans.");
const course = {
  lessons: [
    { id: "one", title: "One", markdown: `Read.\n\n${number("a")}\n\n${number("b")}` },
    { id: "two", title: "Two", markdown: task },
  ],
  badge: { name: "Link", criteria: "A link.", pass: 60, shown: ["mast"] },
};
const steps = stepsOf(course);
let n = 0;
const answer = (
  exercise: string,
  score: number | null,
  more: Partial<KeptAnswer> = {},
): KeptAnswer => ({
  id: String(n),
  room: "r",
  learner: "l",
  lesson: exercise === "mast" ? "two" : "one",
  exercise,
  answer: "[]",
  score,
  by: null,
  device: "d",
  at: 0,
  came: n++,
  ...more,
});
const standing = (...answers: readonly KeptAnswer[]) => standingOf(course, steps, answers);

test("CL20 the best answer counts, of a task what a teacher said last", () => {
  const by = "Rosa";
  const said = standing(
    answer("a", 500),
    answer("a", 1000),
    answer("a", 0),
    answer("mast", 1000, { by }),
    answer("mast", 0, { by }),
  );
  assert.deepEqual(
    said.steps.map(({ score }) => score),
    [1000, undefined, 0],
  );
  assert.deepEqual([said.done, said.percent, said.next?.exercise], [1, 33, "b"]);
  assert.equal(
    standing(answer("mast", 1000)).steps[2]?.score,
    undefined,
    "nobody shows it to themselves",
  );
  assert.equal(
    standing(answer("a", null)).steps[0]?.score,
    undefined,
    "the exercise was changed since",
  );
});

test("CL20 two wrong answers and none right is stuck; the badge's rule needs its percent and its tasks", () => {
  const wrong = [answer("b", 0), answer("b", 500)];
  assert.equal(standing(...wrong.slice(1)).stuck, undefined);
  assert.equal(standing(...wrong).stuck?.exercise, "b");
  assert.equal(standing(...wrong, answer("b", 1000)).stuck, undefined);
  const right = [answer("a", 1000), answer("b", 1000)];
  assert.deepEqual([standing(...right).percent, standing(...right).isFinished], [66, false]);
  assert.deepEqual(
    standing(...right).missing.map(({ exercise }) => exercise),
    ["mast"],
  );
  assert.equal(standing(...right, answer("mast", 1000, { by: "Rosa" })).isFinished, true);
  assert.equal(standingOf({}, steps, right).isFinished, false, "no badge, no rule");
});
