import assert from "node:assert/strict";
import test from "node:test";
import { formatBytes, formatDay, formatNumber } from "../web/words.ts";
import { LANGUAGES } from "./catalogue.ts";
import { counting } from "./counted.ts";
import { pseudo } from "./pseudo.ts";

test("every language counts in its own forms: six in Arabic, one in Chinese", () => {
  const ar = counting("ar");
  const forms = { zero: "0", one: "1", two: "2", few: "few", many: "many", other: "other" };
  assert.deepEqual(
    [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => ar(n, forms)),
    ["0", "1", "2", "few", "few", "many", "many", "other", "other", "few"],
  );
  const latin = { one: "one", many: "many", other: "other" };
  assert.deepEqual(
    [0, 1, 2, 1_000_000].map((n) => counting("fr")(n, latin)),
    ["one", "one", "other", "many"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => counting("pt")(n, latin)),
    ["one", "one", "other"],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => counting("hi")(n, latin)),
    ["one", "one", "other"],
  );
  assert.equal(counting("zh")(7, { other: "{n}" }), "7");
});

test("numbers and days are grouped and written as each language does", () => {
  assert.equal(counting("hi")(1_234_567, { one: "", other: "{n}" }), "12,34,567");
  assert.equal(formatNumber(1_234_567, "es"), "1.234.567");
  assert.equal(formatDay("2026-11-24", "zh"), "2026年11月24日");
  assert.equal(formatDay("2026-11-24", "ar"), "\u200f24 نوفمبر 2026");
  assert.equal(formatBytes(8640, "fr"), "8,6\u202fko");
  assert.equal(LANGUAGES.length, 8);
});

test("the language for trials leaves what stands in braces and widens every letter", () => {
  assert.equal(pseudo("By {who}"), "Ｂｙ {who}");
  assert.equal(pseudo({ say: (n: number) => `a${n}` }).say(1), "ａ1");
});
