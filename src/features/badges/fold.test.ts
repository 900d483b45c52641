import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldKey, withdrawnIn } from "./projection.ts";
import { BADGE_KEY, BADGE_WITHDRAWN } from "./records.ts";

const key = (kid: string) => ({ kid, n: "AQAB", e: "AQAB" });
const said = (...records: readonly (readonly [string, unknown])[]) =>
  recordsOf(subjectOf("badges", "key"), ...records);

test("BA1 a key stays what it was said to be, and what was taken back with it is found by its hash alone, once", () => {
  const [one, other] = ["a", "b"].map((letter) => letter.repeat(64));
  const records = said(
    [BADGE_KEY, { kid: "a b", n: "AQAB", e: "AQAB" }],
    [BADGE_KEY, key("first")],
    [BADGE_KEY, key("second")],
    [BADGE_WITHDRAWN, { badge: other }],
    [BADGE_WITHDRAWN, { badge: one, reason: "Given by mistake." }],
    [BADGE_WITHDRAWN, { badge: one }],
    [BADGE_WITHDRAWN, { badge: "Amina" }],
  );
  assert.equal(foldKey(records)?.kid, "first");
  assert.deepEqual(withdrawnIn(records), [one, other]);
  assert.equal(foldKey(said([BADGE_KEY, {}])), undefined);
});
