import assert from "node:assert/strict";
import test from "node:test";
import { agoOf, whereOf } from "./page.tsx";
import { wordsIn } from "./words.ts";

const sensors = new Map(
  Array.from({ length: 6 }, (_, i) => {
    const sensor = { name: `S0${i}`, place: "p", spot: `spot ${i}` };
    return [`s${i}`, sensor] as const;
  }),
);
const watched = { alarms: [], places: new Map([["p", "Nyika"]]), sensors } as unknown as Parameters<
  typeof whereOf
>[1];

test("LW3 LE12 where it was heard names the sensor that heard it best, then the others, four at most", () => {
  const where = (also: string) => whereOf({ sensor: "s1", also }, watched);
  assert.equal(where(""), "Nyika · spot 1 · S01");
  assert.equal(where("s0 gone s2"), "Nyika · spot 1 · S01, S00, S02");
  assert.equal(where("s0 s2 s3 s4 s5"), "Nyika · spot 1 · S01, S00, S02, S03, …");
});

test("LW3 what has just been heard is now, and no minute ago", () => {
  const ago = (ms: number, lang = "en") => agoOf(1e12 - ms, { now: 1e12, words: wordsIn(lang) });
  assert.deepEqual([ago(0), ago(29_000), ago(-5000)], ["now", "now", "now"]);
  assert.deepEqual([ago(61_000), ago(86_400_000)], ["1 min ago", "24 hr ago"]);
  assert.equal(ago(0, "ar"), "الآن");
});
