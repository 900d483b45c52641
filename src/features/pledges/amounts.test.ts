import assert from "node:assert/strict";
import test from "node:test";
import { figureWords } from "./amounts.ts";

const RESERVES = { value: 46, unit: "nature reserves" };

test("bug: read from right to left, a unit in another language stood before its number", () => {
  assert.equal(figureWords(RESERVES, "ar"), "\u206846 nature reserves\u2069");
  const over = figureWords({ ...RESERVES, atLeast: true }, "ar");
  assert.match(over, /^[^\u2068]+ \u206846 nature reserves\u2069$/);
  assert.doesNotMatch(figureWords({ value: 46, unit: "people" }, "ar"), /\u2068/);
  assert.equal(figureWords(RESERVES, "fr"), "46 nature reserves");
});
