/** Where a name stands and where it only seems to (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { openMatching } from "./matching.ts";

const without = (name: string, value: unknown) =>
  openMatching({ texts: [name], exact: [] }).without(value, "…");

test("HD1 a name of one word is found as it is written and nowhere else, one of several in any case, and none inside somebody's mail address or handle", () => {
  assert.equal(without("Owner", "owner"), "owner");
  assert.equal(without("Owner", "once its owner has agreed"), "once its owner has agreed");
  assert.equal(without("Rose", "Rose dug too; a rose grew."), "… dug too; a rose grew.");
  assert.equal(without("王小明", "我是王小明。"), "我是王小明。", "edges of words");
  assert.equal(without("Maria Silva", "MARIA \n silva, said"), "…, said");
  for (const address of ["Amina@example.net", "j.Amina@third.example", "@Amina@host.example"])
    assert.equal(without("Amina", address), address);
  assert.equal(without("Amina", "Amina (amina@example.net)"), "… (amina@example.net)");
  assert.equal(without("amina@example.net", "to Amina@example.net."), "to ….");
  const matching = openMatching({ texts: ["Amina Otieno", "amina@example.net"], exact: ["1f"] });
  assert.deepEqual(
    matching.hits({ name: "Amina Otieno", words: "by amina@example.net", id: "1f" }),
    [
      { at: "name", isWhole: true, isExact: false, isContact: false },
      { at: "words", isWhole: false, isExact: false, isContact: true },
      { at: "id", isWhole: true, isExact: true, isContact: false },
    ],
  );
});
