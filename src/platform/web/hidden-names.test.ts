/** Names that are taken out of what is sent (rule PE13 of features/people). */
import assert from "node:assert/strict";
import test from "node:test";
import { withoutNames } from "./hidden-names.ts";

test("PE13 a name of several words is taken out of every text there is, as HTML has it too; one of one word stays", () => {
  const names = ["Ana O'Neill", "Rose"];
  const said = { a: "By Ana O'Neill.", b: ["<b>Ana O&#39;Neill</b>", 1], c: "Rose, a rose." };
  assert.deepEqual(withoutNames(said, names), {
    a: "By […].",
    b: ["<b>[…]</b>", 1],
    c: "Rose, a rose.",
  });
  const bytes = new Uint8Array([1]);
  assert.equal(withoutNames({ bytes }, names).bytes, bytes);
  assert.equal(withoutNames(said, ["Rose"]), said);
});
