import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { daysAfter } from "../../../engines/calendar/day.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import { openPrivate } from "../../../platform/private/private.ts";
import { steadyClock } from "../../../platform/process/steady-clock.ts";
import { askClasses, classesPart } from "../private/classes.ts";
import type { Room } from "../private/rows.ts";
import { teachingPart } from "../private/teaching.ts";
import { forgetOver } from "./desk.ts";
import { freshDays, keptUntil, readRoom, stateOf } from "./room-form.ts";
import { wordsIn } from "./words.ts";

const TODAY = "2027-06-30";
const HOUR = 3_600_000; // ms
const room = (id: string, ends: string): Room => ({
  id,
  name: id,
  course: "c",
  place: "",
  starts: daysAfter(ends, -5),
  ends,
  key: "k",
  by: "Noor",
  at: 0,
  closed: null,
});

for (const [name, open] of Object.entries(DATABASES))
  test(`CL8 a class is forgotten 180 days after its last day, and a clock that jumped forgets none at once: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, [classesPart, teachingPart]);
    const ask = askClasses(own);
    await ask.open(room("old", daysAfter(TODAY, -181)));
    await ask.open(room("kept", daysAfter(TODAY, -180)));
    await ask.open(room("new", TODAY));
    const learner = { name: "Amina", picture: 0, code_hash: "", pin_hash: "", at: 0 };
    await ask.enrol({ room: "old", learners: [{ id: "a", ...learner }] });
    assert.equal(keptUntil({ ends: daysAfter(TODAY, -180) }), TODAY);
    const here = async () => (await ask.rooms()).map(({ id }) => id);
    const machine = { wall: Date.parse(TODAY) + 6 * HOUR, passed: 0 };
    const clock = steadyClock({
      wall: () => machine.wall,
      passed: () => machine.passed,
      say: () => undefined,
    });
    const hour = () => forgetOver({ instance: { log: { private: own } } as never, clock });
    const pass = async (ms: number) => {
      machine.wall += ms;
      machine.passed += ms;
      await hour();
    };
    await hour();
    assert.deepEqual(await here(), ["new", "kept"]);
    assert.equal(await ask.learner("a"), undefined);
    machine.wall += 400 * 24 * HOUR;
    await hour();
    await pass(HOUR / 2);
    assert.deepEqual(await here(), ["new", "kept"], "nobody believes it yet");
    machine.wall -= 400 * 24 * HOUR;
    await pass(2 * HOUR);
    assert.deepEqual(await here(), ["new", "kept"], "it was put right");
    await pass(24 * HOUR);
    assert.deepEqual(await here(), ["new"]);
  });

test("CL1 the days of a class are days, in their order, a year at most, and none of a clock without a battery", () => {
  const words = wordsIn("en");
  const care = { youngest: "9", oldest: "12", guardians: "written", agreed: daysAfter(TODAY, -9) };
  const days = { name: " Monday\u200b  morning ", place: "", starts: TODAY, ends: TODAY };
  const typed = { ...days, ...care };
  assert.deepEqual(readRoom(typed, words), {
    said: { ...typed, name: "Monday morning", youngest: 9, oldest: 12 },
    problems: {},
  });
  const wrong = (more: Partial<typeof typed>) =>
    Object.keys(readRoom({ ...typed, ...more }, words).problems);
  assert.deepEqual(wrong({ name: "" }), ["name"]);
  assert.deepEqual(wrong({ place: "\u202ellah" }), ["place"]);
  assert.deepEqual(wrong({ starts: "2026-02-30" }), ["starts"]);
  assert.deepEqual(wrong({ starts: "1970-01-01" }), ["starts"]);
  assert.deepEqual(wrong({ ends: daysAfter(TODAY, -1) }), ["ends"]);
  assert.deepEqual(wrong({ ends: daysAfter(TODAY, 366) }), []);
  assert.deepEqual(wrong({ ends: daysAfter(TODAY, 367) }), ["ends"]);
  assert.deepEqual(freshDays(TODAY), { starts: TODAY, ends: daysAfter(TODAY, 5) });
  assert.deepEqual(freshDays("1970-01-01"), { starts: "", ends: "" });
});

test("CL43 how old they are is said in years, and nobody under 18 is in a class without a guardian’s yes and its day", () => {
  const words = wordsIn("en");
  const days = { name: "Monday", place: "", starts: TODAY, ends: TODAY };
  const care = { youngest: "9", oldest: "12", guardians: "written", agreed: daysAfter(TODAY, -9) };
  const wrong = (more: Partial<typeof care>) =>
    Object.keys(readRoom({ ...days, ...care, ...more }, words).problems).toSorted();
  assert.deepEqual(wrong({}), []);
  for (const none of ["", "0", "nine", "-3", "121", "9.5"]) {
    assert.deepEqual(wrong({ youngest: none }), ["youngest"], none);
    assert.deepEqual(wrong({ oldest: none }), ["oldest"], none);
  }
  assert.deepEqual(wrong({ oldest: "8" }), ["oldest"]);
  for (const none of ["", "yes"]) assert.deepEqual(wrong({ guardians: none }), ["guardians"]);
  for (const none of ["", "2026-02-30", daysAfter(TODAY, 1)])
    assert.deepEqual(wrong({ agreed: none }), ["agreed"], none);
  assert.deepEqual(wrong({ guardians: "grown", agreed: "" }), ["guardians"]);
  const grown = { youngest: "18", oldest: "70", guardians: "grown", agreed: "" };
  assert.deepEqual(wrong(grown), []);
  assert.equal(readRoom({ ...days, ...grown }, words).said.agreed, null);
});

test("CL1 a class runs, comes, or is over", () => {
  const one = room("one", TODAY);
  assert.equal(stateOf(one, daysAfter(TODAY, -6)), "coming");
  assert.equal(stateOf(one, daysAfter(TODAY, -5)), "running");
  assert.equal(stateOf(one, TODAY), "running");
  assert.equal(stateOf(one, daysAfter(TODAY, 1)), "over");
  assert.equal(stateOf({ ...one, closed: 1 }, TODAY), "over");
});
