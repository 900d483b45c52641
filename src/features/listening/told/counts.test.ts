import assert from "node:assert/strict";
import test from "node:test";
import * as v from "valibot";
import { alarm, daysOf, sensor } from "../../../../tests/listening-rows.ts";
import type { Day } from "../private/forms.ts";
import { ReportedBody } from "../records.ts";
import { placesOf, reportOf, type Counted } from "./counts.ts";
import { monthOf, monthsDue } from "./months.ts";

const DAY = 86_400_000;
const IN = Date.UTC(2026, 9, 14);
const month = monthOf("2026-10");
const three = ["a", "b", "c"].map((id) => sensor(id, { place: "p" }));
const daily = (...ids: string[]): Day[] => daysOf("2026-10", 31, "p", ids);
const counted = (more: Partial<Counted>) =>
  reportOf("p", { month, sensors: three, days: daily("a", "b", "c"), alarms: [], ...more });

test("LT1 of a month and a place only the counts are said, and nothing where fewer than three sensors said something", () => {
  const some = [
    ...daysOf("2026-10", 2, "p", ["a", "b"]),
    ...daysOf("2026-10", 1, "p", ["c"]),
    ...daysOf("2026-10", 9, "q", ["x"]),
  ];
  assert.deepEqual(counted({ days: some }), {
    place: "p",
    month: "2026-10",
    sensors: 3,
    sensorDays: 5,
    detectors: [],
    muted: 0,
    silences: 0,
  });
  assert.equal(counted({ days: daily("a", "b") }), undefined, "the third was silent");
  assert.deepEqual(placesOf({ days: [...some, ...daysOf("2026-10", 1, "", ["z"])] }), ["p", "q"]);
});

test("LT1 counted are the alarms that were opened in the month, as they were answered by then, where their sensor hung that day", () => {
  const elsewhere = [...three, sensor("e", { place: "q" })];
  const report = counted({
    sensors: [...elsewhere, sensor("moved", { place: "q" }), sensor("still", { place: "p" })],
    days: [...daily("a", "b", "c"), { sensor: "moved", day: "2026-10-14", place: "p" }],
    alarms: [
      alarm("1", "a", IN, { outcome: "saw", outcome_at: IN + 4 * 60_000 }),
      alarm("2", "b", IN, {
        outcome: "nothing",
        taken: IN + 2 * 60_000,
        outcome_at: IN + 9 * 60_000,
      }),
      alarm("3", "c", IN, { mute: "m" }),
      alarm("4", "c", IN, { kind: "deaf" }),
      alarm("5", "c", IN, { kind: "battery" }),
      alarm("6", "c", month.from),
      alarm("7", "c", month.from - 1),
      alarm("8", "c", month.to),
      alarm("9", "e", IN),
      alarm("10", "moved", IN, { outcome: "our-own" }),
      alarm("11", "moved", IN + DAY),
      alarm("12", "still", IN, { kind: "silent" }),
    ],
  })!;
  assert.deepEqual(report.detectors, [
    { detector: "motor-1", alarms: 4, right: 2, wrong: 1, unknown: 1 },
  ]);
  assert.deepEqual([report.sensors, report.muted, report.silences, report.minutes], [4, 1, 2, 3]);
  assert.ok(v.safeParse(ReportedBody, report).success);
});

test("LT2 a detector of fewer than three sensors is counted with others, and a name that says more than one is none", () => {
  const six = ["a", "b", "c", "d", "e", "f"].map((id) => sensor(id, { place: "p" }));
  const report = (of: Readonly<Record<string, string>>, all = six) =>
    counted({
      sensors: all,
      days: daily(...all.map(({ id }) => id)),
      alarms: Object.entries(of).map(([id, detector]) => alarm(id, id, IN, { detector })),
    })!.detectors.map(({ detector, alarms }) => [detector, alarms]);
  const [one, two] = ["motor-1", "BirdNET 2.4"];
  assert.deepEqual(report({ a: one, b: one, c: one, d: two, e: two, f: two }), [
    [two, 3],
    [one, 3],
  ]);
  assert.deepEqual(report({ a: one, b: one, c: two }), [["others", 3]], "one would be told apart");
  assert.deepEqual(report({ a: one, b: two }, six.slice(0, 3)), [["others", 2]]);
  assert.deepEqual(report({ a: "x", b: "y", c: "z" }, six.slice(0, 3)), [["others", 3]]);
  const where = "at 1.234,5.678";
  assert.deepEqual(report({ a: where, b: where, c: where }, six.slice(0, 3)), [["others", 3]]);
});

test("LT3 a month is due from 30 days after its end, and for two months more", () => {
  const due = (day: number) => monthsDue(day).map((one) => one.month);
  assert.ok(!due(month.to + 30 * DAY - 1).includes("2026-10"));
  assert.deepEqual(due(month.to + 30 * DAY), ["2026-09", "2026-10"]);
  assert.ok(due(month.to + 90 * DAY - 1).includes("2026-10"));
  assert.ok(!due(month.to + 90 * DAY).includes("2026-10"));
  for (let n = 0; n < 24; n += 1) {
    const one = monthOf(new Date(Date.UTC(2025, n)).toISOString().slice(0, 7));
    for (const late of [30, 45, 60, 89])
      assert.ok(due(one.to + late * DAY).includes(one.month), `${one.month}, ${late} days later`);
  }
});
