import assert from "node:assert/strict";
import { test } from "node:test";
import { writeSignCues, readSignCues } from "./cues.ts";
import { cuesOf, marksOf } from "./making/marks.ts";

const book = { pages: [{ lines: ["One.", "Two."] }, { lines: ["Three."] }] };
const LONG = 300_000; // ms of the film

test("PB42 what was marked and saved is gone on with: the end of the last one is written nowhere, and may come before the next", () => {
  const marks = marksOf([], book, LONG).with(0, {
    ...marksOf([], book, LONG)[0]!,
    from: "0:01.000",
  });
  const read = cuesOf(marks, book, LONG);
  assert.ok("cues" in read, JSON.stringify(read));
  const saved = readSignCues(writeSignCues(read.cues))!;
  const again = marksOf(saved, book, LONG);
  assert.deepEqual([again[0]?.from, again[0]?.to], ["00:01.000", ""]);
  const more = cuesOf(again.with(1, { ...again[1]!, from: "0:03.000" }), book, LONG);
  assert.ok("cues" in more, JSON.stringify(more));
  assert.deepEqual(
    more.cues.map(({ start, end }) => [start, end]),
    [
      [1000, 3000],
      [3000, 123_000],
    ],
  );
  const ended = cuesOf(again.with(0, { ...again[0]!, to: "0:02" }), book, LONG);
  assert.ok("cues" in ended);
  assert.equal(marksOf(ended.cues, book, LONG)[0]?.to, "00:02.000");
});
