import assert from "node:assert/strict";
import test from "node:test";
import { answerIn, exercisesOf, judge, valuesOf, type Exercise } from "../../courses/api.ts";
import { readAnswer, scoreOf } from "./judging.ts";
import { nextStep } from "./here.ts";
import { standingOf } from "../standing.ts";

const block = (yaml: string) => `\`\`\`exercise\n${yaml}\nwrong: Look again.\n\`\`\``;
const one = (yaml: string): Exercise => exercisesOf(block(yaml))[0]!;
const all = [
  one("id: a\nchoice: Which?\nanswers:\n  - { text: A, right: true }\n  - { text: B }"),
  one("id: b\nseveral: Which?\nanswers:\n  - { text: A, right: true }\n  - { text: B }"),
  one("id: c\ngap: A [tree|bush] and a [hill]."),
  one("id: d\norder: In which order?\nitems: [One, Two, Three]"),
  one("id: e\nmatch: Which?\npairs:\n  - { of: A, is: a }\n  - { of: B, is: b }"),
  one("id: f\nnumber: How far?\nanswer: 5\ntolerance: 0"),
  one("id: g\ncards: Turn.\nsides:\n  - { front: A, back: a }\n  - { front: B, back: b }"),
];
const answers = [[1], [0, 1], ["tree", "sea"], [2, 0, 1], [1, 0], ["4"], [1]];

test("CL14 a score is of 1,000, which only a right answer has; what fits no more, a task, and what is gone count for nothing", () => {
  assert.deepEqual(
    all.map((exercise, i) => scoreOf(exercise, answers[i]!)),
    [0, 500, 500, 0, 0, 0, 500],
  );
  assert.equal(scoreOf(all[0], [0]), 1000);
  assert.equal(scoreOf(all[0], ["tree", "sea"]), null);
  assert.equal(scoreOf(undefined, [0]), null);
  const task = exercisesOf(block("id: t\ntask: Put it up.\nshown: It stands."))[0]!;
  assert.equal(scoreOf(task, true), null, "nobody shows it to themselves");
  const many = one(`id: h
gap: "${Array(12).fill("[a]").join(" ")}"`);
  assert.equal(scoreOf(many, [...Array<string>(11).fill("a"), "b"]), 917);
});

test("CL13 an answer is numbers or texts, and not many", () => {
  for (const right of [[], [0, 1], ["a", "ü"], answers[2]])
    assert.deepEqual(readAnswer(right), right);
  const none = [true, "a", 1, null, {}, [1, "a"], [1.5], [Number.NaN], [[1]], Array(13).fill(1)];
  for (const wrong of [...none, ["x".repeat(4001)]]) assert.equal(readAnswer(wrong), undefined);
});

test("CL12 an answer that is kept comes back as the fields of its form", () => {
  for (const [i, exercise] of all.entries()) {
    const again = answerIn(exercise, valuesOf(exercise, answers[i]!));
    assert.deepEqual(judge(exercise, again!), judge(exercise, answers[i]!), exercise.sort);
    assert.deepEqual(again?.toString(), answers[i]!.toString(), exercise.sort);
  }
});

test("CL12 the next step is an exercise that is not done, from here on; a task only where no other is left", () => {
  const steps = ["a", "task", "b"].map((exercise) => ({
    lesson: "one",
    exercise,
    isTask: exercise === "task",
  }));
  const after = (done: readonly string[], from?: number) => {
    const kept = done.map((exercise, came) => ({
      id: exercise,
      room: "r",
      learner: "l",
      lesson: "one",
      exercise,
      answer: "[]",
      score: 1000,
      by: null,
      device: "d",
      at: 0,
      came,
    }));
    return nextStep({ steps, standing: standingOf({}, steps, kept) }, from)?.exercise;
  };
  assert.deepEqual([after([]), after([], 0), after([], 2)], ["a", "b", "a"]);
  assert.deepEqual(
    [after(["a"]), after(["a", "b"]), after(["a", "b"], 1)],
    ["b", "task", undefined],
  );
});
