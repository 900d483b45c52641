import assert from "node:assert/strict";
import test from "node:test";
import type { Json } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldReport } from "./projection.ts";
import { LISTENING_REPORTED } from "./records.ts";

const SAID = {
  place: "place-1",
  month: "2026-10",
  sensors: 3,
  sensorDays: 90,
  detectors: [{ detector: "cnd-1", alarms: 5, right: 2, wrong: 2, unknown: 1 }],
  muted: 1,
  silences: 2,
};
const record = (body: Json): LogRecord =>
  ({ kind: LISTENING_REPORTED, body, at: "2026-12-01T00:00:00.000Z" }) as unknown as LogRecord;

test("LT1 a report of a month is said once; one of two sensors, or whose parts are not the whole, says nothing", () => {
  assert.deepEqual(foldReport([record(SAID), record({ ...SAID, muted: 9 })]), SAID);
  assert.equal(foldReport([record({ ...SAID, sensors: 2 })]), undefined);
  const [one] = SAID.detectors;
  assert.equal(foldReport([record({ ...SAID, detectors: [{ ...one!, wrong: 1 }] })]), undefined);
});
