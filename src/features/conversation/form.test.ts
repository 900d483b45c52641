import assert from "node:assert/strict";
import test from "node:test";
import { MAX_NAME, MAX_WORDS } from "./bounds.ts";
import { readComment, textProblem } from "./form.ts";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");

test("CO20 what is far too long is refused by its length, whatever would be left of it", () => {
  const blank = " ".repeat(1_000_000);
  assert.equal(textProblem(" ".repeat(MAX_WORDS), words), words.form.textExpected);
  assert.equal(textProblem(blank, words), words.form.tooLong(1_000_000, MAX_WORDS));
  const typed = { id: "a".repeat(32), text: "Here.", name: `Amina${" ".repeat(4 * MAX_NAME)}` };
  const read = readComment(typed, words);
  assert.ok("problems" in read);
  assert.equal(read.problems.name, words.form.nameExpected);
});
