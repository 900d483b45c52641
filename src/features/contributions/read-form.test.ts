/** What the form of a story asks (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { readContribution } from "./read-form.ts";
import { wordsIn } from "./words.ts";

const TYPED = { text: "A long night.", naming: "none", "p1-until": "2028-11-26" };
const read = (more: Readonly<Record<string, string>>) =>
  readContribution({ ...TYPED, ...more }, [], "2026-11-26", wordsIn("en"));

test("T1 T11 of a person of whom anything was said all is asked; of one of whom nothing was, nothing is", () => {
  const nobody = read({});
  assert.ok("about" in nobody && nobody.about.people.length === 0);
  for (const said of ["p1-web", "p1-story", "p1-child"] as const) {
    const one = read({ [said]: "yes" });
    assert.ok("problems" in one && one.problems["p1-name"] !== undefined, said);
  }
  const spoken = read({ "p1-languages": "sw" });
  assert.ok("problems" in spoken && spoken.problems["p1-purposes"] !== undefined);
});

test("T7 T17 every field is bounded, also one that nothing else looks at: a step is kept, and shown to whoever asks", () => {
  const long = "x".repeat(201);
  for (const name of ["p1-until", "p2-story", "p3-in-photo1", "helperHow"]) {
    const one = read({ [name]: long });
    assert.ok("problems" in one && one.problems[name] !== undefined, name);
  }
  assert.ok("about" in read({ text: `A long night. ${"So long. ".repeat(6000)}` }));
});
