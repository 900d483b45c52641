import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, property, uint8Array } from "fast-check";
import { fromBase45, toBase45 } from "./base45.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("BA3 Base45 is that of RFC 9285: its examples, there and back", () => {
  for (const [text, code] of [
    ["AB", "BB8"],
    ["Hello!!", "%69 VD92EX0"],
    ["base-45", "UJCLQE7W581"],
    ["ietf!", "QED8WEX0"],
  ] as const) {
    assert.equal(toBase45(bytes(text)), code);
    assert.deepEqual(fromBase45(code), bytes(text));
  }
});

test("BA3 what is no Base45 is nothing: too much in a group, a letter outside, a length that cannot be", () => {
  assert.deepEqual(fromBase45("FGW"), Uint8Array.of(0xff, 0xff), "the most that three hold");
  for (const wrong of ["GGW", ":::", "::", "bb8", "BB8B", "é00", "B\n8"])
    assert.equal(fromBase45(wrong), undefined, wrong);
});

test("BA3 any bytes come back", () => {
  holds(property(uint8Array(), (some) => assert.deepEqual(fromBase45(toBase45(some)), some)));
});
