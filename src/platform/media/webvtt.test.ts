import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { cueProblems, readCues, readTime, transcriptOf, writeCues, type Cue } from "./webvtt.ts";

const line = fc.stringMatching(/^[a-z&<>é]{1,12}( [a-z&<>é]{1,12}){0,4}$/);
const cue = fc
  .record({
    start: fc.nat(20_000_000),
    length: fc.integer({ min: 1, max: 9000 }),
    text: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(({ start, length, text }): Cue => ({ start, end: start + length, text: text.join("\n") }));

test("M17 captions that were read are written in one form, and read the same again", () => {
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 12 }), (cues) => {
      const file = writeCues(cues);
      assert.deepEqual(readCues(file), cues);
      assert.equal(writeCues(readCues(file)!), file);
    }),
  );
  const theirs =
    "\uFEFFWEBVTT - by hand\r\n\r\nNOTE no cue\r\n\r\n1\r\n00:01.000 --> 01:00:02.500 align:start\r\n<v Ana>Hello &amp; welcome</v>\r\n";
  assert.deepEqual(readCues(theirs), [{ start: 1000, end: 3_602_500, text: "Hello & welcome" }]);
  assert.equal(readCues("1\n00:01 --> 00:02\nSRT"), undefined);
});

test("M17 times as people write them, and what cannot be captions", () => {
  const times = { "62.5": 62_500, "1:02.5": 62_500, "01:02,500": 62_500, "1:00:02": 3_602_000 };
  for (const [said, ms] of Object.entries(times)) assert.equal(readTime(said), ms, said);
  for (const wrong of ["", "1:60", "a", "1:2", "-1"])
    assert.equal(readTime(wrong), undefined, wrong);
  const problems = cueProblems([
    { start: 2000, end: 2000, text: "a" },
    { start: 1000, end: 3000, text: "b".repeat(501) },
  ]);
  assert.deepEqual(
    problems.map(({ cue: at, is }) => `${at} ${is}`),
    ["1 endsBefore", "2 startsBefore", "2 tooLong"],
  );
  assert.equal(
    transcriptOf([
      { start: 0, end: 1000, text: "One\ntwo" },
      { start: 1500, end: 2000, text: "three." },
      { start: 9000, end: 9500, text: "Four." },
    ]),
    "One two three.\n\nFour.",
  );
});
