/** When a story came out and was changed, in every form in which others read it. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { formatTime } from "../../platform/records/clock.ts";
import { beginsAt, momentsOf, shownSince } from "./moments.ts";

const DAY = "2026-11-20";
const at = (iso: string, counter = 0): string => formatTime(Date.parse(iso), counter);
const told = at("2026-11-20T09:30:00.250Z");

test("S22 it came out at the moment of its record on the day that is given, else on that day", () => {
  const moment = "2026-11-20T09:30:00.250Z";
  assert.deepEqual(momentsOf([told], { published: DAY }), { published: moment });
  const other = momentsOf([told], { published: "2026-11-19" });
  assert.deepEqual(
    other,
    { published: "2026-11-19" },
    "the day before, as many parts of the world",
  );
  assert.deepEqual(momentsOf([told], { published: "2026-11-21" }), { published: "2026-11-21" });
});

test("S22 it was changed at the moment of its last edit, which is later than when it came out", () => {
  const edits = [told, at("2026-11-20T10:00:00Z"), at("2026-11-20T10:00:01Z")];
  assert.equal(momentsOf(edits, { published: DAY }).updated, "2026-11-20T10:00:01.000Z");
  const early = momentsOf(edits, { published: "2026-11-25" });
  assert.equal(early.updated, undefined, "changed before its day came");
  const days = { published: DAY, updated: DAY };
  assert.equal(momentsOf([told], days).updated, undefined, "that day is when it came out");
  assert.equal(momentsOf([told], { ...days, updated: "2026-11-21" }).updated, "2026-11-21");
});

test("S22 what was old when it came is from an archive, until it is changed here", () => {
  const days = { published: "2019-05-01", updated: "2020-01-01" };
  assert.deepEqual(momentsOf([told], days), { ...days, isArchived: true });
  const edited = momentsOf([told, at("2026-11-27T08:00:00Z")], days);
  assert.deepEqual(edited, { published: "2019-05-01", updated: "2026-11-27T08:00:00.000Z" });
  const slow = momentsOf([told], { published: "2026-11-08" });
  assert.deepEqual(slow, { published: "2026-11-08" }, "written for days, or waiting at the desk");
});

test("S29 what was said before its hour is shown from the day after; at its hour, at once", () => {
  const story = { published: "2026-12-01", hour: "06:00+09:00" };
  assert.equal(beginsAt(story), "2026-11-30T21:00:00.000Z");
  assert.equal(shownSince(story, at("2026-11-30T21:00:03Z")), "2026-11-30");
  assert.equal(shownSince(story, at("2026-11-20T00:00:00Z")), "2026-12-01");
  assert.equal(shownSince({ published: "2026-12-01" }, at("2026-11-20T00:00:00Z")), "2026-12-01");
  const moments = momentsOf([at("2026-11-30T21:00:03Z")], story);
  assert.deepEqual(moments, { published: "2026-11-30T21:00:03.000Z" });
  const early = momentsOf([at("2026-11-20T00:00:00Z")], story);
  assert.deepEqual(early, { published: "2026-11-30T21:00:00.000Z" });
});

test("law: whatever days are given, a change is later than what it changes, and later records say later times", () => {
  const ms = fc.integer({ min: Date.parse("2026-11-18"), max: Date.parse("2026-11-23") });
  const day = ms.map((value) => new Date(value).toISOString().slice(0, 10));
  const times = fc.uniqueArray(ms, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(times, day, (all, published) => {
      const records = all.toSorted((a, b) => a - b).map((value) => formatTime(value, 0));
      let before = 0;
      for (let n = 1; n <= records.length; n++) {
        const when = momentsOf(records.slice(0, n), { published });
        if (when.updated === undefined) continue;
        assert.ok(Date.parse(when.updated) > Date.parse(when.published));
        assert.ok(Date.parse(when.updated) > before);
        before = Date.parse(when.updated);
      }
    }),
  );
});
