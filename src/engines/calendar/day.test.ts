import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY, dayAt, daysAfter } from "./day.ts";

test("a day is UTC's, and days are counted over months, leap days and years", () => {
  assert.equal(dayAt(Date.UTC(2028, 1, 29, 23, 59, 59, 999)), "2028-02-29");
  assert.equal(dayAt(Date.UTC(2028, 1, 29) + A_DAY), "2028-03-01");
  assert.equal(daysAfter("2024-12-31", 1), "2025-01-01");
  assert.equal(daysAfter("2024-03-01", -1), "2024-02-29");
  assert.equal(daysAfter("2026-11-29", 30), "2026-12-29");
});
