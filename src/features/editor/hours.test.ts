/** Hours by the clock of a campaign (features/editor/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { beginsAt } from "../stories/api.ts";
import { beginsIn } from "./file-lines.ts";
import { beginsWords, hourProblem, hourTyped, localOf, withOffset } from "./hours.ts";
import { textOf } from "./typed.ts";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");
const zone = "Europe/Berlin";

test("W21 an hour is typed by the campaign's clock, and stands in the file as one moment", () => {
  const said = (hour: string, day: string, of = zone) => withOffset({ hour, day, zone: of });
  assert.equal(said("9:30", "2026-12-01"), "09:30+01:00");
  assert.equal(said("09.30", "2026-07-01"), "09:30+02:00");
  assert.equal(said("6:00", "2026-12-01", "Asia/Kathmandu"), "06:00+05:45");
  assert.equal(said("6:00", "2026-12-01", "America/New_York"), "06:00-05:00");
  assert.equal(said("6:00", "2026-12-01", "UTC"), "06:00+00:00");
  assert.equal(said("2:30 +01:00", "2026-10-25"), "2:30+01:00", "as it was typed");
  assert.equal(said("soon", "2026-12-01"), "soon");
  assert.equal(hourTyped({ hour: "09:30+01:00", day: "2026-12-01", zone }), "09:30");
  assert.equal(hourTyped({ hour: "09:30+03:00", day: "2026-12-01", zone }), "09:30+03:00");
  assert.equal(hourTyped({ hour: "02:30+01:00", day: "2026-10-25", zone }), "02:30+01:00");
  const begins = beginsAt({ published: "2026-12-01", hour: "06:00+09:00" });
  assert.equal(begins, "2026-11-30T21:00:00.000Z");
  assert.deepEqual(localOf(begins, "Asia/Tokyo"), {
    day: "2026-12-01",
    clock: "06:00",
    offset: "+09:00",
  });
  assert.equal(
    beginsWords(begins, zone, words),
    "30 November 2026, 22:00 (Europe/Berlin, UTC+01:00)",
  );
  assert.equal(beginsWords("2026-12-01", "UTC", words), "1 December 2026");
  for (const half of ["", "soon", "2026-02-31T"])
    assert.equal(beginsWords(half, zone, words), half, "somebody is typing it");
  assert.equal(
    beginsWords("2026-12-01", zone, words),
    "1 December 2026, 01:00 (Europe/Berlin, UTC+01:00)",
  );
});

test("W22 an hour that is left out, or comes twice, is told with what to write", () => {
  const why = (hour: string, day: string) => hourProblem({ hour, day, zone }, words);
  assert.equal(withOffset({ hour: "02:30", day: "2027-03-28", zone }), "02:30");
  assert.match(
    why("02:30", "2027-03-28")!,
    /02:30 does not exist on 28 March 2027 in Europe\/Berlin.*an earlier or later time/,
  );
  assert.equal(withOffset({ hour: "02:30", day: "2026-10-25", zone }), "02:30");
  assert.match(
    why("02:30", "2026-10-25")!,
    /happens twice on 25 October 2026.*Enter 02:30\+02:00 for the first or 02:30\+01:00 for the second/,
  );
  for (const none of ["soon", "25:00", "9", "09:60"])
    assert.match(why(none, "2026-12-01")!, /such as 09:30/, none);
  assert.equal(why("09:30", "2026-02-30"), undefined, "its day is none, and that is told");
});

test("W21 an hour is read in the front matter alone", () => {
  const file = (front: string, text: string) => `---\n${front}\n---\n${text}`;
  const day = "published: 2026-12-01";
  assert.equal(beginsIn(file(day, "hour: 09:00+01:00")), "2026-12-01");
  assert.equal(beginsIn(file(`${day}\nhour: "09:00+01:00"`, "")), "2026-12-01T08:00:00.000Z");
});

test("W16 the day and the hour are read behind the longest summary, and in quotes of any kind", () => {
  const fields = { title: "A", published: "2026-12-01", hour: "09:00+01:00", markdown: "Words" };
  for (const summary of [
    "a",
    "s".repeat(5000),
    "a\npublished: 2020-01-01\n---\nhour: 01:00+01:00",
  ]) {
    const text = textOf("story", { ...fields, summary });
    assert.equal(beginsIn(text), "2026-12-01T08:00:00.000Z", summary.slice(0, 30));
    const other = text.replaceAll('"09:00+01:00"', "'09:00+01:00'");
    assert.notEqual(other, text);
    assert.equal(beginsIn(other.replace("2026-12-01", "'2026-12-01'")), "2026-12-01T08:00:00.000Z");
  }
});
