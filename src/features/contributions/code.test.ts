/** Codes that are said aloud and typed by somebody else (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { codeOf, readCode } from "../../platform/sent/code.ts";

test("T5 a code has ten signs that are not taken for each other, and is read however it is written down", () => {
  for (let n = -1; n < 200; n++) {
    const code = codeOf("a secret", n);
    assert.match(code, /^[2-9ACDEFGHJKMNPQRTUVWXYZ]{3} [2-9A-Z]{4} [2-9A-Z]{3}$/);
    assert.doesNotMatch(code, /[01OILBS]/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll(" ", ""),
      ` ${code.replaceAll(" ", "-")} `,
    ])
      assert.equal(readCode(typed), code);
  }
  assert.equal(codeOf("a secret", 1), codeOf("a secret", 1));
  assert.notEqual(codeOf("a secret", 1), codeOf("a secret", 2));
  assert.notEqual(codeOf("a secret", 1), codeOf("another", 1));
  for (const typed of ["", "ABC", "ABC DEFG HJ0", "ABC DEFG HJKM"])
    assert.equal(readCode(typed), undefined);
});
