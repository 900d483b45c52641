/** The clock's laws: times sort as text, never run backwards, and follow what was seen. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { Clock, formatTime, isTime, timeDay, timeMs } from "./clock.ts";

const MAX_MS = 2 ** 48 - 1; // what 12 hex digits hold: the year 10889
const ms = fc.integer({ min: 0, max: MAX_MS });
const counter = fc.integer({ min: 0, max: 0xffff });
const now = Date.UTC(2026, 10, 24, 12);

test("a time is 12 hex digits of milliseconds and 4 of a counter", () => {
  assert.equal(formatTime(now, 3), "01a20d6d5a00-0003");
  assert.equal(timeMs("01a20d6d5a00-0003"), now);
  assert.equal(timeDay("01a20d6d5a00-0003"), "2026-11-24");
  assert.equal(formatTime(MAX_MS, 0xffff), "ffffffffffff-ffff");
  for (const other of [
    "",
    "1a20d6d5a00-0003",
    "01A20D6D5A00-0003",
    "01a20d6d5a00-003",
    "01a20d6d5a00-0003 ",
  ])
    assert.equal(isTime(other), false, other);
});

test("law: a time comes back as its milliseconds, far beyond 32 bits", () => {
  fc.assert(
    fc.property(ms, counter, (m, c) => {
      assert.ok(isTime(formatTime(m, c)));
      assert.equal(timeMs(formatTime(m, c)), m);
    }),
  );
});

test("law: times sort as text as they sort as numbers", () => {
  fc.assert(
    fc.property(ms, counter, ms, counter, (m1, c1, m2, c2) => {
      assert.equal(formatTime(m1, c1) < formatTime(m2, c2), m1 === m2 ? c1 < c2 : m1 < m2);
    }),
  );
});

test("law: the clock never runs backwards, whatever the wall clock does", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2 }), (walls) => {
      const wall = walls.values();
      const clock = new Clock(() => wall.next().value!);
      let last = "";
      for (let i = 0; i < walls.length; i++) {
        const time = clock.tick();
        assert.ok(isTime(time) && time > last, `${last} then ${time}`);
        last = time;
      }
    }),
  );
});

test("law: the clock follows what was seen, even where the wall clock says 1970", () => {
  const few = fc.integer({ min: 1, max: 3 }); // so that times within one millisecond meet
  const seen = fc.tuple(fc.oneof(few, fc.integer({ min: 0, max: 2 ** 47 })), counter);
  fc.assert(
    fc.property(fc.array(seen), (times) => {
      const clock = new Clock(() => 0);
      let last = "";
      for (const [m, c] of times) {
        const parent = formatTime(m, c);
        const time = clock.tick(parent);
        assert.ok(isTime(time) && time > parent && time > last, `${parent}, ${last}, then ${time}`);
        last = time;
      }
    }),
  );
});

test("a full counter moves on to the next millisecond", () => {
  const clock = new Clock(() => now);
  assert.equal(clock.tick(formatTime(now, 0xffff)), formatTime(now + 1, 0));
});

test("a wall clock that has moved on starts a fresh counter", () => {
  let wall = now;
  const clock = new Clock(() => wall);
  assert.deepEqual([clock.tick(), clock.tick()], [formatTime(now, 0), formatTime(now, 1)]);
  wall++;
  assert.equal(clock.tick(), formatTime(now + 1, 0));
});

test("a wall clock between two milliseconds counts as the one before", () => {
  assert.equal(new Clock(() => now + 0.9).tick(), formatTime(now, 0));
});
