import assert from "node:assert/strict";
import test from "node:test";
import { countsOf, LEAST, monthsOf } from "./counts.ts";

const IN = Date.UTC(2026, 9, 14);
const rooms = [
  { id: "a", place: "Aït Test" },
  { id: "b", place: " aït  test" },
  { id: "c", place: "Small" },
  { id: "d", place: "Smaller" },
];
let next = 0;
const given = (room: string, many: number, more: { at?: number; withdrawn?: number } = {}) =>
  Array.from({ length: many }, () => {
    const n = next++;
    return { room, learner: `l${n}`, hash: `h${n}`, at: IN, withdrawn: null, ...more };
  });

test("BA40 only groups of five or more are said; smaller ones together, where they are five; the rest is in no number", () => {
  const all = [...given("a", 4), ...given("b", 3), ...given("c", 3), ...given("d", 2)];
  const counts = countsOf(all, rooms, "2026-10");
  assert.deepEqual(counts.places, [{ place: "Aït Test", finished: 7 }]);
  assert.deepEqual([counts.others, counts.finished, counts.badges.length], [5, 12, 12]);
  const fewer = countsOf(all.slice(0, -1), rooms, "2026-10");
  assert.deepEqual([fewer.others, fewer.finished, fewer.badges.length], [0, 7, 7]);
  assert.ok(!fewer.badges.includes(all.at(-2)!.hash), "who is in no number is in no list");
  for (let n = 0; n < LEAST; n += 1)
    assert.deepEqual(countsOf(given("c", n), rooms, "2026-10").finished, 0);
  const gone = countsOf([...given("x", 3), ...given("y", 3)], rooms, "2026-10");
  assert.deepEqual([gone.places, gone.others], [[], 6], "a class that is forgotten has no place");
});

test("BA41 counted is who has a badge that stands, once, in the month in which it was given; a month that runs is not said", () => {
  const here = given("a", 6);
  const counts = countsOf(
    [
      ...here,
      { ...here[0]!, hash: "twice" },
      ...given("a", 5, { withdrawn: IN }),
      ...given("a", 5, { at: Date.UTC(2026, 10, 1) }),
    ],
    rooms,
    "2026-10",
  );
  assert.equal(counts.finished, 6);
  // A name was misspelled: taken back, and given anew in the next month. It is one person, in one month.
  const [first, ...rest] = here;
  const anew = { ...first!, hash: "anew", at: Date.UTC(2026, 10, 2) };
  const mended = [{ ...first!, withdrawn: anew.at }, ...rest, anew];
  assert.ok(countsOf(mended, rooms, "2026-10").badges.includes("anew"));
  assert.equal(
    countsOf([...mended, ...given("a", 5, { at: anew.at })], rooms, "2026-11").finished,
    5,
  );
  assert.deepEqual(monthsOf(mended, "2026-12-01"), ["2026-10"]);
  assert.deepEqual(counts.badges, here.map(({ hash }) => hash).toSorted());
  const two = [...here, ...given("a", 1, { at: Date.UTC(2026, 10, 1) })];
  assert.deepEqual(monthsOf(two, "2026-11-30"), ["2026-10"]);
  assert.deepEqual(monthsOf(two, "2026-12-01"), ["2026-11", "2026-10"]);
});
