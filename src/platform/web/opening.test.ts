import assert from "node:assert/strict";
import test from "node:test";
import { openingOf } from "./opening.ts";

test("WB14 a card opens with the first sentence that has a figure, in digits of any script or in English words, and never with half a sentence", () => {
  const walked =
    "Mahabir Pun walked seven hours to read his e-mail. The network reached 140 villages.";
  assert.equal(openingOf(walked, "en"), "Mahabir Pun walked seven hours to read his e-mail.");
  assert.equal(openingOf("Nobody had a line. In 2025 Ana had one.", "en"), "In 2025 Ana had one.");
  assert.equal(openingOf("没有信号。后来连接了140个村庄。", "zh"), "后来连接了140个村庄。");
  assert.equal(openingOf("لا إشارة هنا. وصلت إلى ٣٠ قرية.", "ar"), "وصلت إلى ٣٠ قرية.");
  assert.equal(openingOf("A village asked. It was heard.", "en"), "A village asked.");
  assert.equal(openingOf("Often the freight came late.", "en"), "Often the freight came late.");
  assert.equal(openingOf(`${"word ".repeat(40)}.`, "en"), undefined);
  assert.equal(openingOf("", "en"), undefined);
});
