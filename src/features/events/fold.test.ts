import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldEvent } from "./projection.ts";
import { inOwnWords } from "../../platform/words/fallback.ts";
import { calendar } from "./ical.ts";
import { isLocalTime, isZone, utcOf } from "../../engines/calendar/zone.ts";

const said = (kind: string, body: JsonObject): LogRecord => ({
  id: "i",
  kind: `event.${kind}/1`,
  subject: "s",
  at: "",
  author: "a",
  body,
});
const day = {
  title: "Open day",
  summary: "Come and see the mast.",
  start: "2026-12-05 10:00",
  end: "2026-12-05 12:00",
  zone: "Africa/Johannesburg",
  address: "The school",
};

test("E1 the last announcement that fits is the event; a withdrawal ends it, a later edit brings it back", () => {
  const records = [said("announced", day), said("edited", { ...day, title: "Open night" })];
  assert.equal(foldEvent(records)?.title, "Open night");
  for (const wrong of [{ end: "2026-12-05 09:00" }, { zone: "Mars/Olympus" }, { start: "25:00" }])
    assert.equal(
      foldEvent([...records, said("edited", { ...day, ...wrong })])?.title,
      "Open night",
    );
  const { address: _, ...nowhere } = day;
  assert.equal(foldEvent([said("announced", nowhere)]), undefined);
  const gone = [...records, said("withdrawn", {})];
  assert.equal(foldEvent(gone), undefined);
  assert.equal(foldEvent([...gone, said("edited", day)])?.title, "Open day");
});

test("E2 a time by the clock of its place is a moment, also where that clock is put back or forward", () => {
  const utc = (local: string, zone: string) => new Date(utcOf(local, zone)).toISOString();
  assert.equal(utc("2026-12-05 10:00", "Africa/Johannesburg"), "2026-12-05T08:00:00.000Z");
  assert.equal(utc("2026-12-05 10:00", "Asia/Kathmandu"), "2026-12-05T04:15:00.000Z");
  assert.equal(utc("2026-12-05 10:00", "UTC"), "2026-12-05T10:00:00.000Z");
  assert.equal(utc("2026-12-05 00:30", "Pacific/Kiritimati"), "2026-12-04T10:30:00.000Z");
  // Paris goes back at 03:00 on 25 October and forward at 02:00 on 29 March.
  assert.equal(utc("2026-10-25 02:30", "Europe/Paris"), "2026-10-25T00:30:00.000Z");
  assert.equal(utc("2026-10-25 03:30", "Europe/Paris"), "2026-10-25T02:30:00.000Z");
  assert.equal(utc("2026-03-29 02:30", "Europe/Paris"), "2026-03-29T01:30:00.000Z");
  assert.equal(utc("2026-03-29 12:00", "Europe/Paris"), "2026-03-29T10:00:00.000Z");
  assert.ok(isZone("America/Argentina/Buenos_Aires"));
  assert.ok(!isZone("+02:00") && !isZone("Paris"));
  assert.ok(!isLocalTime("2026-02-30 10:00") && !isLocalTime("2026-02-28 24:00"));
});

test("E3 what marks a language stands in no calendar, however long the words before it are", () => {
  const words = (take: (one: string) => string, n: number) =>
    calendar(take(`${"a".repeat(n)} b`), "https://example.org/events", []);
  for (let n = 0; n <= 160; n += 1)
    assert.equal(
      words((one) => `${one}${inOwnWords("c", "en")}`, n),
      words((one) => `${one}c`, n),
      `${n}`,
    );
});

test("E3 iCalendar: UTC, escaped, lines of at most 75 octets that end in CRLF, whole characters", () => {
  const one = {
    uid: "s@example.org",
    title: "学校的屋顶上立着一座铁塔,承载着全村的通话".repeat(3),
    summary: "One;\nTwo, three\\four",
    where: "The school",
    url: "https://example.org/events/x",
    starts: Date.UTC(2026, 11, 5, 8),
    ends: Date.UTC(2026, 11, 5, 10),
    said: Date.UTC(2026, 10, 24),
    isCancelled: true,
  };
  const text = calendar("A campaign", "https://example.org/events", [one]);
  const lines = text.split("\r\n");
  assert.equal(lines.pop(), "");
  assert.ok(lines.length > 15);
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/[\r\n]/.test(line) && !line.includes("\ufffd"));
  }
  const whole = text.replaceAll("\r\n ", "");
  assert.ok(whole.includes(`SUMMARY:${one.title.replaceAll(",", "\\,")}\r\n`));
  assert.match(whole, /DESCRIPTION:One\\;\\nTwo\\, three\\\\four\r\n/);
  assert.match(whole, /DTSTART:20261205T080000Z\r\nDTEND:20261205T100000Z\r\n/);
  assert.match(whole, /STATUS:CANCELLED/);
});
