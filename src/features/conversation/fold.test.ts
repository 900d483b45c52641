import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { MAX_WORDS } from "./bounds.ts";
import { foldComment, foldCounts, foldGap } from "./fold.ts";

const ID = "0123456789abcdef0123456789abcdef";
const PARENT = "f".repeat(32);
const STORY = "a".repeat(64);

const record = (kind: string, body: JsonObject | null = {}): LogRecord => ({
  id: "i",
  kind,
  subject: "s",
  at: "",
  author: "a",
  body,
});
const said = (more: JsonObject = {}) =>
  record("comment.said/1", {
    id: ID,
    about: STORY,
    text: "The mast fell.",
    said: "2026-11-26",
    ...more,
  });
const edited = (text: unknown, day = "2026-11-27") =>
  record("comment.edited/1", { text, edited: day } as JsonObject);
const withdrawn = (by: string, more: JsonObject = {}) =>
  record("comment.withdrawn/1", { by, id: ID, about: STORY, ...more });
const counted = (helped: number) =>
  record("reactions.counted/1", { about: ID, likes: 1, boosts: 0, helped });

test("CO1 a comment keeps what it is about and what it answers, whatever else is said of it", () => {
  const state = foldComment([said({ answers: PARENT, name: "Amina" }), edited("It stands again.")]);
  assert.deepEqual(state, {
    id: ID,
    about: STORY,
    answers: PARENT,
    name: "Amina",
    text: "It stands again.",
    said: "2026-11-26",
    edited: "2026-11-27",
  });
});

test("CO1 a body that does not fit is no comment", () => {
  for (const wrong of [
    { text: "" },
    { text: "a".repeat(MAX_WORDS + 1) },
    { text: "a\u0007" },
    { id: "1" },
    { about: "everything" },
    { said: "yesterday" },
    { colour: "red" },
  ])
    assert.equal(foldComment([said(wrong)]), undefined, JSON.stringify(wrong).slice(0, 60));
  assert.equal(foldComment([record("comment.said/1", null)]), undefined, "erased");
});

test("CO2 the last words that fit stand, with the day on which they were changed", () => {
  const texts = fc.array(
    fc.oneof(fc.constantFrom("", "\u0000", 7), fc.stringMatching(/^[a-z ]+$/)),
  );
  fc.assert(
    fc.property(texts, (all) => {
      const fits = all.filter((one) => typeof one === "string" && /^[a-z ]/.test(one));
      const state = foldComment([said(), ...all.map((text) => edited(text))]);
      assert.equal(state?.text, fits.at(-1) ?? "The mast fell.");
      assert.equal(state?.edited, fits.length > 0 ? "2026-11-27" : undefined);
    }),
  );
  assert.equal(foldComment([edited("Nothing was said before.")]), undefined);
});

test("CO3 taken back it is nothing, and its place says who took it back", () => {
  const records = [said({ answers: PARENT }), withdrawn("author", { answers: PARENT })];
  assert.equal(foldGap(records.slice(0, 1)), undefined);
  for (const order of [records, [...records, edited("Once more")]])
    assert.equal(foldComment(order), undefined);
  assert.deepEqual(foldGap(records), { by: "author", id: ID, about: STORY, answers: PARENT });
  assert.equal(foldGap([said(), withdrawn("nobody")]), undefined);
});

test("CO12 the last count of those whom it helped stands, however many there were", () => {
  assert.equal(foldCounts([counted(1), counted(5)])?.helped, 5);
  assert.equal(foldCounts([counted(3), counted(-1)])?.helped, 3);
  assert.equal(foldCounts([]), undefined);
});
