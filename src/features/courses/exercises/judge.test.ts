import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Exercise } from "./form.ts";
import { judge, readNumbers, type Answer } from "./judge.ts";

const wrong = "Look again.";
const right = (one: Exercise, answer: Answer): number | undefined => judge(one, answer)?.score;

const choice: Exercise = {
  sort: "choice",
  id: "a",
  choice: "Which?",
  answers: [{ text: "this", right: true }, { text: "that" }],
  wrong,
};
const several: Exercise = {
  sort: "several",
  id: "b",
  several: "Which?",
  answers: [
    { text: "this", right: true },
    { text: "that" },
    { text: "these", right: true },
    { text: "those" },
  ],
  wrong,
};
const gap: Exercise = { sort: "gap", id: "c", gap: "A [link|radio link] over the [hill].", wrong };
const order: Exercise = {
  sort: "order",
  id: "d",
  order: "In which order?",
  items: ["a", "b", "c"],
  wrong,
};
const number: Exercise = {
  sort: "number",
  id: "e",
  number: "How far?",
  answer: 5.5,
  tolerance: 0.1,
  wrong,
};
const cards: Exercise = {
  sort: "cards",
  id: "f",
  cards: "Turn.",
  sides: [
    { front: "a", back: "b" },
    { front: "c", back: "d" },
  ],
  wrong,
};
const task: Exercise = { sort: "task", id: "g", task: "Do it.", shown: "It is done.", wrong };

test("CU4 each kind of exercise is judged, in parts where it has parts", () => {
  assert.deepEqual([right(choice, [0]), right(choice, [1])], [1, 0]);
  assert.deepEqual(
    [right(several, [0, 2]), right(several, [0]), right(several, [])],
    [1, 0.75, 0.5],
  );
  assert.deepEqual([right(gap, ["Radio  link", "hill."]), right(gap, ["rope", "HILL"])], [1, 0.5]);
  assert.deepEqual([right(order, [0, 1, 2]), right(order, [0, 2, 1])], [1, 1 / 3]);
  assert.deepEqual([right(number, ["5,6"]), right(number, ["5.61"])], [1, 0]);
  assert.deepEqual([right(cards, [0, 1]), right(cards, [])], [1, 0]);
  assert.deepEqual([right(task, true), right(task, false)], [1, 0]);
});

test("CU9 of several right answers, right ones less wrong ones count, or all of them, where the exercise says so", () => {
  const all: Answer[] = [[0, 2], [0], [0, 1], [0, 2, 3], [1, 3], []];
  const scores = (points: "minus" | "whole"): unknown[] =>
    all.map((one) => right({ ...several, points }, one));
  assert.deepEqual(scores("minus"), [1, 0.5, 0, 0.5, 0, 0]);
  assert.deepEqual(scores("whole"), [1, 0, 0, 0, 0, 0]);
  for (const points of ["minus", "whole"] as const) {
    const rights = all.map((one): boolean => judge({ ...several, points }, one)!.isRight);
    assert.deepEqual(rights, [true, false, false, false, false, false]);
  }
});

test("CU4 what is no answer of an exercise is judged by nobody", () => {
  for (const odd of [[], [2], [-1], [0.5], [0, 1], ["x"], true] as Answer[])
    assert.equal(judge(choice, odd), undefined, JSON.stringify(odd));
  for (const odd of [[0, 1], [0, 1, 1], [0, 1, 3], true] as Answer[])
    assert.equal(judge(order, odd), undefined, JSON.stringify(odd));
  assert.equal(judge(number, ["far"]), undefined);
  assert.equal(judge(gap, ["one"]), undefined);
  assert.equal(judge(task, [0]), undefined);
});

test("CU4 a number reads alike in the digits of the campaign's languages", () => {
  assert.deepEqual(
    ["5.5", "5,5", "٥٫٥", "۵٫۵", "५.५", " 5.50 ", "+5.5"].flatMap(readNumbers),
    Array.from({ length: 7 }, () => 5.5),
  );
  assert.deepEqual(
    ["1 200", "1\u00A0200", "1'200", "−3"].flatMap(readNumbers),
    [1200, 1200, 1200, -3],
  );
  for (const odd of ["", "x", "1e9", "0x10", "5.5.5", "1,20,3", "1.2,3.4", "∞", "9".repeat(40)])
    assert.deepEqual(readNumbers(odd), [], odd);
});

test("CU4 thousands are written as people write them: what can be two numbers is right where one of them is", () => {
  for (const [text, ...values] of [
    ["1,231", 1.231, 1231],
    ["1.231", 1.231, 1231],
    ["1’231", 1231],
    ["1,00,000", 100_000],
    ["1,200,300", 1_200_300],
    ["1.200.300,5", 1_200_300.5],
    ["-1,234.5", -1234.5],
    ["0,125", 0.125],
    ["١٬٢٣١", 1231],
    ["١٬٢٣١٫٥", 1231.5],
  ] as const)
    assert.deepEqual(readNumbers(text), values, text);
  const begins: Exercise = { ...number, answer: 1231, tolerance: 0 };
  assert.deepEqual([right(begins, ["1,231"]), right(begins, ["1.231"])], [1, 1]);
  assert.equal(right(begins, ["1,232"]), 0);
});

test("CU4 a number in a gap is the same however its decimals and digits are written", () => {
  const share: Exercise = { sort: "gap", id: "h", gap: "Keep [six tenths|0.6] free.", wrong };
  for (const said of ["0.6", "0,6", "٠٫٦", "०.६", "0.60", "Six  tenths."])
    assert.equal(right(share, [said]), 1, said);
  for (const said of ["6", "0.06", "60"]) assert.equal(right(share, [said]), 0, said);
});

test("CU4 a score is from 0 to 1, whatever is answered, and right is 1", () => {
  const anything = fc.oneof(
    fc.boolean(),
    fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 5 }),
    fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(choice, several, gap, order, number, cards, task),
      anything,
      (one, answer) => {
        const judged = judge(one, answer);
        if (!judged) return;
        assert.ok(judged.score >= 0 && judged.score <= 1);
        assert.equal(judged.isRight, judged.score === 1);
      },
    ),
  );
});
