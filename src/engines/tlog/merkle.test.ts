import assert from "node:assert/strict";
import { test } from "node:test";
import { naiveRoot } from "./memory-log.fixture.ts";
import { emptyRoot, leafHash, nodeHash, sameHash, subtreeHash } from "./merkle.ts";
import { leavesOf } from "./memory-log.fixture.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("TL8 the empty root and the leaf of nothing are the published ones", () => {
  assert.equal(
    hex(emptyRoot()),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  assert.equal(
    hex(leafHash(new Uint8Array(0))),
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  );
});

test("law: an entry never hashes like a pair of hashes", () => {
  const [left, right] = leavesOf(2) as [Uint8Array, Uint8Array];
  const pair = new Uint8Array([...left, ...right]);
  assert.notDeepEqual(leafHash(pair), nodeHash(left, right));
  assert.notDeepEqual(nodeHash(left, right), nodeHash(right, left));
});

test("law: subtreeHash is the RFC's root of any complete part, and leaves its input as it was", () => {
  const leaves = leavesOf(256);
  const run = new Uint8Array(Buffer.concat(leaves));
  const before = new Uint8Array(run);
  for (let count = 1; count <= 256; count *= 2) {
    for (let start = 0; start + count <= 256; start += Math.max(count, 32)) {
      assert.deepEqual(
        subtreeHash(run, start, count),
        naiveRoot(leaves.slice(start, start + count)),
      );
    }
  }
  assert.deepEqual(run, before);
});

test("TL9 hashes of another length, and runs that are too short, are a caller's mistake", () => {
  const leaf = leafHash(new Uint8Array(0));
  assert.throws(
    () => nodeHash(leaf, leaf.subarray(1)),
    /RangeError: Expected a hash of 32 bytes, got 31/,
  );
  assert.throws(() => subtreeHash(leaf, 0, 2), RangeError);
  assert.throws(() => subtreeHash(new Uint8Array(96), 0, 3), RangeError);
  assert.equal(sameHash(leaf, leaf.subarray(0, 31)), false);
  assert.equal(sameHash(leaf.subarray(0, 31), leaf), false);
});
