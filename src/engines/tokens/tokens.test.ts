import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, property, string } from "fast-check";
import { fold } from "./fold.ts";
import { isWanted, tokens, wanted } from "./tokens.ts";

const words = (text: string) => [...tokens(text)].map(({ word }) => word);
const finds = (question: string, text: string) =>
  wanted(question).every((one) => words(text).some((word) => isWanted(one, word)));

test("TK1 every word stands where the text has it", () => {
  const text = "L’eau n'est pas à 1,000 m. 网络通 a village; เครือข่าย, शिक्षा.";
  const found = [...tokens(text)];
  assert.ok(found.length > 15);
  for (const { word, from, to } of found)
    assert.equal(fold(text.slice(from, to)).replace(/[^\p{L}\p{N}\p{M}]/gu, ""), word);
});

test("TK2 case, width, accents, Arabic vowel signs and nuktas make no difference", () => {
  for (const [a, b] of [
    ["ÉCOLE", "ecole"],
    ["Straße", "STRASSE"],
    ["ｗｉｄｅ", "wide"],
    ["الشَّبَكَة", "الشبكه"],
    ["إلى", "الي"],
    ["क़लम", "कलम"],
    ["ŁÓDŹ", "lodz"],
    ["İstanbul", "istanbul"],
    ["ΣΟΦΟΣ", "σοφος"],
    ["ﬁsh", "fish"],
  ] as const)
    assert.deepEqual(words(a), words(b), `${a} and ${b}`);
  assert.notDeepEqual(words("की"), words("का"));
  assert.notDeepEqual(words("มา"), words("มี"));
  assert.deepEqual(words("l’eau"), ["l", "eau"]);
  assert.deepEqual(words("1,000 and 2.5"), ["1000", "and", "25"]);
});

test("TK3 any two neighbouring characters of a text without spaces are found, and any one", () => {
  for (const text of [
    "我们的村子有网络了",
    "がっこうのネット",
    "โรงเรียนบนเขา",
    "សាលារៀន",
    "ကွန်ရက်",
    "ເຄືອຂ່າຍ",
  ]) {
    const characters = text.match(/\P{M}\p{M}*/gu)!;
    assert.ok(characters.length >= 4, text);
    for (const [i, one] of characters.entries()) {
      assert.ok(finds(one, text), `${one} in ${text}`);
      if (i > 0) assert.ok(finds(characters[i - 1]! + one, text), `${characters[i - 1]}${one}`);
    }
    assert.ok(finds(text, `before ${text} after`));
  }
  assert.ok(!finds("络网", "网络"), "the order counts");
});

test("TK4 a question is bounded and holds letters, digits and marks alone", () => {
  holds(
    property(string({ unit: "binary", maxLength: 300 }), (typed) => {
      const asked = wanted(typed);
      assert.ok(asked.length <= 12);
      for (const { word } of asked) assert.match(word, /^[\p{L}\p{N}\p{M}]{1,40}$/u);
    }),
  );
  assert.deepEqual(
    wanted('"a" NEAR(b*) -c ^d {e}:f').map(({ word }) => word),
    ["a", "near", "b", "c", "d", "e", "f"],
  );
  const marks = `a${"\u0301".repeat(100_000)}`;
  assert.deepEqual(words(marks), ["a"]);
  assert.deepEqual(words("x".repeat(100_000)), []);
});

test("TK5 a word of three letters stands for all that begin with it; numbers and pairs do not", () => {
  assert.ok(finds("connect", "It is connected."));
  assert.ok(!finds("co", "It is connected."));
  assert.ok(!finds("201", "In 2019."));
  assert.ok(finds("2019", "In 2019."));
  assert.ok(!finds("网络", "网路"));
});
