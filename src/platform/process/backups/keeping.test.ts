import assert from "node:assert/strict";
import test from "node:test";
import { array, assert as holds, integer, property } from "fast-check";
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { nextToGo, outlived, type Backup, type Keeping } from "./keeping.ts";

const RULE: Keeping = { days: 7, weeks: 4, months: 6, bytes: 1e9 };
const at = (made: number, name?: string): Backup => ({
  file: new Date(made).toISOString(),
  made,
  bytes: 1,
  ...(name !== undefined && { name }),
});
/** One each day for so many days, and what was left each evening. */
function kept(first: string, days: number, rule: Keeping, named: readonly number[] = []) {
  let all: readonly Backup[] = [];
  for (let day = 0; day < days; day++) {
    const made = Date.parse(`${first}T03:00:00Z`) + day * A_DAY;
    all = [at(made, named.includes(day) ? "before the move" : undefined), ...all];
    const gone = new Set(outlived(all, rule));
    all = all.filter((one) => !gone.has(one));
  }
  return all;
}

test("BK8 after a year there are seven days, four weeks and six months, each by its newest, and what has a name", () => {
  const all = kept("2026-01-01", 365, RULE, [9]);
  assert.deepEqual(
    all.map(({ made }) => dayAt(made)),
    [
      "2026-12-31 2026-12-30 2026-12-29 2026-12-28 2026-12-27 2026-12-26 2026-12-25",
      "2026-12-20 2026-12-13",
      "2026-11-30 2026-10-31 2026-09-30 2026-08-31 2026-07-31",
      "2026-01-10",
    ].flatMap((days) => days.split(" ")),
  );
  assert.equal(all.at(-1)!.name, "before the move");
});

test("BK8 the newest stays, whatever is asked; what goes first for want of room is the oldest without a name, and never the newest", () => {
  const nothing = { days: 0, weeks: 0, months: 0, bytes: 1e6 };
  assert.equal(kept("2026-01-01", 40, nothing).length, 1);
  const [newest, middle, oldest] = [at(3), at(2), at(1, "stays")];
  assert.equal(nextToGo([newest, middle, oldest]), middle);
  assert.equal(nextToGo([newest, oldest]), undefined);
  const some = array(integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 40 });
  const most = integer({ min: 0, max: 9 });
  holds(
    property(some, most, most, most, (moments, days, weeks, months) => {
      const all = [...new Set(moments)].toSorted((a, b) => b - a).map((made) => at(made));
      const gone = outlived(all, { days, weeks, months, bytes: 1 });
      const left = all.length - gone.length;
      assert.ok(!gone.includes(all[0]!));
      const today = all.filter(({ made }) => dayAt(made) === dayAt(all[0]!.made)).length;
      assert.ok(left <= today + days + weeks + months, `${left} are left`);
      assert.ok(left >= Math.min(days, new Set(all.map((b) => dayAt(b.made))).size));
    }),
  );
});
