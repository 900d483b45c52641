/** The law for whoever asks by parts: more radios, sites, hops, masts or money never serve fewer (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { check } from "./check.test.kit.ts";
import { choose } from "./choose.ts";
import { partOf } from "./choice.ts";
import { chooseWithParts, type PartedBy } from "./parts.ts";
import type { Problem } from "./problem.ts";
import { chances } from "./search.ts";
import { drawn } from "./tiny.fixture.ts";

const PAIRS = 40; // of each sort
const effort = { rounds: 2 };
const RADIOS = ["a", "b", "c"];

interface Asked {
  readonly problem: Problem;
  readonly radios: readonly string[];
}

const limited = ({ problem, radios }: Asked, limits: Problem["limits"]): Asked => ({
  problem: { ...problem, limits: { ...problem.limits, ...limits } },
  radios,
});

/** What has less of one thing; sites and hops are those of the limits. */
const sorts: Record<string, (whole: Asked, next: () => number) => Asked> = {
  radios: ({ problem, radios }, next) => {
    const some = [["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"]];
    const kept = some[Math.floor(next() * some.length)]!;
    const hop = (index: number): boolean => kept.includes(radios[index]!);
    const { part } = partOf(problem, [...problem.sites.keys()], { hop });
    return { problem: part, radios: radios.filter((one) => kept.includes(one)) };
  },
  sites: (whole) => limited(whole, { sites: 2 }),
  hops: (whole, next) => limited(whole, { hops: next() < 0.5 ? 1 : 2 }),
  masts: ({ problem, radios }, next) => {
    const mast = next() < 0.5 ? 10 : 20;
    const option = (site: number, index: number): boolean => {
      const { options } = problem.sites[site]!;
      return options.length === 1 || options[index]!.mast === mast;
    };
    return { problem: partOf(problem, [...problem.sites.keys()], { option }).part, radios };
  },
  money: (whole) => limited(whole, { budget: whole.problem.limits.budget! / 2 }),
};

/** For each sort, what is looked at besides fewer radios and masts. */
const lowerOf = ({ limits }: Problem): PartedBy["lower"][] => [
  {},
  { sites: [2] },
  { hops: [1, 2] },
  {},
  { budget: [limits.budget! / 2] },
];

test("SE23 of 200 pairs that differ by radios, sites, hops, masts or money, no choice is worse where there is more to choose from", (t) => {
  let [alone, worse, pairs, gained] = [0, 0, 0, 0];
  for (const [at, less] of Object.values(sorts).entries())
    for (let i = 0; i < PAIRS; i++) {
      const next = chances(5000 * (at + 1) + i);
      const few = drawn(next, { sites: 9, places: 14, isBusy: i % 2 === 1 });
      const problem = { ...few, limits: { ...few.limits, hops: 3, sites: 4 } };
      const whole = { problem, radios: problem.hops.map(() => RADIOS[Math.floor(3 * next())]!) };
      const lower = lowerOf(problem)[at]!;
      const part = less(whole, next);
      const found = ({ problem: asked, radios }: Asked) =>
        chooseWithParts(asked, { radios, byMasts: true, lower }, effort);
      const [before, after] = [found(part), found(whole)];
      check(problem, after);
      pairs += 1;
      if (choose(problem, effort).weighed < before.weighed) alone += 1;
      if (after.weighed < before.weighed) worse += 1;
      if (after.weighed > before.weighed) gained += 1;
    }
  t.diagnostic(`${alone} of ${pairs} pairs are worse without parts, ${worse} with them`);
  assert.equal(worse, 0);
  assert.ok(pairs === 200 && alone > 0 && gained > 40, `${alone} alone, ${gained} gained`);
});

test("SE24 what is given as a seed is kept, however short the search", () => {
  let kept = 0;
  for (let seed = 0; seed < 20; seed++) {
    const problem = drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 });
    const long = choose(problem, { rounds: 60 });
    const short = chooseWithParts(problem, {}, { rounds: 0, seeds: [long] });
    check(problem, short);
    assert.ok(short.weighed >= long.weighed, `seed ${seed}`);
    if (chooseWithParts(problem, {}, { rounds: 0 }).weighed < long.weighed) kept += 1;
  }
  assert.ok(kept > 2, `${kept} would be lost without the seed`);
});
