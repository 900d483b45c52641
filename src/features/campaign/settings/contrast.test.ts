import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { contrast, PAPER, ratioText } from "./contrast.ts";

test("C17 the contrast is WCAG's: black on white 21, the house's own colours as the look says", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48"); // the well-known grey that just fails
  assert.equal(contrast("#c2350a", PAPER.day).toFixed(1), "5.0");
  assert.equal(contrast("#ff8a5c", PAPER.night).toFixed(1), "7.9");
  assert.equal(ratioText(4.4999), "4.49"); // never more than it is
});

test("C17 the paper is that of the style sheet", () => {
  const css = readFileSync(
    new URL("../../../platform/web/look/tokens.css", import.meta.url),
    "utf8",
  );
  const papers = [...css.matchAll(/--paper: (#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  assert.deepEqual(papers, [PAPER.day, PAPER.night]);
});
