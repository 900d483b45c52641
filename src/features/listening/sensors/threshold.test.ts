import assert from "node:assert/strict";
import test from "node:test";
import { hasListened, thresholdOf, withoutMotors } from "./threshold.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const heard = (at: number, score: number) => ({ at, until: at + 3000, score });

test("LE15 a place's threshold is the least with which no more alarms than are borne would have come of its background", () => {
  const background = [heard(0, 700), heard(HOUR, 650), heard(2 * HOUR, 600), heard(3 * HOUR, 120)];
  assert.equal(thresholdOf(background, 0), 701);
  assert.equal(thresholdOf(background, 1), 651);
  assert.equal(thresholdOf(background, 2), 601);
  // Of what scores less than anything that was said nothing is known.
  assert.equal(thresholdOf(background, 4), 120);
  assert.equal(thresholdOf([], 1), undefined);
  assert.equal(thresholdOf([{ at: 0, until: null, score: null }], 1), undefined);
  // What follows within ten minutes is one alarm, and a place that is always loud is not made deaf.
  assert.equal(
    thresholdOf([heard(0, 900), heard(5 * MINUTE, 800), heard(14 * MINUTE, 700)], 1),
    700,
  );
  assert.equal(thresholdOf([heard(0, 1000), heard(HOUR, 1000)], 1), 990);
});

test("LE15 motors that people found are no background, whosever they were; what they did not find is", () => {
  const alarm = (
    outcome: "saw" | "other-motor" | "our-own" | "nothing" | "could-not-go" | null,
  ) => [{ starts: HOUR, ends: 2 * HOUR, outcome }];
  const said = [heard(0, 400), heard(HOUR, 900), heard(2 * HOUR + 5 * MINUTE, 800)];
  for (const outcome of ["saw", "other-motor", "our-own"] as const)
    assert.deepEqual(withoutMotors(said, alarm(outcome)), [said[0]]);
  for (const outcome of ["nothing", "could-not-go", null] as const)
    assert.deepEqual(withoutMotors(said, alarm(outcome)), said);
});

test("LE15 who spoke on too few of the seven days has not listened yet", () => {
  const learns = 100 * DAY;
  const days = (...which: readonly number[]) =>
    which.map((day) => ({ came: 93 * DAY + day * DAY + HOUR }));
  assert.equal(hasListened(days(0, 1, 2, 3, 4, 5), { learns }), true);
  assert.equal(hasListened(days(0, 0, 0, 1, 2, 3, 4), { learns }), false);
  assert.equal(hasListened(days(-1, 0, 1, 2, 3, 4, 7), { learns }), false);
});
