/** That no choice is worth more than the branches that are found for it, at any prices (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, nat, property } from "fast-check";
import { seekerOf } from "./branches.ts";
import { choose } from "./choose.ts";
import { networkOf } from "./network.ts";
import type { Once, Prices } from "./pricing.ts";
import type { Choice, Problem } from "./problem.ts";
import { chances } from "./search.ts";
import { bestOf, drawn } from "./tiny.fixture.ts";
import { isWithinReach } from "./ways.ts";

const seeds = nat(1_000_000);
const sum = (list: Iterable<number>): number => [...list].reduce((a, b) => a + b, 0);

/** @param low below 0 where a site, place or hop may be asked for */
function pricesFor({ places, sites }: Problem, next: () => number, low: number): Prices {
  const between = (most: number): number => low * most + (1 - low) * most * next();
  return {
    money: next() * next() * 4,
    counted: next() * 5,
    hop: low < 0 ? between(6) : 0,
    place: places.map(({ people, weight }) => between(people * weight * next())),
    site: sites.map(() => (next() < 0.5 ? 0 : between(8))),
  };
}

/** Some places and sites that a branch may have once alone. */
function onceFor({ places, sites }: Problem, next: () => number): Once {
  let bit = 1;
  const some = (count: number) =>
    new Map(
      [...Array(count).keys()]
        .filter(() => next() < 0.5)
        .map((item): [number, number] => {
          bit *= 2;
          return [item, bit / 2];
        }),
    );
  return { places: some(places.length), sites: some(sites.length) };
}

test("SE11 at any prices the branches bound the best choice, also where things may be in a branch once alone", () => {
  let bounded = 0;
  holds(
    property(seeds, seeds, (seed, other) => {
      const problem = drawn(chances(seed), { sites: 4, places: 5, isBusy: seed % 2 === 1 });
      const network = networkOf(problem);
      const prices = pricesFor(problem, chances(other), 0);
      const { budget, sites } = problem.limits;
      const counted = sites === undefined ? 0 : prices.counted;
      const once = other % 3 === 0 ? undefined : onceFor(problem, chances(other + 1));
      const asked = { ...prices, counted, ...(once && { once }) };
      const found = seekerOf(network, isWithinReach(network))(asked);
      if (!found) return;
      for (const branch of once ? found : [])
        for (const kind of ["places", "sites"] as const)
          for (const item of once![kind].keys())
            assert.ok(
              branch[kind].filter((one) => one === item).length <= 1,
              `${kind} ${item} is there once`,
            );
      const bound =
        prices.money * budget! +
        counted * (sites ?? 0) +
        sum(Array.from(prices.place)) +
        sum(Array.from(prices.site)) +
        sum(found.map(({ value }) => value));
      const best = bestOf(problem);
      assert.ok(bound >= best - 1e-6, `${bound} is below ${best}`);
      if (bound < sum(network.worth)) bounded += 1;
    }),
    { numRuns: 300 },
  );
  assert.ok(bounded > 10, `${bounded} of 300 say more than that nobody is served twice`);
});

/** What a choice is worth at prices; a gateway that serves nobody by itself is in no branch. */
function worthOf(problem: Problem, { built, servedBy, weighed }: Choice, prices: Prices): number {
  const widest = Math.max(0, ...problem.hops.map(({ capacity }) => capacity));
  const paid = built.map(({ site, option, hop }) => {
    const { cost, uplink = 0 } = problem.sites[site]!.options[option]!;
    const isOpen = hop === undefined && uplink > 0 && (cost === 0 || uplink >= widest);
    if (isOpen && !servedBy.includes(site)) return 0;
    const way = hop === undefined ? 0 : prices.money * problem.hops[hop]!.cost + prices.hop;
    return way + prices.money * cost + prices.counted * (cost > 0 ? 1 : 0) + prices.site[site]!;
  });
  const served = problem.places.map((_, i) => (servedBy[i]! >= 0 ? prices.place[i]! : 0));
  return weighed - sum(paid) - sum(served);
}

test("SE11 a choice falls apart into branches that are found, also where sites, places and hops are asked for", () => {
  let [deep, crowded] = [0, 0];
  holds(
    property(seeds, seeds, (seed, other) => {
      const easy = drawn(chances(seed), { sites: 12, places: 20, isBusy: seed % 2 === 1 });
      const problem = { ...easy, limits: { budget: 40, hops: 3 } };
      const choice = choose(problem, { rounds: 3 });
      const network = networkOf(problem);
      const prices = pricesFor(problem, chances(other), -0.5);
      const found = seekerOf(network, isWithinReach(network))(prices);
      if (!found) return;
      const most = sum(found.map(({ value }) => value));
      assert.ok(most >= worthOf(problem, choice, prices) - 1e-6);
      for (const { value, worth, cost, counted, hops, places, sites } of found) {
        const fee = prices.money * cost + prices.counted * counted + prices.hop * hops;
        const paid = [...places.map((i) => prices.place[i]!), ...sites.map((i) => prices.site[i]!)];
        assert.ok(Math.abs(worth - fee - sum(paid) - value) < 1e-6, "its parts are its value");
      }
      deep = Math.max(deep, ...choice.built.map(({ depth }) => depth));
      crowded += choice.built.filter(({ load }) => load >= 3).length;
    }),
    { numRuns: 100 },
  );
  assert.ok(deep >= 2 && crowded > 50, `${deep} hops, ${crowded} crowded sites`);
});
