import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { readCues } from "../../platform/media/webvtt.ts";
import { cueProblems, readSignCues, writeSignCues, type SignCue } from "./cues.ts";

const book = { pages: [{ lines: ["A hill.", "It has a light."] }, { lines: ["It is asleep."] }] };
const problems = (...cues: readonly Partial<SignCue>[]) =>
  cueProblems(
    cues.map((cue) => ({ id: "x", start: 0, end: 1000, ...cue })),
    book,
    60,
  );

const name = fc.oneof(
  fc.record({ sentence: fc.constantFrom("p1s1", "p1s2", "p2s1", "p90s12") }),
  fc.record({
    word: fc.string({ unit: "grapheme", maxLength: 80 }).filter((w) => w.trim() !== ""),
  }),
);
const cue = fc
  .record({
    id: fc.oneof(fc.constantFrom("1", "1-2", "", "NOTE a", "a --> b"), fc.string()),
    start: fc.nat(400_000_000),
    length: fc.integer({ min: -50, max: 9000 }),
    name,
  })
  .map(({ id, start, length, name: n }) => ({ id, start, end: Math.max(0, start + length), ...n }));

test("PB20 cues are written in one form, read the same again, and each has an id of its own that stays", () => {
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 12 }), (cues) => {
      const file = writeSignCues(cues);
      const read = readSignCues(file)!;
      assert.equal(read.length, cues.length);
      assert.equal(new Set(read.map(({ id }) => id)).size, cues.length);
      assert.equal(writeSignCues(read), file);
      assert.deepEqual(readSignCues(writeSignCues(read)), read);
    }),
  );
  const theirs =
    'WEBVTT\r\n\r\n7\r\n00:04.000 --> 00:06.500 line:0\r\n{"s":"p1s2"}\r\n\r\n00:00.000 --> 00:04.000\r\n{ "s": "p1s1" }\r\n\r\n00:01.000 --> 00:02.000\r\n{"w":"fast asleep"}\r\n\r\n9\r\n00:07.000 --> 00:08.000\r\nHello\r\n';
  assert.deepEqual(readSignCues(theirs), [
    { id: "p1s1", start: 0, end: 4000, sentence: "p1s1" },
    { id: "fast-asleep", start: 1000, end: 2000, word: "fast asleep" },
    { id: "p1s2", start: 4000, end: 6500, sentence: "p1s2" },
    { id: "9", start: 7000, end: 8000 },
  ]);
  assert.equal(readSignCues("1\n00:01 --> 00:02\nSRT"), undefined);
});

test("PB20 a caption is read as before, whatever stands above its times", () => {
  assert.deepEqual(readCues("WEBVTT\n\np1s1\n00:01.000 --> 00:02.000\nHello <i>you</i>\n"), [
    { start: 1000, end: 2000, text: "Hello you" },
  ]);
});

test("PB21 cues that name no sentence, go backwards, overlap or are too many are told one by one", () => {
  const one = { sentence: "p1s1" };
  assert.deepEqual(
    problems(one, { word: "hill" }, { start: 1000, end: 2000, sentence: "p1s2" }),
    [],
  );
  const told = (...cues: readonly Partial<SignCue>[]) =>
    problems(...cues).map(({ cue: at, is }) => `${at} ${is}`);
  assert.deepEqual(told({}), ["1 namesNothing"]);
  assert.deepEqual(told({ sentence: "p2s2" }), ["1 unknownSentence"]);
  assert.deepEqual(told(one, { ...one, start: 1000, end: 2000 }), ["2 again"]);
  assert.deepEqual(told({ ...one, start: 2000, end: 1000 }), ["1 backwards"]);
  assert.deepEqual(told({ ...one, end: 40 }), ["1 tooShort"]);
  assert.deepEqual(told({ ...one, start: 59_000, end: 61_000 }), ["1 afterEnd"]);
  assert.deepEqual(told(one, { sentence: "p1s2", start: 500, end: 2000 }), ["2 overlaps"]);
  assert.deepEqual(told({ word: "a" }, { word: "b", start: 500, end: 900 }), ["2 overlaps"]);
  const many = Array.from({ length: 10_000 }, () => one);
  assert.deepEqual(
    problems(...many).map(({ message }) => message),
    ["expected at most 1000 cues, found 10000"],
  );
});
