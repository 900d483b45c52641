/** The clock by which things grow old, under a machine whose own jumps (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { steadyClock } from "./steady-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const START = Date.UTC(2026, 10, 27);

function machine(lastSeen?: number, begins = START) {
  const at = { wall: begins, passed: 5000 };
  const said: string[] = [];
  const clock = steadyClock({
    wall: () => at.wall,
    passed: () => at.passed,
    lastSeen,
    say: (line) => said.push(line),
  });
  const passes = (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      at.wall += MINUTE;
      at.passed += MINUTE;
      clock.isSettled();
    }
  };
  return { at, clock, said, passes };
}

for (const [name, by] of [
  ["forward", YEAR],
  ["back", -YEAR],
] as const)
  test(`PC2 a jump ${name} by a year is said once, and not believed until it has stood for an hour`, () => {
    const { at, clock, said, passes } = machine();
    passes(3 * HOUR);
    assert.deepEqual([clock.now(), clock.isSettled(), said], [START + 3 * HOUR, true, []]);
    at.wall += by;
    assert.deepEqual([clock.now(), clock.isSettled()], [START + 3 * HOUR, false]);
    assert.equal(clock.aheadBy(), by);
    passes(HOUR - MINUTE);
    assert.deepEqual([clock.now(), clock.isSettled()], [START + 4 * HOUR - MINUTE, false]);
    passes(MINUTE);
    assert.deepEqual([clock.now(), clock.isSettled(), clock.aheadBy()], [at.wall, true, 0]);
    assert.equal(said.length, 1);
    assert.match(
      said[0]!,
      /^The machine's clock has jumped from 2026-11-27T03:00 to 202[57]-11-27/,
    );
  });

test("PC2 a clock that is put right within the hour is believed at once, and one that is steered all the time", () => {
  const { at, clock, said, passes } = machine();
  at.wall += YEAR;
  assert.equal(clock.isSettled(), false);
  passes(20 * MINUTE);
  at.wall -= YEAR;
  assert.equal(clock.isSettled(), true);
  for (let i = 0; i < 100; i++) {
    at.wall += 4 * MINUTE;
    assert.equal(clock.now(), at.wall);
  }
  assert.equal(said.length, 1);
});

test("PC3 a start far from when the program ran last is a jump, too; a few hours of rest are none", () => {
  for (const begins of [0, START - HOUR, START + 30 * 24 * HOUR]) {
    const { at, clock, said, passes } = machine(START, begins);
    assert.deepEqual([clock.now(), clock.isSettled(), said.length], [START, false, 1]);
    passes(HOUR);
    assert.deepEqual([clock.now(), clock.isSettled()], [at.wall, true]);
  }
  assert.equal(machine(START, START + 20 * HOUR).clock.isSettled(), true);
  assert.equal(machine(undefined, 0).clock.isSettled(), true);
});
