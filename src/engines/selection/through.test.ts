/** That nothing is left out which a better choice needs, and that the search knows wide hops (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, nat, property } from "fast-check";
import { seekerOf } from "./branches.ts";
import { check } from "./check.test.kit.ts";
import { choiceOf, fromBranches, partOf } from "./choice.ts";
import { choose } from "./choose.ts";
import { networkOf } from "./network.ts";
import { boundAt, pricesFor, smallOf, sum, turned } from "./prices.test.kit.ts";
import { chances } from "./search.ts";
import { seedOf } from "./seeds.ts";
import { mayBetter } from "./through.ts";
import { bestOf, drawn } from "./tiny.fixture.ts";

const seeds = nat(1_000_000);

test("SE30 what is left out at any prices is in no choice that is better than what is reached", () => {
  let [less, cases] = [0, 0];
  holds(
    property(seeds, seeds, (seed, other) => {
      const { problem, network, keeps, best } = smallOf(seed);
      const next = chances(other);
      const seek = seekerOf(network, keeps);
      let least = { prices: pricesFor(problem, next), bound: Number.POSITIVE_INFINITY };
      for (let i = 0; i < 150; i++) {
        const prices = turned(least.prices, next);
        const found = seek(prices);
        const bound = found ? boundAt(problem, prices, found) : Number.POSITIVE_INFINITY;
        if (bound < least.bound) least = { prices, bound };
      }
      const { prices, bound } = least;
      if (best === 0 || bound === Number.POSITIVE_INFINITY) return;
      const spare = bound - (best - 0.5);
      const kept = mayBetter(network, keeps, prices, spare)!;
      const all = [...problem.sites.keys()];
      const option = (site: number, o: number) => kept[network.optionAt[site]! + o] === 1;
      const { part } = partOf(problem, all, { option });
      assert.equal(bestOf(part), best);
      cases += 1;
      if (kept.some((one, o) => one === 0 && keeps(o))) less += 1;
    }),
    { numRuns: 200 },
  );
  assert.ok(less > cases / 40, `${less} of ${cases} have less`); // of drawn problems an eighth has
});

test("SE31 branches that have no site in common are read as the choice that they are", () => {
  let [told, all] = [0, 0];
  holds(
    property(seeds, seeds, (seed, other) => {
      const easy = drawn(chances(seed), { sites: 10, places: 12 });
      const problem = { ...easy, limits: { budget: 1000, hops: 3 } };
      const network = networkOf(problem);
      const prices = pricesFor(problem, chances(other));
      const { once: _, ...free } = prices;
      const used = new Set<number>();
      const apart = (seekerOf(network)(free) ?? []).filter(({ sites }) => {
        const isApart = new Set(sites).size === sites.length && !sites.some((i) => used.has(i));
        if (isApart) for (const site of sites) used.add(site);
        return isApart;
      });
      if (apart.length === 0) return;
      all += 1;
      const tree = seedOf(network, fromBranches(network, apart));
      if (!tree) return; // a gateway of two heights
      told += 1;
      const choice = choiceOf(network, tree, Number.POSITIVE_INFINITY, "branches");
      check(problem, choice);
      const served = new Set(apart.flatMap(({ places }) => places));
      const worth = sum([...served].map((place) => network.worth[place]!));
      assert.ok(choice.weighed >= worth - 1e-9, `${choice.weighed} of ${worth}`);
    }),
    { numRuns: 150 },
  );
  assert.ok(all > 50 && told > 0.9 * all, `${told} of ${all}`);
});

test("SE32 a wide hop is found where the cheapest one is too narrow for all that hangs behind it", () => {
  const hop = (cost: number, capacity: number) => ({
    a: 0,
    b: 1,
    cost,
    capacity,
    masts: [[10, 10]] as const,
  });
  const places = Array.from({ length: 6 }, (_, i) => ({
    name: `Place ${i}`,
    people: 10,
    weight: 1,
    load: 10,
  }));
  const problem = {
    places,
    sites: [
      { name: "Gate", options: [{ mast: 10, cost: 0, covers: [], uplink: 100 }] },
      { name: "Valley", options: [{ mast: 10, cost: 20, covers: [0, 1, 2, 3, 4, 5] }] },
    ],
    hops: [hop(5, 10), hop(55, 100)],
    limits: { budget: 80 },
  };
  assert.equal(choose(problem).weighed, bestOf(problem));
});
