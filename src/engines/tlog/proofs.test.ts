import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import {
  leavesOf,
  logOf,
  naiveRoot,
  withBitFlipped,
  type MemoryLog,
} from "./memory-log.fixture.ts";
import { emptyRoot, leafHash } from "./merkle.ts";
import {
  consistencyProof,
  inclusionProof,
  rootFromTiles,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
import { tileWidth, type ReadTile } from "./tiles.ts";
import { GrowingTree } from "./tree.ts";

const LEAVES = leavesOf(66_000);
const SMALL = 40;
const small = logOfEverySize(SMALL);
const bigSizes = [255, 256, 257, 511, 600, 4097, 65_536, 66_000];
const big = new Map(bigSizes.map((size) => [size, logOf(size)] as const));
const blank: ReadTile = (_level, _n, width) => new Uint8Array(width * 32);

test("TL8 the published inclusion proof of the Certificate Transparency test leaves", () => {
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
  const run = Buffer.concat(entries.map((entry) => leafHash(Buffer.from(entry, "hex"))));
  const proof = inclusionProof(0, 8, () => run);
  assert.deepEqual(
    proof.map((hash) => Buffer.from(hash).toString("hex")),
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  );
});

test("law: every entry of every small log is proven, at its own place only", () => {
  for (let size = 1; size <= SMALL; size++) {
    const root = naiveRoot(LEAVES.slice(0, size));
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, small.read);
      for (let place = 0; place <= size; place++) {
        const isIt = verifyInclusion(LEAVES[index]!, place, size, proof, root);
        assert.equal(isIt, place === index, `entry ${index} of ${size} at ${place}`);
      }
    }
  }
});

test("law: every small log is proven to grow from every earlier one, and from no other size", () => {
  const roots = Array.from({ length: SMALL + 1 }, (_, size) => naiveRoot(LEAVES.slice(0, size)));
  for (let size2 = 0; size2 <= SMALL; size2++) {
    for (let size1 = 0; size1 <= size2; size1++) {
      const proof = consistencyProof(size1, size2, small.read);
      assert.ok(
        verifyConsistency(size1, roots[size1]!, size2, roots[size2]!, proof),
        `${size1} → ${size2}`,
      );
      for (let other = 0; other <= size2; other++) {
        if (other === size1) continue;
        assert.equal(verifyConsistency(other, roots[size1]!, size2, roots[size2]!, proof), false);
        assert.equal(verifyConsistency(size1, roots[other]!, size2, roots[size2]!, proof), false);
      }
    }
  }
});

const anyPlace = fc
  .constantFrom(...bigSizes)
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test("law: proofs over many tiles hold, and break with any bit, hash more or hash less", () => {
  fc.assert(
    fc.property(anyPlace, fc.nat(), fc.nat(255), ([size, index], pick, bit) => {
      const { log, tree } = big.get(size)!;
      const [leaf, root, proof] = [
        LEAVES[index]!,
        tree.root(),
        inclusionProof(index, size, log.read),
      ];
      assert.ok(verifyInclusion(leaf, index, size, proof, root));
      for (const broken of breaks(proof, pick, bit)) {
        assert.equal(verifyInclusion(leaf, index, size, broken, root), false);
      }
      assert.equal(verifyInclusion(withBitFlipped(leaf, bit), index, size, proof, root), false);
      assert.equal(verifyInclusion(leaf, index, size, proof, withBitFlipped(root, bit)), false);
      assert.equal(verifyInclusion(leaf, (index + 1) % size, size, proof, root), false);
    }),
    { numRuns: 300 },
  );
});

test("law: growth over many tiles is proven, and breaks with any bit, hash more or hash less", () => {
  fc.assert(
    fc.property(anyPlace, fc.nat(), fc.nat(255), ([size2, size1], pick, bit) => {
      const { log, tree } = big.get(size2)!;
      const [root1, root2] = [rootOf(size1, size2), tree.root()];
      const proof = consistencyProof(size1, size2, log.read);
      assert.ok(verifyConsistency(size1, root1, size2, root2, proof));
      for (const broken of breaks(proof, pick, bit)) {
        assert.equal(verifyConsistency(size1, root1, size2, root2, broken), false);
      }
      assert.equal(
        verifyConsistency(size1, withBitFlipped(root1, bit), size2, root2, proof),
        false,
      );
      if (size1 > 0)
        assert.equal(
          verifyConsistency(size1, root1, size2, withBitFlipped(root2, bit), proof),
          false,
        );
    }),
    { numRuns: 150 },
  );
});

test("law: a proof made for a size whose proofs are longer or shorter fails", () => {
  fc.assert(
    fc.property(anyPlace, fc.integer({ min: 1, max: 2 ** 40 }), ([size, index], other) => {
      const { log, tree } = big.get(size)!;
      const proof = inclusionProof(index, size, log.read);
      if (other <= index || inclusionProof(index, other, blank).length === proof.length) return;
      assert.equal(verifyInclusion(LEAVES[index]!, index, other, proof, tree.root()), false);
    }),
  );
});

test("law: sizes past 32 bits work: proofs in a log of equal entries up to 2^53-1", () => {
  const levels: Uint8Array[] = [
    new Uint8Array(Buffer.concat(Array.from({ length: 256 }, () => leafHash(new Uint8Array(0))))),
  ];
  for (let level = 1; level <= 6; level++) {
    const tree = GrowingTree.open(0, blank);
    tree.append(chunks(levels[level - 1]!));
    levels.push(new Uint8Array(Buffer.concat(Array.from({ length: 256 }, () => tree.root()))));
  }
  const read: ReadTile = (level) => levels[level]!;
  const size = fc.oneof(
    fc.maxSafeNat(),
    fc.integer({ min: 0, max: 53 }).map((bits) => Math.min(2 ** bits, Number.MAX_SAFE_INTEGER)),
    fc.constant(Number.MAX_SAFE_INTEGER),
  );
  fc.assert(
    fc.property(size, fc.maxSafeNat(), (size2, seed) => {
      if (size2 === 0) return;
      const index = seed % size2;
      const root = rootFromTiles(size2, read);
      assert.ok(
        verifyInclusion(
          leafHash(new Uint8Array(0)),
          index,
          size2,
          inclusionProof(index, size2, read),
          root,
        ),
      );
      const proof = consistencyProof(index, size2, read);
      assert.ok(verifyConsistency(index, rootFromTiles(index, read), size2, root, proof));
    }),
    { numRuns: 60 },
  );
});

test("TL5 checking never throws, whatever it is given", () => {
  const root = LEAVES[0]!;
  const numbers = [-1, 0, 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 7];
  const proofs = [
    [],
    [root],
    [root, root],
    [new Uint8Array(31)],
    Array.from({ length: 100 }, () => root),
  ];
  for (const a of numbers) {
    for (const b of numbers) {
      for (const proof of proofs) {
        assert.equal(typeof verifyInclusion(root, a, b, proof, root), "boolean");
        assert.equal(typeof verifyConsistency(a, root, b, root, proof), "boolean");
        assert.equal(verifyInclusion(root, a, b, proof, new Uint8Array(33)), false);
      }
    }
  }
});

test("TL5 an empty log is the start of every log, and only with the empty root", () => {
  assert.deepEqual(consistencyProof(0, 7, blank), []);
  assert.equal(verifyConsistency(0, emptyRoot(), 7, LEAVES[0]!, []), true);
  assert.equal(verifyConsistency(0, LEAVES[1]!, 7, LEAVES[0]!, []), false);
  assert.equal(verifyConsistency(0, LEAVES[1]!, 0, LEAVES[1]!, []), false);
  assert.equal(verifyConsistency(0, emptyRoot(), 7, LEAVES[0]!, [LEAVES[2]!]), false);
});

test("TL9 proofs for places that are not there are a caller's mistake", () => {
  for (const [index, size] of [
    [0, 0],
    [5, 5],
    [-1, 5],
    [0.5, 5],
    [0, 2 ** 53],
  ] as const) {
    assert.throws(() => inclusionProof(index, size, blank), RangeError);
  }
  assert.throws(() => consistencyProof(6, 5, blank), RangeError);
  assert.throws(() => consistencyProof(-1, 5, blank), RangeError);
  assert.throws(() => inclusionProof(0, 5, () => new Uint8Array(32)), { code: "bad-tile" });
});

function logOfEverySize(size: number): MemoryLog {
  const { log, tree } = logOf(0);
  for (const leaf of LEAVES.slice(0, size)) log.keep(tree.append([leaf]));
  return log;
}

// The root of an earlier size, from the tiles of a later one.
function rootOf(size: number, later: number): Uint8Array {
  const { log } = big.get(later)!;
  return rootFromTiles(size, (level, n) => log.read(level, n, tileWidth(level, n, later)));
}

// The proof with one bit turned, one hash added at either end, one taken away.
function breaks(proof: readonly Uint8Array[], pick: number, bit: number): Uint8Array[][] {
  const extra = LEAVES[pick % LEAVES.length]!;
  const broken = [
    [...proof, extra],
    [extra, ...proof],
  ];
  if (proof.length === 0) return broken;
  const at = pick % proof.length;
  return [...broken, proof.with(at, withBitFlipped(proof[at]!, bit)), proof.toSpliced(at, 1)];
}

function chunks(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / 32 }, (_, i) => hashes.slice(i * 32, i * 32 + 32));
}
