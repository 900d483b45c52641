/** What a page carries of an exercise judges as the server does, and tells nobody who reads it what is right. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { ExerciseForm } from "../components/exercise.tsx";
import { wordsIn } from "../words.ts";
import { answerIn, valuesOf } from "./answer.ts";
import { sha256 } from "./digest.ts";
import { gapsOf, type Exercise } from "./form.ts";
import { countOf, judge, type Answer } from "./judge.ts";
import { exercisesOf } from "./parse.ts";
import { judgeSealed } from "./sealed.ts";
import { sealed } from "./sealing.ts";

const words = wordsIn("en");
const markupOf = (html: { toString(): unknown }): string => String(html.toString());
const pageOf = (exercise: Exercise): string =>
  markupOf(ExerciseForm({ exercise, action: "/answer", words, lang: "en" }));

const text = fc.stringMatching(/^[a-zé0-9 ]{1,12}$/);
const said = {
  id: fc.constantFrom("a", "b"),
  wrong: fc.constant("Look again."),
  right: fc.option(text, { nil: undefined }),
};
const few = <T,>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 2, maxLength: 5 });
const option = fc.record({ text, right: fc.boolean() });
const value = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -500, max: 500 }).map((n) => n / 100),
  fc.constantFrom(1231, 1e9, 0.001),
);
const word = fc.constantFrom("link", "Radio  link", "0.6", "six tenths", "1,231", "#5", "");
const exercise = fc.oneof(
  fc
    .record({
      ...said,
      sort: fc.constant("choice"),
      choice: text,
      answers: few(text),
      at: fc.nat({ max: 1 }),
    })
    .map(({ at, answers, ...one }) => ({
      ...one,
      answers: answers.map((of, i) => ({ text: of, right: i === at })),
    })),
  fc
    .record({
      ...said,
      sort: fc.constant("several"),
      several: text,
      answers: few(option),
      points: fc.constantFrom(undefined, "minus", "whole"),
    })
    .filter(({ answers }) => answers.some(({ right }) => right)),
  fc.record({ ...said, sort: fc.constant("order"), order: text, items: few(text) }),
  fc.record({
    ...said,
    sort: fc.constant("match"),
    match: text,
    pairs: few(fc.record({ of: text, is: text })),
  }),
  fc.record({
    ...said,
    sort: fc.constant("number"),
    number: text,
    answer: value,
    tolerance: fc.constantFrom(0, 0.1, 0.5, 3, 100),
  }),
  fc
    .record({
      ...said,
      sort: fc.constant("gap"),
      all: fc.array(
        fc.array(
          word.filter((one) => one !== ""),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ all, ...one }) => ({
      ...one,
      gap: all.map((of) => `A [${of.join("|")}] b`).join(" "),
    })),
  fc.record({
    id: said.id,
    wrong: said.wrong,
    sort: fc.constant("cards"),
    cards: text,
    sides: few(fc.record({ front: text, back: text })),
  }),
) as fc.Arbitrary<Exercise>;

/** Near what is right, so that the ends are tried. */
const answersTo = (one: Exercise): fc.Arbitrary<Answer> => {
  if (one.sort === "gap")
    return fc.array(fc.oneof(word, fc.constantFrom("LINK.", "0,6", "1231", "५", "n5")), {
      minLength: countOf(one),
      maxLength: countOf(one),
    });
  if (one.sort === "number") {
    const { answer, tolerance } = one;
    const near = [
      0,
      tolerance,
      -tolerance,
      tolerance + 0.01,
      -tolerance - 0.01,
      2 * tolerance + 1,
    ].map((by) => String(Number((answer + by).toFixed(6))));
    return fc.oneof(fc.constantFrom(...near), word).map((of) => [of]);
  }
  const all = Array.from({ length: countOf(one) }, (_, i) => i);
  return fc.oneof(
    fc.shuffledSubarray(all),
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.constant(all),
    fc.constant([0]),
    fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 6 }),
    fc.boolean(),
  );
};

test("CU8 a page judges each answer as the server does, and says the same to a right one", () => {
  let rights = 0;
  fc.assert(
    fc.property(
      exercise.chain((one) => fc.tuple(fc.constant(one), answersTo(one))),
      ([one, answer]) => {
        const [own, page] = [
          judge(one, answer),
          judgeSealed(JSON.parse(JSON.stringify(sealed(one))), answer),
        ];
        assert.equal(page?.isRight, own?.isRight);
        if (!own?.isRight) return assert.equal(page?.right, undefined);
        rights += 1;
        assert.equal(page?.right, (one as { right?: string }).right);
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(rights > 300, String(rights));
});

test("CU27 a form reads the same whichever of its answers is right, but for hashes", () => {
  const bare = (one: Exercise) => pageOf(one).replace(/data-exercise="[^"]*"/, "");
  const answers = ["Oil", "Water", "Stone"].map((of) => ({ text: of }));
  const pick = (...at: number[]) =>
    answers.map((one, i) => ({ ...one, ...(at.includes(i) && { right: true }) }));
  const base = { id: "burns", wrong: "Look." };
  const pairs: readonly (readonly [Exercise, Exercise])[] = [
    [
      { ...base, sort: "choice", choice: "Which?", answers: pick(0) },
      { ...base, sort: "choice", choice: "Which?", answers: pick(2) },
    ],
    [
      { ...base, sort: "several", several: "Which?", answers: pick(0, 1) },
      { ...base, sort: "several", several: "Which?", answers: pick(2) },
    ],
    [
      { ...base, sort: "gap", gap: "It is [oil|fat]." },
      { ...base, sort: "gap", gap: "It is [water]." },
    ],
    [
      { ...base, sort: "number", number: "?", answer: 5, tolerance: 1 },
      { ...base, sort: "number", number: "?", answer: 50, tolerance: 1 },
    ],
  ];
  for (const [one, other] of pairs) {
    assert.equal(bare(one), bare(other), one.sort);
    assert.notEqual(pageOf(one), pageOf(other), one.sort);
    const keys = (of: Exercise) => Object.keys(sealed(of)).toSorted();
    assert.deepEqual(keys(one), keys(other));
  }
  // Of an order and of pairs no field bears the number of what belongs there.
  const order = pageOf({ ...base, sort: "order", order: "?", items: ["first", "second", "third"] });
  const names = [...order.matchAll(/<span lang="en">(\w+)<\/span> <select name="(o\d)"/g)].map(
    ([, item, name]) => [item, name],
  );
  assert.deepEqual(
    names.map(([, name]) => name),
    ["o0", "o1", "o2"],
  );
  assert.notDeepEqual(
    names.map(([item]) => item),
    ["first", "second", "third"],
  );
});

test("CU27 in no page of the first campaign’s course, in any language, can an answer be read that is still to be given", () => {
  const files = globSync("campaign/courses/*/*.md");
  assert.ok(files.length >= 40, String(files.length));
  let seen = 0;
  for (const file of files)
    for (const one of exercisesOf(readFileSync(file, "utf8"))) {
      if (one.sort === "task") continue;
      const page = pageOf(one);
      const data = /data-exercise="([^"]*)"/.exec(page)![1]!;
      assert.ok(
        !/right|answer|true|tolerance/.test(
          data.replaceAll(/&quot;wrong&quot;:&quot;.*?&quot;,?/g, ""),
        ),
        `${file} ${one.id}`,
      );
      const secrets = [
        (one as { right?: string }).right ?? [],
        one.sort === "gap" ? gapsOf(one.gap) : [],
      ].flat(2);
      const around = page.replace(/data-exercise="[^"]*"/, "");
      for (const secret of secrets) {
        if (secret.length < 3) continue;
        seen += 1;
        assert.ok(!sealedText(data).includes(secret), `${file} ${one.id}: ${secret}`);
        if (secret === (one as { right?: string }).right)
          assert.ok(!around.includes(secret), `${file} ${one.id}`);
      }
    }
  assert.ok(seen > 50, String(seen));
});
/** But for what is said to a wrong answer, in which a word of it may stand. */
const sealedText = (data: string): string =>
  data.replace(/&quot;wrong&quot;:&quot;.*?&quot;(?=,&quot;)/, "");

test("CU7 the fields of a form give the answer that they were filled with, of every sort", () => {
  fc.assert(
    fc.property(
      exercise.chain((one) => fc.tuple(fc.constant(one), answersTo(one))),
      ([one, answer]) => {
        if (!judge(one, answer) || (answer as readonly unknown[]).length === 0) return;
        if ((answer as readonly unknown[]).every((of) => String(of).trim() === "")) return;
        const again = answerIn(one, valuesOf(one, answer));
        const sorted = one.sort === "several" || one.sort === "cards";
        const alike = (of: unknown) =>
          sorted
            ? (of as number[]).map(Number).toSorted((a, b) => a - b)
            : (of as unknown[]).map(String);
        assert.deepEqual(alike(again), alike(answer));
      },
    ),
    { numRuns: 1000 },
  );
});

test("CU8 the hash of a page is SHA-256", () => {
  for (let n = 0; n <= 200; n++) {
    const of = "aé𝟙 ".repeat(n).slice(0, n).toWellFormed();
    assert.equal(sha256(of), createHash("sha256").update(of).digest("hex"), String(n));
  }
});
