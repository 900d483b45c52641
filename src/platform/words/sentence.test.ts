import assert from "node:assert/strict";
import test from "node:test";
import { formatBytes, formatDay, formatNumber } from "../web/words.ts";
import { counted, say } from "./message.ts";
import { pseudo } from "./catalogue.ts";
import { formsOf, sentence } from "./sentence.ts";

const counting = (lang: string, texts: readonly string[]) =>
  sentence(lang, texts, { several: "", names: [] });

test("WD2 every language counts in its own forms: six in Arabic, one in Chinese", () => {
  const ar = counting("ar", ["0", "1", "2", "few", "many", "other"]);
  assert.deepEqual(
    [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => ar(n)),
    ["0", "1", "2", "few", "few", "many", "many", "other", "other", "few"],
  );
  const of = (lang: string, texts: readonly string[]) =>
    [0, 1, 2, 1_000_000].map((n) => counting(lang, texts)(n)).join(" ");
  assert.equal(of("fr", ["one", "many", "other"]), "one one other many");
  assert.equal(of("pt", ["one", "many", "other"]), "one one other many");
  assert.equal(of("es", ["one", "many", "other"]), "other one other many");
  assert.equal(of("hi", ["one", "other"]), "one one other other");
  assert.equal(of("sw", ["one", "other"]), "other one other other");
  assert.equal(counting("zh", ["{n}"])(7), "7");
  assert.deepEqual(formsOf("ar"), ["zero", "one", "two", "few", "many", "other"]);
});

test("WD2 numbers and days are grouped and written as each language does", () => {
  assert.equal(counting("hi", ["", "{n}"])(1_234_567), "12,34,567");
  assert.equal(counted("{n} story", "{n} stories")(1_234_567), "1,234,567 stories");
  assert.equal(formatNumber(1_234_567, "es"), "1.234.567");
  assert.equal(formatDay("2026-11-24", "zh"), "2026年11月24日");
  assert.equal(formatDay("2026-11-24", "ar"), "\u200f24 نوفمبر 2026");
  assert.equal(formatBytes(8640, "fr"), "8,6\u202fko");
});

test("values stand where their names do, in the order of the call; what is not named stays for later", () => {
  assert.equal(say("By {who}")("{who} & <Ana>"), "By {who} & <Ana>");
  assert.equal(say("{low} to {high}, {low}", "high", "low")(9, "$1"), "$1 to 9, $1");
  const about = counted("{n} word of {title} with {q}", "{n} words of {title} with {q}", "title");
  assert.equal(about(1, "n"), "1 word of n with {q}");
  assert.equal(about(2000, "{q}"), "2,000 words of {q} with {q}");
});

test("a day takes an article, a month and a year take none", () => {
  const fr = sentence("fr", ["depuis {le day}, jusqu’{au day|en day}"], { names: ["day"] });
  assert.equal(fr("24 mai 2026"), "depuis le 24 mai 2026, jusqu’au 24 mai 2026");
  assert.equal(fr("mai 2026"), "depuis mai 2026, jusqu’en mai 2026");
});

test("the language for trials leaves what stands in braces and widens every letter", () => {
  assert.equal(pseudo("By {who}"), "Ｂｙ {who}");
  assert.equal(pseudo({ say: (n: number) => `a${n}` }).say(1), "ａ1");
});
