import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseTilePath, readHashes, rightEdge, tilePath, tileWidth } from "./tiles.ts";

test("TL8 the specification's own paths and widths", () => {
  assert.equal(tilePath(0, 1234067), "tile/0/x001/x234/067");
  assert.equal(tilePath("entries", 0, 5), "tile/entries/000.p/5");
  assert.equal(tilePath(63, 1000, 255), "tile/63/x001/000.p/255");
  assert.equal(tilePath(1, Number.MAX_SAFE_INTEGER), "tile/1/x009/x007/x199/x254/x740/991");
  // A log of 70,000 entries: 273 full tiles and one of 112, one full and one of 17, one of 1.
  assert.deepEqual(rightEdge(70_000), [
    { level: 0, n: 273, width: 112 },
    { level: 1, n: 1, width: 17 },
    { level: 2, n: 0, width: 1 },
  ]);
  assert.deepEqual(rightEdge(256), [
    { level: 0, n: 1, width: 0 },
    { level: 1, n: 0, width: 1 },
  ]);
});

test("law: every tile's path reads back as the same tile, up to the largest index", () => {
  const level = fc.oneof(fc.constant("entries" as const), fc.integer({ min: 0, max: 63 }));
  const n = fc.oneof(fc.maxSafeNat(), fc.nat(3000), fc.constant(Number.MAX_SAFE_INTEGER));
  fc.assert(
    fc.property(level, n, fc.integer({ min: 1, max: 256 }), (l, i, width) => {
      assert.deepEqual(parseTilePath(tilePath(l, i, width)), { level: l, n: i, width });
    }),
    { numRuns: 2000 },
  );
});

test("law: a path that reads at all is the one we write", () => {
  const part = fc.constantFrom(
    "tile/",
    "0",
    "1",
    "63",
    "64",
    "/",
    "x",
    "x000/",
    "000",
    "001",
    "255",
    ".p/",
    "\n",
  );
  const near = fc.tuple(
    fc.constantFrom("tile/0/", "tile/07/", "tile/64/", "tile/entries/", "/tile/0/", "tile/-1/"),
    fc.array(fc.constantFrom("x000/", "x001/", "x999/", "001/", "x01/"), { maxLength: 7 }),
    fc.constantFrom("000", "067", "67", "x067", "0067"),
    fc.constantFrom("", ".p/1", ".p/255", ".p/256", ".p/0", ".p/01", ".p/", ".P/1", "\n"),
  );
  const any = fc.oneof(
    fc.array(part).map((parts) => parts.join("")),
    near.map(([head, groups, last, tail]) => head + groups.join("") + last + tail),
  );
  fc.assert(
    fc.property(any, (path) => {
      const tile = parseTilePath(path);
      if (tile !== undefined) assert.equal(tilePath(tile.level, tile.n, tile.width), path);
    }),
    { numRuns: 5000 },
  );
});

test("TL1 a path has one spelling: every other is refused", () => {
  for (const path of [
    "",
    "/tile/0/000",
    "junk/tile/0/000",
    "tile/0/000/",
    "tile/0/000\n",
    "tile/00/000",
    "tile/01/000",
    "tile/64/000",
    "tile/100/000",
    "tile/-1/000",
    "tile/0/0",
    "tile/0/0000",
    "tile/0/x000/001",
    "tile/0/001/234",
    "tile/0/x001",
    "tile/0/x001/x234",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/0/000.p/",
    "tile/0/000.p/1/2",
    "tile/8/0/000",
    "tile/Entries/000",
    "tile/0/x009/x007/x199/x254/x740/992", // 2^53
    "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    "tile/0/٠٠٠",
    "tile/0/../000",
  ]) {
    assert.equal(parseTilePath(path), undefined, JSON.stringify(path));
  }
});

test("TL9 a tile that cannot be is a caller's mistake", () => {
  for (const [level, n, width] of [
    [64, 0, 256],
    [-1, 0, 256],
    [0.5, 0, 256],
    [0, -1, 256],
    [0, 2 ** 53, 256],
    [0, 0, 0],
    [0, 0, 257],
    [0, Number.NaN, 1],
  ] as const) {
    assert.throws(() => tilePath(level, n, width), RangeError);
  }
  assert.throws(() => rightEdge(-1), RangeError);
  assert.throws(() => rightEdge(2 ** 53), RangeError);
});

test("law: the tiles of a level hold exactly its hashes", () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.integer({ min: 0, max: 2 }), (size, level) => {
      let held = 0;
      for (let n = 0; tileWidth(level, n, size) > 0; n++) held += tileWidth(level, n, size);
      assert.equal(held, Math.floor(size / 256 ** level));
    }),
  );
});

test("TL3 a wider tile serves for a narrower one; a shorter or torn one is refused", () => {
  const wide = new Uint8Array(3 * 32).fill(7);
  assert.equal(readHashes(() => wide, 0, 0, 2).length, 64);
  for (const length of [0, 63, 65, 97, 257 * 32]) {
    assert.throws(() => readHashes(() => new Uint8Array(length), 0, 0, 2), {
      name: "TlogError",
      code: "bad-tile",
      message: `Expected 64 bytes for tile/0/000.p/2, got ${length}.`,
    });
  }
});
