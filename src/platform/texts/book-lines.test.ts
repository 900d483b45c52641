import assert from "node:assert/strict";
import test from "node:test";
import { bookLines } from "./book-lines.ts";

test("the lines of a book are its sentences, over breaks of a line and in any script", () => {
  assert.deepEqual(bookLines("The lamp\nis on. It is  bright!\n\nWho lit it", "en"), [
    "The lamp is on.",
    "It is bright!",
    "Who lit it",
  ]);
  assert.deepEqual(bookLines("灯亮了。谁点的？", "zh"), ["灯亮了。", "谁点的？"]);
  assert.deepEqual(bookLines("Taa inawaka. Ni nani?", "sw"), ["Taa inawaka.", "Ni nani?"]);
  assert.deepEqual(bookLines(" \n\n ", "en"), []);
  assert.deepEqual(bookLines("One. Two.", "no tag"), ["One.", "Two."]);
  assert.deepEqual(bookLines("Come in. …", "en"), ["Come in. …"]);
});
