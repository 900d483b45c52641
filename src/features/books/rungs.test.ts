import assert from "node:assert/strict";
import { test } from "node:test";
import { clipNames, signClips, signFilms } from "./rungs.ts";

const cue = { id: "p1s1", start: 0, end: 4000, sentence: "p1s1" };
const film = (width: number, height: number, rate: number) => ({
  seconds: 5,
  picture: { width, height, rate },
});

test("PB28 an upright film of 4K is made small, a small one no larger, one of 60 pictures a second has every second one, and a film without pictures has no rungs", () => {
  const sizes = (width: number, height: number) =>
    signFilms(film(width, height, 25)).map(({ height: lines }) => lines);
  assert.deepEqual(sizes(2160, 3840), [240, 480]);
  assert.deepEqual(sizes(427, 321), [240, 320]);
  assert.deepEqual(sizes(176, 144), [144]);
  const rates = [12, 24, 25, 29.97, 30, 50, 59.94, 120].map((rate) =>
    Number(signFilms(film(640, 480, rate))[0]!.rate.toFixed(2)),
  );
  assert.deepEqual(rates, [12, 24, 25, 29.97, 30, 25, 29.97, 30]);
  assert.deepEqual(signFilms({ seconds: 5 }), []);
  assert.deepEqual(signClips([cue], { seconds: 5 }), []);
});

test("PB28 cues of the bad sort, and those beyond a thousand, have no clips", () => {
  const odd = [
    { ...cue, end: 40 },
    { ...cue, start: 2000, end: 1000 },
    { ...cue, start: 5000, end: 6000 },
    { ...cue, end: 200_000 },
  ];
  assert.deepEqual([...clipNames([cue, ...odd], 5)], ["clip-0-4000", "clip-0-4000-light"]);
  const many = Array.from({ length: 10_000 }, (_, i) => ({ ...cue, start: i, end: i + 100 }));
  assert.equal(signClips(many, { ...film(640, 480, 25), seconds: 60 }).length, 2000);
});
