/** What stands on paper comes back as the key it was. */
import assert from "node:assert/strict";
import test from "node:test";
import { newRecovery, readRecovery } from "./recovery.ts";

test("a recovery key is nine groups, read in any case and however it is spaced", () => {
  for (let i = 0; i < 50; i++) {
    const { text, key } = newRecovery();
    assert.match(text, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [
      text,
      ` ${text.toLowerCase()}\n`,
      text.replaceAll("-", ""),
      text.replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"),
    ];
    for (const one of typed) assert.equal(readRecovery(one)?.name, key.name, one);
  }
});

test("a sign that is wrong, missing or too many is noticed", () => {
  const { text } = newRecovery();
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "-") continue;
    const other = text[i] === "7" ? "8" : "7";
    assert.equal(readRecovery(text.slice(0, i) + other + text.slice(i + 1)), undefined);
    assert.equal(readRecovery(text.slice(0, i) + text.slice(i + 1)), undefined);
  }
  for (const bad of ["", "0", `${text}0`, `${text}-0000`, text.replace(/.$/, "U"), "0".repeat(1e6)])
    assert.equal(readRecovery(bad), undefined);
});
