/** What is typed into the form for a pledge: what is kept of it, and what is said about a field that does not fit. */
import assert from "node:assert/strict";
import test from "node:test";
import { LANGUAGES } from "../../platform/words/catalogue.ts";
import { nameOf, readMade } from "./make.ts";
import { wordsIn } from "./words.ts";

const TODAY = "2026-11-24";
const GOOD = {
  sort: "person",
  name: "Neema",
  organisation: "",
  what: "Teach neighbours to use a phone safely",
  value: "25",
  unit: "people",
  where: "Mankosi",
  by: "2030",
  counting: "By the list of names at the clinic.",
  checking: "",
  contact: "",
  agree: "yes",
};
const read = (more: Partial<typeof GOOD> = {}, lang = "en") =>
  readMade({ ...GOOD, ...more }, { today: TODAY, lang });

test("P51 each field that does not fit says why in one line, and it alone", () => {
  for (const [more, says] of [
    [{ sort: "" }, /Choose who/],
    [{ sort: "toString" }, /Choose who/],
    [{ name: "" }, /one line of at most 200/],
    [{ name: "\u200b\u2060" }, /one line of at most 200/],
    [{ what: "x".repeat(201) }, /one line of at most 200/],
    [{ what: "two\nlines" }, /one line/],
    [{ what: "<script>alert(1)</script>" }, /plain words: “<script>”/],
    [{ counting: "by <img src=x onerror=alert(1)>" }, /plain words: “<img”/],
    [{ counting: "x".repeat(2001) }, /at most 2,000/],
    [{ checking: "<!-- nobody -->" }, /plain words/],
    [{ where: "" }, /one line/],
    [{ value: "1000000000000000" }, /at most 10,000,000,000 people/],
    [{ value: "1e15" }, /at most 10,000,000,000 people/],
    [{ value: "1000000000001", unit: "trees" }, /at most 1,000,000,000,000/],
    [{ value: "0" }, /above 0/],
    [{ value: "-5" }, /above 0/],
    [{ value: "many" }, /above 0/],
    [{ value: "1e999" }, /at most/],
    [{ by: "2026-11-23" }, /23 November 2026 has passed/],
    [{ by: "2026-10" }, /October 2026 has passed/],
    [{ by: "2077" }, /no later than 31 December 2076/],
    [{ by: "2027-02-30" }, /A day, a month|a day, a month/],
    [{ contact: "two\nlines" }, /one line/],
    [{ agree: "" }, /tick the box/],
    [{ agree: "on" }, /tick the box/],
  ] as const) {
    const found = read(more);
    assert.ok("problems" in found, JSON.stringify(more));
    const [field] = Object.keys(more);
    assert.deepEqual(Object.keys(found.problems), [field === "unit" ? "value" : field]);
    assert.match(found.problems[field!] ?? "", says);
  }
});

test("P51 today is soon enough, a heart is no program, and a number is read as the language writes it", () => {
  for (const more of [
    { by: TODAY },
    { by: "2026-11" },
    { by: "2076" },
    { what: "Letters to 3 < 5 villages <3" },
    { value: "10000000000" },
    { value: "0.5", unit: "MW" },
  ])
    assert.ok("about" in read(more), JSON.stringify(more));
  const arabic = read({ value: "١٬٢٥٠" }, "ar");
  assert.ok("about" in arabic && arabic.about.value === 1250);
});

test("P50 people are people in whichever language the unit was written, so that each counts with the others", () => {
  for (const lang of LANGUAGES) {
    const { people } = wordsIn(lang).units;
    const found = read({ unit: people.toUpperCase() }, lang);
    assert.ok("about" in found);
    assert.equal(found.about.unit, "people", lang);
    assert.ok("problems" in read({ unit: people, value: "1e15" }, lang), lang);
  }
});

test("P52 a person stands under their own name, whoever pledges for others under that of the others", () => {
  for (const [sort, organisation, name] of [
    ["person", "", "Neema"],
    ["person", "A school", "Neema"],
    ["school", "A school", "A school"],
    ["school", "", "Neema"],
  ] as const) {
    const found = read({ sort, organisation });
    assert.ok("about" in found);
    assert.equal(nameOf(found.about), name, `${sort} ${organisation}`);
    assert.equal(found.about.name, "Neema");
  }
});

test("P50 where no unit is typed people are counted, and how may be said later", () => {
  const found = read({ unit: "", counting: "" });
  assert.ok("about" in found, JSON.stringify(found));
  assert.equal(found.about.unit, "people");
  assert.ok(!("counting" in found.about));
});
