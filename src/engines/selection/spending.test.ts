/** That what the budget buys whole is a bound, and lower than with a price of money alone (rules in README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, nat, property } from "fast-check";
import { seekerOf } from "./branches.ts";
import { networkOf } from "./network.ts";
import { boundAt, pricesFor, smallOf, turned } from "./prices.test.kit.ts";
import { chances } from "./search.ts";
import { spenderOf } from "./spending.ts";

const seeds = nat(1_000_000);

test("SE36 what the budget buys whole is no less than the best choice, and often less than a price of money allows", () => {
  let [lower, cases] = [0, 0];
  holds(
    property(seeds, seeds, (seed, other) => {
      const { problem, network, keeps, best } = smallOf(seed);
      if (best === 0) return;
      const next = chances(other);
      const seek = seekerOf(network, keeps);
      const spend = spenderOf(network, keeps);
      let prices = pricesFor(problem, next);
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 60; i++) {
        const asked = turned(prices, next);
        const found = seek(asked);
        const bound = found ? boundAt(problem, asked, found) : Number.POSITIVE_INFINITY;
        if (bound < least) [prices, least] = [asked, bound];
        if (!found || i % 10 !== 9) continue;
        // However far what is reached lies below the best choice.
        const reached = best * (i > 40 ? 1 : next()) - 0.5;
        const lowered = spend(asked, bound - reached);
        assert.ok(bound - lowered >= best - 1e-6, `${bound} less ${lowered} is below ${best}`);
        cases += 1;
        if (lowered > 0.1) lower += 1;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(cases > 500 && lower > cases / 4, `${lower} of ${cases} are lower`);
});

test("SE36 a part of a branch does not fill what the last whole one leaves of the budget", () => {
  const place = (people: number) => ({ name: `${people}`, people, weight: 1, load: 1 });
  const site = (cost: number, covers: number[]) => ({
    name: `For ${cost}`,
    options: [{ mast: 10, cost, covers, uplink: 100 }],
  });
  const problem = {
    places: [place(60), place(50)],
    sites: [site(6, [0]), site(5, [1])],
    hops: [],
    limits: { budget: 10 },
  };
  const prices = { money: 10, counted: 0, hop: 0, place: [0, 0], site: [0, 0] };
  const network = networkOf(problem);
  const bound = boundAt(problem, prices, seekerOf(network)(prices)!);
  assert.equal(bound, 100);
  assert.equal(bound - spenderOf(network, () => true)(prices, bound - 30), 60);
});
