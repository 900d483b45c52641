import assert from "node:assert/strict";
import test from "node:test";
import type { Outcome } from "./private/forms.ts";
import { linesOf, rightness, wilson, type Judged } from "./right.ts";

const MINUTE = 60_000;
const alarm = (outcome: Outcome | null, more: Partial<Judged> = {}): Judged => ({
  sensor: "a",
  kind: "motor",
  detector: "cnd-1",
  at: 0,
  mute: null,
  taken: null,
  outcome,
  outcome_at: outcome === null ? null : 30 * MINUTE,
  ...more,
});

test("LW20 the bounds of a share are those of Wilson's score interval, and of no cases nothing is said", () => {
  const round = (right: number, of: number) => {
    const { low, high } = wilson(right, of)!;
    return [Number(low.toFixed(4)), Number(high.toFixed(4))];
  };
  // Worked out apart, from the formula alone.
  assert.deepEqual(round(8, 10), [0.4902, 0.9433]);
  assert.deepEqual(round(0, 10), [0, 0.2775]);
  assert.deepEqual(round(10, 10), [0.7225, 1]);
  assert.equal(wilson(0, 0), undefined);
});

test("LW20 any motor makes an alarm right, nothing found makes it wrong, and what nobody saw is unknown", () => {
  const all = rightness([
    alarm("saw", { taken: 4 * MINUTE }),
    alarm("other-motor"),
    alarm("our-own"),
    alarm("nothing"),
    alarm("could-not-go"),
    alarm(null),
    alarm("saw", { detector: "bird-2" }),
    alarm(null, { mute: "m" }),
    alarm("nothing", { kind: "silent" }),
    alarm(null, { kind: "clock" }),
    alarm(null, { kind: "battery" }),
  ]);
  assert.deepEqual(all, {
    detectors: [
      { detector: "bird-2", alarms: 1, right: 1, wrong: 0, unknown: 0 },
      { detector: "cnd-1", alarms: 6, right: 3, wrong: 1, unknown: 2 },
    ],
    muted: 1,
    minutes: 30,
    silences: 2,
  });
  assert.deepEqual(rightness([]), { detectors: [], muted: 0, silences: 0 });
});

test("LW21 the table has a line for each sensor and version of a detector, with minutes and silences", () => {
  const lines = linesOf([
    alarm("saw", { taken: 10 * MINUTE }),
    alarm("nothing", { taken: 21 * MINUTE, outcome_at: 90 * MINUTE }),
    alarm(null, { detector: "cnd-2" }),
    alarm(null, { kind: "deaf" }),
    alarm(null, { kind: "silent", sensor: "b" }),
    alarm("saw", { sensor: "c", outcome_at: -5 * MINUTE }),
  ]);
  assert.deepEqual(
    lines.map(({ sensor, detector, alarms, right, minutes, silences }) => [
      sensor,
      detector,
      alarms,
      right,
      minutes,
      silences,
    ]),
    [
      ["a", "cnd-1", 2, 1, 15.5, 1],
      ["a", "cnd-2", 1, 0, undefined, 0],
      ["b", "", 0, 0, undefined, 1],
      ["c", "cnd-1", 1, 1, 0, 0],
    ],
  );
  assert.equal(lines[0]!.precision?.share, 0.5);
  assert.equal(lines[1]!.precision, undefined, "nobody found out");
});
