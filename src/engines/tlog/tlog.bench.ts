/** How fast the log grows and proves, on the machine it runs on: one line of JSON for each number. */
import { MemoryLog } from "./memory-log.fixture.ts";
import { leafHash } from "./merkle.ts";
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from "./proofs.ts";
import { GrowingTree } from "./tree.ts";

const SIZE = 200_000;
const BATCH = 500;
const ROUNDS = 5; // the median is told: one round's rubbish collection is not the engine's speed
const PROOFS = 1000;

const random = seeded(20_260_301);
const entries = Array.from({ length: SIZE }, () =>
  Uint8Array.from({ length: 300 }, () => random() * 256),
);
const leaves = entries.map(leafHash);
const log = new MemoryLog();
const tree = GrowingTree.open(0, log.read);
log.keep(tree.append(leaves));
const root = tree.root();
const places = Array.from({ length: PROOFS }, () => Math.floor(random() * SIZE));
const inclusions = places.map((index) => inclusionProof(index, SIZE, log.read));
const growths = places.map((size) => consistencyProof(size, SIZE, log.read));
const olderRoots = new Map(places.slice(0, 20).map((size) => [size, rootAt(size)]));

measure("leaf hashes of 300 bytes", SIZE, () =>
  entries.reduce((total, entry) => total + leafHash(entry)[0]!, 0),
);
measure("appends in batches of 500, each with its root", SIZE, () => {
  const growing = GrowingTree.open(0, log.read);
  let written = 0;
  for (let at = 0; at < SIZE; at += BATCH) {
    written += growing.append(leaves.slice(at, at + BATCH)).length + growing.root()[0]!;
  }
  return written;
});
measure("inclusion proofs made", PROOFS, () =>
  sum(places, (at) => inclusionProof(at, SIZE, log.read).length),
);
measure("consistency proofs made", PROOFS, () =>
  sum(places, (at) => consistencyProof(at, SIZE, log.read).length),
);
measure("inclusion proofs checked", PROOFS, () =>
  sum(places, (at, i) => Number(verifyInclusion(leaves[at]!, at, SIZE, inclusions[i]!, root))),
);
measure("consistency proofs checked", PROOFS, () =>
  sum(places, (_, i) => {
    const size = places[i % olderRoots.size]!;
    return Number(
      verifyConsistency(size, olderRoots.get(size)!, SIZE, root, growths[i % olderRoots.size]!),
    );
  }),
);

// Runs once to warm up; the sink keeps the work from being optimised away.
function measure(name: string, count: number, work: () => number): void {
  let sink = work();
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    sink += work();
    return count / ((performance.now() - start) / 1000);
  }).toSorted((a, b) => a - b);
  if (sink === 0) throw new Error(`Expected ${name} to do something, got nothing.`);
  console.log(
    JSON.stringify({
      name: `tlog: ${name}`,
      value: Math.round(rates[ROUNDS >> 1]!),
      unit: "per second",
    }),
  );
}

function sum(numbers: readonly number[], each: (n: number, i: number) => number): number {
  return numbers.reduce((total, n, i) => total + each(n, i), 0);
}

function rootAt(size: number): Uint8Array {
  const growing = GrowingTree.open(0, log.read);
  growing.append(leaves.slice(0, size));
  return growing.root();
}

// mulberry32: small, seeded, and the same everywhere.
function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
