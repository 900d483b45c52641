import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { diffLines, diffWords, type Piece } from "./diff.ts";
import { merge } from "./merge.ts";

const words = fc
  .array(fc.constantFrom("a", "b", "mast", "山", "\n", "\n\n", " ", ",", "é"), { maxLength: 40 })
  .map((parts) => parts.join(""));
const side = (pieces: readonly Piece[], without: Piece["is"]) =>
  pieces
    .filter(({ is }) => is !== without)
    .map(({ text }) => text)
    .join("");

test("DF1 law: kept and removed are the first text, kept and added the second", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      for (const pieces of [diffWords(a, b), diffLines(a, b)]) {
        assert.equal(side(pieces, "added"), a);
        assert.equal(side(pieces, "removed"), b);
      }
    }),
    { numRuns: 2000 },
  );
});

test("DF1 one word anew is one word removed and one added", () => {
  assert.deepEqual(diffWords("A mast on the hill.\nIt rains.", "A mast on the roof.\nIt rains."), [
    { is: "kept", text: "A mast on the " },
    { is: "removed", text: "hill" },
    { is: "added", text: "roof" },
    { is: "kept", text: ".\nIt rains." },
  ]);
  assert.deepEqual(diffWords("山上", "山下"), [
    { is: "kept", text: "山" },
    { is: "removed", text: "上" },
    { is: "added", text: "下" },
  ]);
});

test("DF1 two texts without a common line are told apart all the same", () => {
  const many = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word} ${i}\n`).join("");
  const pieces = diffLines(many("a"), many("b"));
  assert.deepEqual(
    pieces.map(({ is }) => is),
    ["removed", "added"],
  );
});

test("DF2 changes in different places are both there", () => {
  const base = "One.\n\nTwo.\n\nThree.";
  assert.deepEqual(merge(base, "One!\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree.\n\nFour."), {
    text: "One!\n\nTwo.\n\nThree.\n\nFour.",
    both: 0,
  });
});

test("DF2 a passage that both changed stands there twice", () => {
  const { text, both } = merge("One.\n\nTwo.", "One.\n\nTwo, she said.", "One.\n\nTwo, he said.");
  assert.equal(both, 1);
  assert.equal(text, "One.\n\nTwo, she said.\nTwo, he said.");
});

test("DF2 law: a change against none is that change; no added word is lost", () => {
  const end = (text: string) => text.replace(/\n$/, "");
  fc.assert(
    fc.property(words, words, words, (base, a, b) => {
      assert.deepEqual(merge(base, a, base), { text: end(a), both: 0 });
      assert.deepEqual(merge(base, base, b), { text: end(b), both: 0 });
      assert.deepEqual(merge(base, a, a), { text: end(a), both: 0 });
    }),
  );
});
