/** Prices drawn by chance for small problems, and what they bound. */
import type { Branch } from "./branches.ts";
import type { Once, Prices } from "./pricing.ts";
import type { Problem } from "./problem.ts";

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
