/** What is typed into the form of a pledge: what it becomes, and what is said about a field that does not fit. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Typed } from "../../platform/sent/sort.ts";
import { claim, pledgeOf } from "./bodies.test.kit.ts";
import { prefilled } from "./prefilled.ts";
import { sendPath } from "./send-path.ts";
import { FIELDS, readSent, waysFor } from "./sent.ts";
import { numberIn } from "../../platform/web/typed-number.ts";

const TODAY = "2026-11-24";
const pledge = pledgeOf({ claims: [claim("c1", 5, "2024-06")] });
const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ""]));

const figure = {
  about: "figure",
  value: "1,250,000",
  unit: "people",
  text: "people in villages",
  measure: "cumulative",
  asOf: "2026-06",
  saidBy: "An office",
  saidOn: "2026-07-01",
  title: "A report",
  url: "https://example.com/report",
  agree: "yes",
};
const evidence = {
  about: "evidence",
  claim: "c1",
  kind: "document",
  title: "A report",
  url: "https://example.com/report",
  by: "An office",
  date: "2026",
  agree: "yes",
};
const dispute = {
  about: "dispute",
  words: "We counted fewer.",
  name: "A village",
  title: "A count",
  url: "https://example.com/count",
  agree: "yes",
};

const read = (typed: Typed, lang = "en") =>
  readSent({ typed: { ...EMPTY, ...typed }, pledge, today: TODAY, lang, own: "en" });
const problems = (typed: Typed, lang = "en"): Readonly<Partial<Record<string, string>>> => {
  const found = read(typed, lang);
  return "problems" in found ? found.problems : {};
};

test("P37 what fits is what a record says, and a figure is nobody's own before the desk says so", () => {
  const sent = read({ ...figure, name: "Ada", contact: "by the shop" });
  assert.ok("body" in sent);
  assert.deepEqual(sent.body, {
    id: "sent",
    value: 1_250_000,
    unit: "people",
    text: "people in villages",
    measure: "cumulative",
    asOf: "2026-06",
    saidOn: "2026-07-01",
    saidBy: "An office",
    by: "other",
    source: { title: "A report", url: "https://example.com/report" },
    note: "Sent in by Ada.",
  });
  assert.equal(sent.contact, "by the shop");
  assert.deepEqual(problems(evidence), {});
  assert.deepEqual(problems(dispute), {});
  assert.deepEqual(problems({ ...figure, about: "correction", claim: "c1" }), {});
});

test("P37 each field that does not fit says what was expected, and it alone", () => {
  for (const [typed, field, says] of [
    [
      { ...figure, value: "-5" },
      "value",
      /^We expected a number from 0 to 9,007,199,254,740,991, in digits but found -5\.$/,
    ],
    [{ ...figure, value: "1e30" }, "value", /from 0 to 9,007/],
    [{ ...figure, value: `1${"0".repeat(30)}` }, "value", /from 0 to 9,007/],
    [{ ...figure, value: "20000000000" }, "value", /at most 10,000,000,000 people/],
    [{ ...figure, value: "many" }, "value", /^We expected a number.* but found many\.$/],
    [{ ...figure, value: "0x10" }, "value", /a number/],
    [{ ...figure, value: "" }, "value", /^Expected a number[^f]*from[^f]*\.$/],
    [{ ...figure, asOf: "1899" }, "asOf", /in 1900 or later but found 1899/],
    [
      { ...figure, asOf: "2026-08" },
      "asOf",
      /no later than the day the figure was stated \(2026-07-01\)/,
    ],
    [
      { ...figure, asOf: "last May" },
      "asOf",
      /^We expected a day, a month or a year.*but found last May/,
    ],
    [{ ...figure, saidOn: "2026-11-25" }, "saidOn", /not in the future but found 2026-11-25/],
    [{ ...figure, measure: "" }, "measure", /^Expected one of the choices\.$/],
    [{ ...figure, title: "" }, "title", /one line of text/],
    [{ ...figure, url: "javascript:alert(1)" }, "url", /beginning with https/],
    [{ ...figure, unit: "x".repeat(201) }, "unit", /at most 200 characters/],
    [{ ...figure, name: "A\u0007da" }, "name", /one line of text/],
    [{ ...figure, agree: "" }, "agree", /tick the box/],
    [{ ...figure, contact: "two\nlines" }, "contact", /one line/],
    [{ ...figure, about: "correction", claim: "c9" }, "claim", /Choose the figure/],
    [
      { ...figure, about: "correction", claim: "c1", asOf: "2024-01", saidOn: "2024-05" },
      "saidOn",
      /no earlier than that of the corrected figure \(2024-06\)/,
    ],
    [{ ...evidence, claim: "" }, "claim", /Choose the figure/],
    [{ ...evidence, date: "2027" }, "date", /not in the future/],
    [{ ...evidence, date: "1850" }, "date", /a date in 1900 or later/],
    [{ ...evidence, sha256: "abc" }, "sha256", /a SHA-256 hash in hexadecimal/],
    [{ ...evidence, kind: "rumour" }, "kind", /one of the choices but found rumour/],
    [{ ...dispute, words: "" }, "words", /some text/],
    [{ ...dispute, words: "x".repeat(2001) }, "words", /at most 2,000/],
    [{ ...dispute, name: "" }, "name", /one line of text/],
    [{ ...dispute, claim: "c9" }, "claim", /Choose the figure/],
    [{ ...figure, about: "answer" }, "about", /Choose what/],
    [{ ...figure, about: "gossip" }, "about", /Choose what/],
  ] as const) {
    const found = problems(typed);
    assert.match(found[field] ?? "", says, JSON.stringify(found));
    assert.deepEqual(Object.keys(found), [field]);
  }
});

test("P37 a hash in capitals is the same hash", () => {
  const sent = read({ ...evidence, sha256: "AB".repeat(32) });
  assert.ok("body" in sent && "sha256" in sent.body);
  assert.equal(sent.body.sha256, "ab".repeat(32));
});

test("P36 an address names what is sent and what it is about; the form knows the rest", () => {
  assert.equal(sendPath("a", "evidence", "c1"), "/pledges/a/send?about=evidence&claim=c1");
  assert.equal(sendPath("a", "answer", "d1"), "/pledges/a/send?about=answer&dispute=d1");
  const correction = prefilled(pledge, { about: "correction", claim: "c1" });
  assert.deepEqual(
    [correction["claim"], correction["unit"], correction["measure"], correction["asOf"]],
    ["c1", "people", "cumulative", "2024-06"],
  );
  const empty = prefilled(pledge, { about: "figure", claim: "nothing" });
  assert.deepEqual([empty["claim"], empty["unit"], empty["asOf"]], ["", "people", ""]);
  assert.deepEqual(waysFor(pledgeOf()), ["figure", "dispute"]);
});

test("P37 a number is read in the form of the language, and what does not fit is said in it", () => {
  for (const [typed, lang, value] of [
    ["1,250,000", "en", 1_250_000],
    ["12,34,567", "hi", 1_234_567],
    ["१२,३४,५६७", "hi", 1_234_567],
    ["12.500", "es", 12_500],
    ["12.500", "en", 12.5],
    ["12,5", "fr", 12.5],
    ["1\u202f250\u202f000,5", "fr", 1_250_000.5],
    ["1 250 000", "pt", 1_250_000],
    ["1,250,000", "fr", 1_250_000],
    ["1.250.000,5", "en", 1_250_000.5],
    ["١٬٢٥٠٬٠٠٠", "ar", 1_250_000],
    ["١٢٥٠", "ar", 1250],
  ] as const)
    assert.equal(numberIn(typed, lang), value, `${typed} in ${lang}`);
  for (const typed of ["1.250.5", "1,25", "0x10", "many", "1,2,3"])
    assert.equal(numberIn(typed, "en"), typed);
  const { value, saidOn } = problems({ ...figure, value: "-5", saidOn: "2027" }, "fr");
  assert.equal(
    value,
    "Attendu : un nombre de 0 à 9\u202f007\u202f199\u202f254\u202f740\u202f991, en chiffres ; reçu : -5.",
  );
  assert.equal(saidOn, "Attendu : une date déjà passée ; reçu : 2027.");
  assert.match(problems({ ...figure, title: "" }, "ar")["title"] ?? "", /^المتوقع: سطر/);
});
