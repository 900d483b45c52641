import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import type { ListLine } from "./private/tables.ts";
import { isHard, isRefused, signalsOf, type Known } from "./signals.ts";

const nothing: Known = {
  lists: [],
  portrayed: [],
  isFirst: false,
  cameBefore: false,
  isSlow: false,
  trouble: [],
};
const word = (text: string, does: ListLine["does"] = "hold", lang = "en"): ListLine => ({
  id: text,
  sort: "word",
  lang,
  text,
  does,
});
const link = (text: string, does: ListLine["does"] = "refuse"): ListLine => ({
  ...word(text, does, ""),
  sort: "link",
});
const signals = (text: string, known: Partial<Known>, lang?: string) =>
  signalsOf({ text, lang }, { ...nothing, ...known });

test("MO4 a word is found whole, in any case and width, and with hidden signs between its letters", () => {
  const lists = [word("rat"), word("你好", "hold", "zh")];
  assert.deepEqual(signals("You RAT!", { lists }), ["hold:rat"]);
  assert.deepEqual(signals("ｒａｔ", { lists }), ["hold:rat"]);
  assert.deepEqual(signals("r\u200bat", { lists }), ["hold:rat"]);
  assert.deepEqual(signals("The narrator rates it; rates, rat's", { lists }), ["hold:rat"]);
  assert.deepEqual(signals("The narrator rates it. Ratsche, pirat", { lists }), []);
  assert.deepEqual(signals("大家你好吗", { lists }), ["hold:你好"]);
});

test("MO4 in a text of another language a word only asks for a look", () => {
  const lists = [word("gift", "refuse", "de")];
  assert.deepEqual(signals("gift", { lists }, "de-AT"), ["refuse:gift"]);
  assert.deepEqual(signals("gift", { lists }), ["refuse:gift"]);
  assert.deepEqual(signals("a gift", { lists }, "en"), ["hold:gift"]);
  assert.ok(isRefused(["refuse:gift"]) && !isRefused(["hold:gift"]));
});

test("MO4 a link is known by its host and what stands below it, not by what ends alike", () => {
  const lists = [link("example.org")];
  assert.deepEqual(signals("see https://EXAMPLE.org/x", { lists }), ["refuse:example.org"]);
  assert.deepEqual(signals("see http://a.b.example.org", { lists }), ["refuse:example.org"]);
  assert.deepEqual(signals("see https://notexample.org and example.org", { lists }), []);
});

test("MO10 the name of somebody portrayed asks for a look, and is hard beside a word of a list", () => {
  const known = { portrayed: ["Barry Forde", "Eric Woody"], lists: [word("liar")] };
  assert.deepEqual(signals("barry forde said so", known), ["person:Barry Forde"]);
  assert.deepEqual(signals("Ask Forde.", known), ["person:Barry Forde"]);
  assert.deepEqual(signals("a woody hill, and who can afford it", known), []);
  const both = signals("Forde is a liar", known);
  assert.deepEqual(both, ["hold:liar", "person:Barry Forde", "named"]);
  assert.deepEqual([both, ["person:x"], ["second:x"], ["first"]].map(isHard), [
    true,
    false,
    true,
    false,
  ]);
});

test("MO7 many links, the first time, the same again, a slow thread and odd text are signals of their own", () => {
  const many = "https://a.example https://b.example https://c.example https://a.example/2";
  const known = { isFirst: true, cameBefore: true, isSlow: true, trouble: ["bidi"] };
  assert.deepEqual(signals(many, known), ["first", "links:3", "before", "slow", "trouble:bidi"]);
  assert.deepEqual(signals("https://a.example", {}), []);
});

test("MO4 a word of a list is found wherever it stands between blanks, and no text throws", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 40 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const found = signals(`${before} rat ${after}`, { lists: [word("rat")] });
      assert.ok(found.includes("hold:rat"));
    }),
  );
});
