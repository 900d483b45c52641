/**
 * What no choice can exceed, in a moment: the budget and the covering are priced instead of kept (Lagrange's
 * relaxation), and every site pays the cheapest hop into it and no relay. Any prices bound; better ones are sought by
 * subgradients with Polyak's step.
 */
import type { Network } from "./network.ts";

const ROUNDS = 300;

/** @param reached weighed people of a choice that is known */
export function quickBound(network: Network, reached: number): number {
  const { worth, siteOf, covers, problem } = network;
  const { budget = Number.POSITIVE_INFINITY, sites = Number.POSITIVE_INFINITY } = problem.limits;
  const all = worth.reduce((sum, value) => sum + value, 0);
  const shares = sharesOf(network, budget);
  const price = worth.map((value) => value / 2); // of serving a place
  const limits = [
    { most: budget, price: all / 2 },
    { most: sites, price: all / (2 * Math.max(1, sites)) },
  ].map((limit) => (Number.isFinite(limit.most) ? limit : { ...limit, price: 0 }));
  let best = all;
  let pace = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let bound = limits[0]!.price + (limits[1]!.price > 0 ? limits[1]!.price * sites : 0);
    const slope = new Float64Array(worth.length);
    let [spent, counted] = [0, 0];
    for (const [place, value] of worth.entries()) {
      if (value <= price[place]!) continue;
      bound += value - price[place]!;
      slope[place]! -= 1;
    }
    for (let first = 0; first < siteOf.length;) {
      let [chosen, gain] = [-1, 0];
      const site = siteOf[first]!;
      for (; siteOf[first] === site; first++) {
        let net = -limits[0]!.price * shares[first]! - limits[1]!.price * network.counts[first]!;
        for (const place of covers[first]!) net += price[place]!;
        if (net > gain) [chosen, gain] = [first, net];
      }
      if (chosen < 0) continue;
      bound += gain;
      spent += shares[chosen]!;
      counted += network.counts[chosen]!;
      for (const place of covers[chosen]!) slope[place]! += 1;
    }
    if (bound < best - 1e-9) best = bound;
    else pace *= 0.97;
    const over = limits[0]!.most < Number.POSITIVE_INFINITY ? 1 - spent : 0;
    const more = limits[1]!.most < Number.POSITIVE_INFINITY ? sites - counted : 0;
    const length = slope.reduce((sum, value) => sum + value ** 2, over ** 2 + more ** 2);
    if (length === 0 || bound <= reached) break;
    const step = (pace * (bound - reached)) / length;
    for (const [place, value] of slope.entries())
      price[place] = Math.min(worth[place]!, Math.max(0, price[place]! - step * value));
    limits[0]!.price = Math.max(0, limits[0]!.price - step * over);
    limits[1]!.price = Math.max(0, limits[1]!.price - step * more);
  }
  return Math.max(best, reached);
}

/** The share of the budget that each option takes with the cheapest hop into its site; Infinity where nothing leads there. */
function sharesOf({ siteOf, cost, uplink, arcs, problem }: Network, budget: number): Float64Array {
  const into = problem.sites.map(() => Number.POSITIVE_INFINITY);
  for (const [arc, site] of arcs.to.entries()) into[site] = Math.min(into[site]!, arcs.cost[arc]!);
  return Float64Array.from(siteOf, (site, option) => {
    const whole = cost[option]! + (uplink[option]! > 0 ? 0 : into[site]!);
    // Without a budget nothing has a share; with one of 0 only what is free can be built.
    if (whole === Number.POSITIVE_INFINITY || whole > budget) return Number.POSITIVE_INFINITY;
    return whole === 0 || budget === Number.POSITIVE_INFINITY ? 0 : whole / budget;
  });
}
