import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { MAX_ENTRY_SIZE, entryBundle, parseEntryBundle } from "./bundle.ts";

const anyEntries = fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 256 });

test("law: a bundle gives back its entries", () => {
  fc.assert(
    fc.property(anyEntries, (entries) =>
      assert.deepEqual(parseEntryBundle(entryBundle(entries)), entries),
    ),
  );
  const longest = [new Uint8Array(MAX_ENTRY_SIZE).fill(1), new Uint8Array(0)];
  assert.deepEqual(parseEntryBundle(entryBundle(longest)), longest);
});

test("TL8 lengths are big-endian uint16", () => {
  assert.deepEqual([...entryBundle([new Uint8Array(258)])].slice(0, 3), [1, 2, 0]);
  assert.deepEqual(parseEntryBundle(Uint8Array.of(0, 1, 9, 0, 0)), [
    Uint8Array.of(9),
    new Uint8Array(0),
  ]);
});

test("law: a bundle cut anywhere but between entries is refused", () => {
  fc.assert(
    fc.property(anyEntries, fc.nat(), (entries, seed) => {
      const bytes = entryBundle(entries);
      const cut = seed % bytes.length;
      const ends = entries.map((_, i) =>
        entries.slice(0, i + 1).reduce((sum, entry) => sum + 2 + entry.length, 0),
      );
      if (ends.includes(cut)) return;
      assert.throws(() => parseEntryBundle(bytes.subarray(0, cut)), { code: "bad-bundle" });
    }),
  );
});

test("TL2 empty bundles, over-full ones and over-long entries are refused", () => {
  assert.throws(() => parseEntryBundle(new Uint8Array(0)), { code: "bad-bundle" });
  assert.throws(() => parseEntryBundle(Uint8Array.of(0)), {
    code: "bad-bundle",
    message: "Expected 2 bytes at 0 of the bundle, got 1.",
  });
  assert.equal(parseEntryBundle(new Uint8Array(256 * 2)).length, 256);
  assert.throws(() => parseEntryBundle(new Uint8Array(257 * 2)), { code: "bad-bundle" });
  assert.throws(() => entryBundle([]), RangeError);
  assert.throws(
    () => entryBundle(Array.from({ length: 257 }, () => new Uint8Array(0))),
    RangeError,
  );
  assert.throws(() => entryBundle([new Uint8Array(MAX_ENTRY_SIZE + 1)]), RangeError);
});
