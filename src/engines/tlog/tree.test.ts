import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { MemoryLog, leavesOf, logOf, naiveRoot } from "./memory-log.fixture.ts";
import { leafHash } from "./merkle.ts";
import { rootFromTiles } from "./proofs.ts";
import { tileWidth } from "./tiles.ts";
import { GrowingTree } from "./tree.ts";

const noTile = () => assert.fail("a new tree reads no tile");
const ALL = leavesOf(66_500);

test("TL8 the roots of the Certificate Transparency test leaves", () => {
  const entries = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];
  const roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];
  const tree = GrowingTree.open(0, noTile);
  for (const [i, entry] of entries.entries()) {
    tree.append([leafHash(Buffer.from(entry, "hex"))]);
    assert.equal(Buffer.from(tree.root()).toString("hex"), roots[i]);
  }
});

test("law: the root of every size is the RFC's", () => {
  const tree = GrowingTree.open(0, noTile);
  for (let size = 0; size <= 600; size++) {
    assert.equal(tree.size, size);
    assert.deepEqual(tree.root(), naiveRoot(ALL.slice(0, size)), `size ${size}`);
    tree.append([ALL[size]!]);
  }
  for (const size of [4095, 4096, 5000, 65_537]) {
    const big = GrowingTree.open(0, noTile);
    big.append(ALL.slice(0, size));
    assert.deepEqual(big.root(), naiveRoot(ALL.slice(0, size)), `size ${size}`);
  }
});

test("law: however appends are cut, the tree and its last tiles are the same", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }), (batches) => {
      const log = new MemoryLog();
      const tree = GrowingTree.open(0, noTile);
      let size = 0;
      for (const batch of batches) {
        log.keep(tree.append(ALL.slice(size, size + batch)));
        size += batch;
        assert.deepEqual(rootFromTiles(size, log.read), tree.root());
      }
      const { log: once, tree: whole } = logOf(size);
      assert.deepEqual(tree.root(), whole.root());
      for (const [path, bytes] of once.tiles) assert.deepEqual(log.tiles.get(path), bytes, path);
    }),
    { numRuns: 25 },
  );
});

test("law: a tree reopened at any size goes on as if it had never closed", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(1500), fc.constantFrom(0, 255, 256, 257, 512, 65_535)),
      fc.nat(900),
      (size, more) => {
        const { log, tree } = logOf(size);
        const reopened = GrowingTree.open(size, log.read);
        assert.deepEqual(reopened.root(), tree.root());
        const next = ALL.slice(size, size + more);
        assert.deepEqual(reopened.append(next), tree.append(next));
        assert.deepEqual(reopened.root(), tree.root());
        assert.equal(reopened.size, tree.size);
      },
    ),
    { numRuns: 25 },
  );
});

test("law: an append writes each changed tile once, in its newest width, and no other", () => {
  fc.assert(
    fc.property(fc.nat(800), fc.nat(800), (size, more) => {
      const { tree } = logOf(size);
      const writes = tree.append(ALL.slice(size, size + more));
      const expected = new Map<string, number>();
      for (let level = 0; level <= 1; level++) {
        for (let n = 0; tileWidth(level, n, size + more) > 0; n++) {
          const width = tileWidth(level, n, size + more);
          if (width !== tileWidth(level, n, size)) expected.set(`${level}/${n}`, width);
        }
      }
      assert.equal(writes.length, expected.size);
      for (const { level, n, hashes } of writes)
        assert.equal(hashes.length / 32, expected.get(`${level}/${n}`));
    }),
    { numRuns: 60 },
  );
});

test("TL8 hash i of tile n at level L is the root of its 256^L entries", () => {
  const { log } = logOf(66_000);
  const level1 = log.read(1, 1, 1);
  assert.deepEqual(level1, naiveRoot(ALL.slice(65_536, 65_536 + 256)));
  assert.deepEqual(log.read(2, 0, 1), naiveRoot(ALL.slice(0, 65_536)));
});

test("TL3 a tree opens from wider tiles than its size needs, such as those of an append that was not finished", () => {
  const { log, tree } = logOf(300);
  log.keep(tree.append(ALL.slice(300, 310)));
  const reopened = GrowingTree.open(300, (level, n) =>
    log.read(level, n, tileWidth(level, n, 310)),
  );
  assert.deepEqual(reopened.root(), naiveRoot(ALL.slice(0, 300)));
  reopened.append(ALL.slice(400, 403));
  assert.deepEqual(reopened.root(), naiveRoot([...ALL.slice(0, 300), ...ALL.slice(400, 403)]));
});

test("TL4 an append with one bad hash changes nothing", () => {
  const { tree } = logOf(10);
  const before = tree.root();
  assert.throws(() => tree.append([ALL[10]!, new Uint8Array(31)]), RangeError);
  assert.equal(tree.size, 10);
  assert.deepEqual(tree.root(), before);
  assert.deepEqual(tree.append([]), []);
});

test("TL4 a full tile, once returned, is not touched by what comes after", () => {
  const tree = GrowingTree.open(0, noTile);
  const [full] = tree.append(ALL.slice(0, 300));
  tree.append(ALL.slice(300, 500));
  assert.deepEqual(full, {
    level: 0,
    n: 0,
    hashes: new Uint8Array(Buffer.concat(ALL.slice(0, 256))),
  });
});

test("TL4 what an append returns belongs to the receiver", () => {
  const { tree } = logOf(10);
  for (const { hashes } of tree.append([ALL[10]!])) hashes.fill(0);
  assert.deepEqual(tree.root(), naiveRoot(ALL.slice(0, 11)));
});

test("TL9 a size that cannot be is a caller's mistake, a missing tile is not", () => {
  for (const size of [-1, 0.5, Number.NaN, 2 ** 53])
    assert.throws(() => GrowingTree.open(size, noTile), RangeError);
  assert.throws(() => GrowingTree.open(5, () => new Uint8Array(4 * 32)), { code: "bad-tile" });
  const full = GrowingTree.open(
    Number.MAX_SAFE_INTEGER,
    (_level, _n, width) => new Uint8Array(width * 32),
  );
  assert.throws(() => full.append([ALL[0]!]), RangeError);
});
