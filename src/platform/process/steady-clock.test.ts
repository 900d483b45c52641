/** The clock by which things grow old, under a machine whose own jumps (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
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
    say: (line) => said.push(line),
  });
  if (lastSeen !== undefined) clock.ranLast(lastSeen);
  const passes = (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      at.wall += MINUTE;
      at.passed += MINUTE;
      clock.isSettled();
    }
  };
  return { at, clock, said, passes };
}

test("PC2 a jump forward by a year is said once, and nothing grows old by it until it has stood for an hour", () => {
  const { at, clock, said, passes } = machine();
  passes(3 * HOUR);
  assert.deepEqual([clock.now(), clock.isSettled(), said], [START + 3 * HOUR, true, []]);
  at.wall += YEAR;
  assert.deepEqual([clock.aged(), clock.isSettled()], [START + 3 * HOUR, false]);
  assert.deepEqual([clock.now(), clock.aheadBy(), clock.behindBy()], [at.wall, YEAR, 0]);
  passes(HOUR - MINUTE);
  assert.deepEqual([clock.aged(), clock.isSettled()], [START + 4 * HOUR - MINUTE, false]);
  passes(MINUTE);
  assert.deepEqual([clock.aged(), clock.isSettled(), clock.aheadBy()], [at.wall, true, 0]);
  assert.equal(said.length, 1);
  assert.match(
    said[0]!,
    /^The machine's clock has jumped from 2026-11-27T03:00 to 2027-11-27T03:00\. Nothing/,
  );
});

test("PC2 a clock that was ahead is set back once the machine's has stood for an hour; until then ours ticks on", () => {
  const { at, clock, said, passes } = machine();
  clock.isOver(START - 2 * YEAR);
  at.wall -= YEAR;
  assert.deepEqual([clock.now(), clock.aged(), clock.isSettled()], [START, START, false]);
  assert.deepEqual([clock.behindBy(), clock.aheadBy()], [YEAR, -YEAR]);
  passes(HOUR - MINUTE);
  assert.equal(clock.now(), START + HOUR - MINUTE);
  passes(MINUTE);
  assert.deepEqual([clock.now(), clock.isSettled(), clock.behindBy()], [at.wall, true, 0]);
  assert.equal(said.length, 1);
  assert.match(
    said[0]!,
    / from 2026-11-27T00:00 to 2025-11-27T00:00\. The program goes on from 2026-11-27T00:00\./,
  );
});

test("PC2 a clock that is put right within the hour is believed at once, and one that is steered all the time", () => {
  const { at, clock, said, passes } = machine();
  at.wall += YEAR;
  assert.equal(clock.isSettled(), false);
  passes(20 * MINUTE);
  at.wall -= YEAR;
  assert.equal(clock.isSettled(), true);
  assert.equal(clock.now(), at.wall);
  for (let i = 0; i < 100; i++) {
    at.wall += 4 * MINUTE;
    assert.deepEqual([clock.now(), clock.aged()], [at.wall, at.wall]);
  }
  assert.equal(said.length, 1);
});

test("PC3 a start far from when the program ran last is a jump, too; a few hours of rest are none", () => {
  for (const begins of [0, START - HOUR, START + 30 * 24 * HOUR]) {
    const { at, clock, said, passes } = machine(START, begins);
    assert.deepEqual([clock.aged(), clock.isSettled(), said.length], [START, false, 1]);
    assert.equal(clock.now(), Math.max(START, begins));
    passes(HOUR);
    assert.deepEqual([clock.aged(), clock.isSettled()], [at.wall, true]);
  }
  assert.equal(machine(START, START + 20 * HOUR).clock.isSettled(), true);
  assert.equal(machine(undefined, 0).clock.isSettled(), true);
});

test("PC5 law: no time before what is certainly over is believed, whatever the machine says and for however long", () => {
  const wall = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * START }));
  fc.assert(
    fc.property(fc.array(fc.tuple(wall, fc.integer({ min: 0, max: 200 }))), (moves) => {
      const { at, clock, passes } = machine(undefined, 0);
      clock.isOver(START);
      for (const [says, minutes] of moves) {
        at.wall = says;
        passes(minutes * MINUTE);
        const [now, aged] = [clock.now(), clock.aged()];
        assert.ok(now >= aged && aged >= START - 5 * MINUTE, `${now} ${aged}`);
        assert.ok(now >= at.wall);
      }
    }),
  );
});

test("PC5 bug: a machine whose battery is empty stays in 1970; ours goes on, and is put right at once", () => {
  const { at, clock, passes } = machine(undefined, 0);
  clock.isOver(START);
  assert.deepEqual([clock.now(), clock.aged(), clock.isSettled()], [START, START, false]);
  passes(48 * HOUR);
  const goesOn = START + 48 * HOUR;
  assert.deepEqual([clock.now(), clock.aged(), clock.isSettled()], [goesOn, goesOn, true]);
  assert.equal(clock.behindBy(), START);
  at.wall = START + 49 * HOUR; // a time server is there again
  assert.deepEqual([clock.now(), clock.behindBy()], [at.wall, 0]);
});
