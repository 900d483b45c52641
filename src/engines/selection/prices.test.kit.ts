/** Small problems and prices for them drawn by chance, and what these bound. */
import type { Branch } from "./branches.ts";
import { networkOf } from "./network.ts";
import type { Once, Prices } from "./pricing.ts";
import type { Problem } from "./problem.ts";
import { chances } from "./search.ts";
import { bestOf, drawn } from "./tiny.fixture.ts";
import { isWithinReach } from "./ways.ts";

/** With its best choice, found by looking at all there are. */
export function smallOf(seed: number) {
  const problem = drawn(chances(seed), { sites: 4, places: 5, isBusy: seed % 2 === 1 });
  const network = networkOf(problem);
  return { problem, network, keeps: isWithinReach(network), best: bestOf(problem) };
}

export const sum = (list: Iterable<number>): number => [...list].reduce((a, b) => a + b, 0);

export function pricesFor({ places, sites, limits }: Problem, next: () => number): Prices {
  const once: Once = {
    places: new Map(places.flatMap((_, i) => (next() < 0.3 ? [[i, 2 ** i] as const] : []))),
    sites: new Map(sites.flatMap((_, i) => (next() < 0.3 ? [[i, 2 ** (5 + i)] as const] : []))),
  };
  return {
    money: (next() * 30) / (1 + limits.budget!),
    counted: limits.sites === undefined ? 0 : next() * 5,
    hop: 0,
    place: places.map(({ people, weight }) => people * weight * next() * next()),
    site: sites.map(() => (next() < 0.7 ? 0 : 8 * next())),
    ...(next() < 0.5 && { once }),
  };
}

/** Prices near by. */
export function turned(prices: Prices, next: () => number): Prices {
  const turn = (price: number): number => (next() < 0.3 ? price * 2 * next() : price);
  const { money, counted, place, site } = prices;
  return {
    ...prices,
    money: turn(money),
    counted: turn(counted),
    place: Array.from(place, (price) => turn(price + (next() < 0.1 ? next() : 0))),
    site: Array.from(site, (price) => turn(price + (next() < 0.1 ? next() : 0))),
  };
}

export const boundAt = ({ limits }: Problem, prices: Prices, found: readonly Branch[]): number =>
  prices.money * limits.budget! +
  prices.counted * (limits.sites ?? 0) +
  sum(Array.from(prices.place)) +
  sum(Array.from(prices.site)) +
  sum(found.map(({ value }) => value));
