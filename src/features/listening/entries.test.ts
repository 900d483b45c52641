/** In which order alarms wait, and which of them are one for whoever goes. */
import assert from "node:assert/strict";
import test from "node:test";
import { alarmRow, sensorRow } from "../../../tests/watch-house.ts";
import { entriesOf, entryOf, inTurn, marked } from "./entries.ts";
import type { Alarm } from "./private/forms.ts";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 10, 30, 12);
const HOUSE = ["clock", "deaf", "battery"] as const;

test("LW23 a motor stands before seven older alarms of sensors; one that runs before one that rests, what nobody has taken before what somebody has", () => {
  const older = Array.from({ length: 7 }, (_, n) =>
    alarmRow(`house-${n}`, `s${n}`, { kind: HOUSE[n % 3]!, at: AT - (60 - n) * MINUTE }),
  );
  const motor = (id: string, more: Partial<Alarm>) => alarmRow(id, "s7", { at: AT, ...more });
  const all = [
    ...older,
    motor("taken", { at: AT - 90 * MINUTE, taken: AT, taken_by: "asha" }),
    motor("rests", { at: AT - 80 * MINUTE, over: AT }),
    motor("runs", {}),
  ];
  assert.deepEqual(
    inTurn(all).map(({ id }) => id),
    ["runs", "rests", "taken", ...older.map(({ id }) => id)],
  );
});

const silences = (starts: readonly number[], more: Partial<Alarm> = {}) =>
  starts.map((minutes, n) =>
    alarmRow(`silent-${n}`, `s${n}`, {
      kind: "silent",
      starts: AT + minutes * MINUTE,
      at: AT + (minutes + 90) * MINUTE,
      ...more,
    }),
  );
const entriesAt = (alarms: readonly Alarm[], every: number) =>
  entriesOf(alarms, new Map(alarms.map(({ sensor }) => [sensor, sensorRow(sensor, { every })])));

test("LW23 sensors that one moment may have silenced are one entry, whatever their number; two, and those of other times, are none", () => {
  const many = silences(Array.from({ length: 40 }, (_, n) => n));
  const [entry, ...others] = entriesAt(many, 60);
  assert.deepEqual([others.length, entry?.alarms.length, entry?.lead.id], [0, 40, "silent-0"]);
  assert.equal(entryOf(entriesAt(many, 60), "silent-39")?.lead.id, "silent-0");
  assert.equal(entriesAt(silences([0, 5]), 60).length, 2, "two may be chance");
  assert.equal(entriesAt(silences([0, 100, 200, 300]), 60).length, 4, "each at its own time");
  assert.equal(entriesAt(silences([0, 20, 40], { over: AT }), 60).length, 3, "all are back");
  const twice = entriesAt(silences([0, 1, 2, 300, 301, 302, 303]), 60);
  assert.deepEqual(
    twice.map(({ alarms }) => alarms.length),
    [3, 4],
    "the link failed twice",
  );
  const chained = silences([0, 60, 120, 180, 240]);
  assert.ok(entriesAt(chained, 60).length > 1, "no moment lies between all of these");
});

test("LW23 an answer names the sensors that it was given for", () => {
  const [entry] = entriesAt(silences([0, 1, 2]), 60);
  const [more] = entriesAt(silences([0, 1, 2, 3]), 60);
  assert.match(marked(entry!), /^[0-9a-f]{8}$/);
  assert.notEqual(marked(entry!), marked(more!));
  assert.equal(marked({ lead: entry!.lead, alarms: [entry!.lead] }), "");
});
