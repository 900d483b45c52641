/** When a newsletter goes out. Rule U18. */
import assert from "node:assert/strict";
import test from "node:test";
import { timeOf } from "./sending.ts";

test("U18 a time is one of the clocks of the campaign: in summer, in the hour that comes twice, and in none that is left out", () => {
  const at = (typed: string) => timeOf(typed, "Europe/Berlin");
  assert.equal(at("2026-07-05T18:30"), Date.UTC(2026, 6, 5, 16, 30));
  assert.equal(at("2026-12-05 18:30"), Date.UTC(2026, 11, 5, 17, 30));
  assert.equal(at("2026-10-25 02:30"), Date.UTC(2026, 9, 25, 0, 30), "the first of two");
  assert.equal(at("2026-03-29 02:30"), undefined);
  for (const typed of ["", "tomorrow", "2026-13-01 10:00", "2026-02-30 10:00", "2026-12-05 24:00"])
    assert.equal(at(typed), undefined, typed);
  assert.equal(timeOf("2026-12-05 18:30", "UTC"), Date.UTC(2026, 11, 5, 18, 30));
});
