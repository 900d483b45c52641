/** What is typed into the form of a pledge: what it becomes, and what is said about a field that does not fit. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Typed } from "../../platform/sent/sort.ts";
import { claim, pledgeOf } from "./bodies.test.kit.ts";
import { prefilled } from "./prefilled.ts";
import { sendPath } from "./send-path.ts";
import { FIELDS, readSent, waysFor } from "./sent.ts";

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

const read = (typed: Typed) => readSent({ ...EMPTY, ...typed }, pledge, TODAY);
const problems = (typed: Typed): Readonly<Partial<Record<string, string>>> => {
  const found = read(typed);
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
    [{ ...figure, value: "-5" }, "value", /^Expected a number not below 0, found -5\.$/],
    [{ ...figure, value: "1e30" }, "value", /below 2\^53/],
    [{ ...figure, value: `1${"0".repeat(30)}` }, "value", /below 2\^53/],
    [{ ...figure, value: "20000000000" }, "value", /at most 10000000000 people/],
    [{ ...figure, value: "many" }, "value", /^Expected a number, found many\.$/],
    [{ ...figure, value: "0x10" }, "value", /a number/],
    [{ ...figure, value: "" }, "value", /^Expected a number\.$/],
    [{ ...figure, asOf: "1899" }, "asOf", /from 1900 on, found 1899/],
    [{ ...figure, asOf: "2026-08" }, "asOf", /not after it was said \(2026-07-01\)/],
    [{ ...figure, asOf: "last May" }, "asOf", /^Expected a day, a month or a year.*found last May/],
    [{ ...figure, saidOn: "2026-11-25" }, "saidOn", /has come, found 2026-11-25/],
    [{ ...figure, measure: "" }, "measure", /^Expected one of cumulative/],
    [{ ...figure, title: "" }, "title", /a line of text/],
    [{ ...figure, url: "javascript:alert(1)" }, "url", /begins with https/],
    [{ ...figure, unit: "x".repeat(201) }, "unit", /at most 200 characters/],
    [{ ...figure, agree: "" }, "agree", /Tick it/],
    [{ ...figure, contact: "two\nlines" }, "contact", /one line/],
    [{ ...figure, about: "correction", claim: "c9" }, "claim", /Choose the figure/],
    [
      { ...figure, about: "correction", claim: "c1", asOf: "2024-01", saidOn: "2024-05" },
      "saidOn",
      /not before the figure that it corrects was said \(2024-06\)/,
    ],
    [{ ...evidence, claim: "" }, "claim", /Choose the figure/],
    [{ ...evidence, date: "2027" }, "date", /has come/],
    [{ ...evidence, date: "1850" }, "date", /from 1900 on/],
    [{ ...evidence, sha256: "abc" }, "sha256", /SHA-256 in hexadecimal/],
    [{ ...evidence, kind: "rumour" }, "kind", /one of document/],
    [{ ...dispute, words: "" }, "words", /a text/],
    [{ ...dispute, words: "x".repeat(2001) }, "words", /at most 2000/],
    [{ ...dispute, name: "" }, "name", /a line of text/],
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
