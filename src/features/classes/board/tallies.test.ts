/** What a board adds up as answers come is what all of them say when they are read from the beginning. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { standingOf, type Step } from "../standing.ts";
import { standingBy, talliedWith, type TalliedAnswer, type TalliesOf } from "./tallies.ts";

const NONE: TalliesOf = new Map();
const step = (exercise: string, isTask: boolean): Step => ({ lesson: "one", exercise, isTask });
const badge = { name: "Link", criteria: "A link.", pass: 60, shown: ["mast"] };
/** The course as it was, and edited: an exercise is gone, one is new, one is a task now. */
const COURSES = [
  [step("a", false), step("b", false), step("mast", true)],
  [step("mast", true), step("c", false), step("a", true)],
] as const;

const answers = fc
  .array(
    fc.record({
      learner: fc.constantFrom("l1", "l2"),
      lesson: fc.constant("one"),
      exercise: fc.constantFrom("a", "b", "c", "mast", "gone"),
      score: fc.constantFrom(null, 0, 500, 999, 1000),
      by: fc.constantFrom(null, null, "Rosa"),
      came: fc.nat({ max: 6 }),
    }),
    { minLength: 6, maxLength: 40 },
  )
  .map((all) => all.map((one, i): TalliedAnswer => ({ ...one, id: String(i).padStart(3, "0") })));

test("CL20 what is added up as answers come, in any order and in any parts, is what all of them say", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      answers.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all], { minLength: all.length }),
          fc.nat({ max: 40 }),
        ),
      ),
      ([all, shuffled, cut]) => {
        const first = talliedWith(NONE, shuffled.slice(0, cut));
        const before = JSON.stringify([...first].map(([id, { of }]) => [id, [...of]]));
        const tallies = talliedWith(first, shuffled.slice(cut));
        assert.equal(JSON.stringify([...first].map(([id, { of }]) => [id, [...of]])), before);
        for (const learner of ["l1", "l2"])
          for (const steps of COURSES) {
            const mine = all
              .filter((one) => one.learner === learner)
              .toSorted((a, b) => a.came - b.came || (a.id < b.id ? -1 : 1));
            const plain = ({ steps: sums, ...rest }: ReturnType<typeof standingOf>) => ({
              ...rest,
              sums: sums.map(({ score, wrong }) => [score, wrong]),
            });
            const told = standingBy({ badge }, steps, tallies.get(learner));
            assert.deepEqual(plain(told), plain(standingOf({ badge }, steps, mine)));
            const taught = mine.filter(({ by, exercise }) => by !== null && exercise === "mast");
            const sayings = tallies.get(learner)?.of.get("one mast")?.sayings ?? 0;
            assert.equal(sayings, taught.length);
            seen += mine.length;
          }
      },
    ),
  );
  assert.ok(seen > 1000);
});
