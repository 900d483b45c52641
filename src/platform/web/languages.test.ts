/** Languages by their names: what is offered, and what is read. Rule WB27 of README.md. */
import assert from "node:assert/strict";
import test from "node:test";
import { LANGUAGES } from "../words/catalogue.ts";
import { languagesFor, languageShown, languageTyped } from "./languages.ts";

test("WB27 each language is offered once, by the code that it has today, in every language of the desk", () => {
  for (const desk of LANGUAGES)
    for (const own of [[], ["en", "pt-BR"], ["tw"]]) {
      const all = languagesFor(own, desk);
      assert.ok(all.length > 150, desk);
      const names = Map.groupBy(all, ([, name]) => name);
      const twice = [...names.values()].filter((same) => same.length > 1);
      assert.deepEqual(twice, [], desk);
      for (const [tag] of all) assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
    }
  const tags = new Set(languagesFor([], "en").map(([tag]) => tag));
  for (const today of ["ak", "bho", "fil", "he", "id", "jv", "ro", "yi"])
    assert.ok(tags.has(today), today);
});

test("WB27 a name leads to the code of today, and an old code is still read", () => {
  for (const [name, tag] of [
    ["Romanian", "ro"],
    ["Yiddish", "yi"],
    ["Filipino", "fil"],
    ["Hebrew", "he"],
    ["Serbian (Latin)", "sr-Latn"],
    ["French (Canada)", "fr-CA"],
  ] as const) {
    assert.equal(languageTyped(name, "en"), tag);
    assert.equal(languageTyped(languageShown(tag, "en"), "en"), tag);
  }
  for (const [old, tag] of [
    ["iw", "he"],
    ["in", "id"],
    ["ji", "yi"],
    ["jw", "jv"],
    ["mo", "ro"],
    ["sh", "sr-Latn"],
    ["tl", "fil"],
    ["tw", "tw"],
  ] as const)
    assert.equal(languageTyped(old, "en"), tag);
});
