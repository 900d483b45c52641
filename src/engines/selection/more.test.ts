/** More choice is never worse: each pair is a problem and one with more of one thing, drawn by a seed (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { check } from "./check.test.kit.ts";
import { choose } from "./choose.ts";
import { partOf, type Parts } from "./choice.ts";
import type { Choice, Problem } from "./problem.ts";
import { chances } from "./search.ts";
import { drawn } from "./tiny.fixture.ts";

const ROUNDS = 5;
const PAIRS = 40; // of each sort

/** The smaller problem of a pair, how a choice for it reads in the whole, and the rounds that it may take. */
interface Less {
  readonly part: Problem;
  readonly whole: (choice: Choice) => Choice;
  readonly rounds: number;
}

const limited = (problem: Problem, limits: Problem["limits"]): Less => ({
  part: { ...problem, limits: { ...problem.limits, ...limits } },
  whole: (choice) => choice,
  rounds: ROUNDS,
});

/** Radios are drawn over hops and options, as if each were made by one of three. */
const radioOf = (a: number, b: number): number => (7 * a + 3 * b) % 3;

const sorts: Record<string, (problem: Problem, next: () => number) => Less> = {
  radios: (problem) =>
    parted(problem, {
      hop: (hop) => radioOf(hop, 0) > 0,
      option: (site, option) => site === 0 || radioOf(site, option) > 0,
    }),
  sites: (problem, next) =>
    next() < 0.3
      ? limited(problem, { sites: Math.max(0, (problem.limits.sites ?? 4) - 1) })
      : parted(
          problem,
          {},
          [...problem.sites.keys()].filter((site) => site === 0 || next() < 0.7),
        ),
  hops: (problem, next) => {
    if (next() < 0.3)
      return limited(problem, { hops: Math.max(0, (problem.limits.hops ?? 3) - 1) });
    const kept = problem.hops.map(() => next() < 0.7);
    return parted(problem, { hop: (hop) => kept[hop]! });
  },
  masts: (problem) =>
    parted(problem, { option: (site, option) => problem.sites[site]!.options[option]!.mast < 20 }),
  money: (problem, next) => limited(problem, { budget: problem.limits.budget! * next() }),
  time: (problem) => ({ ...limited(problem, {}), rounds: 2 }),
};

function parted(problem: Problem, kept: Parts, sites = [...problem.sites.keys()]): Less {
  return { ...partOf(problem, sites, kept), rounds: ROUNDS };
}

test("SE20 more radios, sites, hops, masts, money or time never serve fewer than the seed that less of them found", (t) => {
  let [alone, seeded, pairs, gained] = [0, 0, 0, 0];
  for (const [at, less] of Object.values(sorts).entries())
    for (let i = 0; i < PAIRS; i++) {
      const next = chances(1000 * at + i);
      const problem = drawn(next, { sites: 12, places: 20, isBusy: i % 2 === 1 });
      const { part, whole, rounds } = less(problem, next);
      const before = choose(part, { rounds });
      const plain = choose(problem, { rounds: ROUNDS });
      const after = choose(problem, { rounds: ROUNDS, seeds: [whole(before)] });
      check(problem, after);
      pairs += 1;
      if (plain.weighed < before.weighed) alone += 1;
      if (after.weighed < Math.max(before.weighed, plain.weighed)) seeded += 1;
      if (after.weighed > before.weighed) gained += 1;
    }
  t.diagnostic(`${alone} of ${pairs} pairs are worse without the seed, ${seeded} with it`);
  assert.equal(seeded, 0);
  assert.ok(pairs >= 200 && gained > 40, `${gained} of ${pairs} serve more`);
});

test("SE20 more rounds alone never serve fewer", () => {
  for (let seed = 0; seed < 20; seed++) {
    const problem = drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 });
    const found = [0, 1, 3, 9].map((rounds) => choose(problem, { rounds }).weighed);
    assert.deepEqual(
      found,
      found.toSorted((a, b) => a - b),
    );
  }
});

test("SE21 a seed that the limits do not allow is left out, and what is chosen is as without it", () => {
  for (let seed = 0; seed < 20; seed++) {
    const problem = drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 });
    const { budget, ...limits } = problem.limits;
    const rich = choose({ ...problem, limits }, { rounds: 2 });
    const poor = { ...problem, limits: { ...limits, budget: Math.min(budget!, rich.cost - 1) } };
    if (rich.cost < 1) continue;
    const choice = choose(poor, { rounds: 2, seeds: [rich] });
    check(poor, choice);
    assert.deepEqual(choice, choose(poor, { rounds: 2 }));
  }
});

test("SE22 a seed keeps who is served where the order of serving is another in the whole", () => {
  const place = (people: number) => ({ name: `${people}`, people, weight: 1, load: 0 });
  const share = (...shares: number[]) => shares.map((each) => ({ sector: 0, share: each }));
  // Alone, the hill serves 6 and 7, for 13; the spare site makes 10 look cheap, which fills the hill's sector alone.
  const hill = { mast: 10, cost: 1, covers: [0, 1, 2], airtime: share(1, 0.5, 0.5), uplink: 100 };
  const spare = { mast: 10, cost: 99, covers: [0], airtime: share(0.1), uplink: 100 };
  const problem: Problem = {
    places: [place(10), place(6), place(7)],
    sites: [
      { name: "Hill", options: [hill] },
      { name: "Spare", options: [spare] },
    ],
    hops: [],
    limits: { budget: 5 },
  };
  const { part, whole } = partOf(problem, [0]);
  const before = choose(part);
  assert.equal(before.people, 13);
  assert.equal(choose(problem).people, 10);
  const after = choose(problem, { seeds: [whole(before)] });
  check(problem, after);
  assert.equal(after.people, 13);
});
