import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, property, string } from "fast-check";
import { slips } from "./distance.ts";

test("TK6 slips are letters added, left out, taken for others, and swapped", () => {
  for (const [a, b, n] of [
    ["school", "school", 0],
    ["shool", "school", 1],
    ["schoool", "school", 1],
    ["scholl", "school", 1],
    ["shcool", "school", 1],
    ["teecher", "teachers", 2],
    ["", "ab", 2],
    ["network", "school", undefined],
    ["a", "abcd", undefined],
  ] as const)
    assert.equal(slips(a, b, 2), n, `${a} and ${b}`);
});

test("TK6 they are the same in both directions, and as many as when all are counted", () => {
  const word = string({ unit: "grapheme-ascii", maxLength: 9 });
  holds(
    property(word, word, (a, b) => {
      const all = slips(a, b, 20)!;
      for (const most of [0, 1, 2, 3])
        for (const found of [slips(a, b, most), slips(b, a, most)])
          assert.equal(found, all <= most ? all : undefined);
    }),
  );
});
