import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldOpportunity } from "./projection.ts";
import { OPPORTUNITY_NAMED, OPPORTUNITY_WITHDRAWN } from "./records.ts";

const body = (words: string, more: object = {}) => ({
  kind: "roof",
  words,
  near: "A village",
  date: "2026-11-24",
  ...more,
});
const fold = (...said: (readonly [string, unknown])[]) =>
  foldOpportunity(recordsOf(subjectOf("opportunities", "a"), ...said))?.words;

test("O8 the first description that fits is the opportunity, and a withdrawal ends it", () => {
  assert.equal(fold([OPPORTUNITY_NAMED, body("A")]), "A");
  assert.equal(fold([OPPORTUNITY_NAMED, {}], [OPPORTUNITY_NAMED, body("B")]), "B");
  assert.equal(fold([OPPORTUNITY_NAMED, body("A")], [OPPORTUNITY_WITHDRAWN, {}]), undefined);
});

test("O8 what does not fit the form is none: a contact, a fine position, two places", () => {
  for (const odd of [
    { contact: "me@example.org" },
    { position: { lat: -31.98, lon: 29.1 } },
    { place: subjectOf("places", "mankosi") },
    { kind: "partner" },
  ])
    assert.equal(fold([OPPORTUNITY_NAMED, body("A", odd)]), undefined, JSON.stringify(odd));
  assert.equal(fold([OPPORTUNITY_NAMED, body("A", { position: { lat: -32, lon: 29.1 } })]), "A");
});
