/** RFC 8785: its own examples, its table of numbers, and the laws that hashes rest on. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { canonical, canonicalBytes } from "./jcs.ts";

/** RFC 8785, appendix B: the bits of an IEEE 754 double, and how it is written. */
const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

test("RFC 8785 appendix B: numbers", () => {
  for (const [bits, text] of NUMBERS) {
    const value = Buffer.from(bits, "hex").readDoubleBE();
    assert.equal(canonical(value), text, bits);
  }
});

test("RFC 8785 §3.2.2: the example of literals, numbers and text", () => {
  const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  assert.equal(
    canonical(JSON.parse(input)),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("RFC 8785 §3.2.3: keys stand in the order of their UTF-16 code units, not of code points", () => {
  const input = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\u{1f600}": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const keys = [...canonical(input).matchAll(/:"([^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(keys, [
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face", // U+1F600 is D83D DE00, which sorts before FB33
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("what JSON cannot hold exactly is refused", () => {
  const refused: unknown[] = [
    Number.NaN,
    Infinity,
    -Infinity,
    "\ud800",
    { "\udc00": 1 },
    [undefined],
    10n,
    () => 1,
    Symbol("s"),
  ];
  for (const value of refused) assert.throws(() => canonical(value), RangeError, typeof value);
});

test("nesting ends at 64: deeper is an attack on the parser", () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  assert.equal(canonical(nested(64)), `${"[".repeat(64)}1${"]".repeat(64)}`);
  assert.throws(() => canonical(nested(65)), RangeError);
});

test("a member that is undefined is left out, as JSON leaves it out", () => {
  assert.equal(canonical({ b: undefined, a: 1 }), '{"a":1}');
});

const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 5 });

test("law: canonical(parse(canonical(x))) = canonical(x)", () => {
  fc.assert(
    fc.property(json, (value) => {
      const once = canonical(value);
      assert.equal(canonical(JSON.parse(once)), once);
    }),
  );
});

test("law: the order in which members were written does not matter", () => {
  const members = fc.uniqueArray(fc.tuple(fc.string({ unit: "binary" }), json), {
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(members, (entries) => {
      const turned = Object.fromEntries(entries.toReversed());
      assert.equal(canonical(Object.fromEntries(entries)), canonical(turned));
    }),
  );
});

test("law: every finite number comes back as itself", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      assert.equal(Number(canonical(x)), x === 0 ? 0 : x); // -0 is written 0
    }),
  );
});

test("law: the bytes are the text in UTF-8", () => {
  fc.assert(
    fc.property(json, (value) => {
      assert.equal(new TextDecoder().decode(canonicalBytes(value)), canonical(value));
    }),
  );
});
