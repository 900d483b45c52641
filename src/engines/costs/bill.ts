/** What a list of things costs: to buy, to keep, and over the years of a plan. */
import { checkItem, expectAmount, type Line } from "./item.ts";
import { annuity, checkTerms, purchases, type Terms } from "./present-value.ts";

export interface Cost {
  /** To buy and set up, once. */
  readonly capex: number;
  /** A year, without what is bought again. */
  readonly opex: number;
  /** Of buying, buying again and keeping it. */
  readonly presentValue: number;
}

export const NOTHING: Cost = { capex: 0, opex: 0, presentValue: 0 };

/** @throws RangeError that names the item whose price or count is none */
export function costOf(lines: readonly Line[], terms: Terms): Cost {
  checkTerms(terms);
  const perYear = annuity(terms);
  let [capex, opex, presentValue] = [0, 0, 0];
  for (const { item, count } of lines) {
    checkItem(item);
    expectAmount(count, `${item.id}: how many`);
    capex += item.price * count;
    opex += item.yearly * count;
    presentValue += (item.price * purchases(item.life, terms) + item.yearly * perYear) * count;
  }
  return { capex, opex, presentValue };
}

export const plus = (a: Cost, b: Cost): Cost => ({
  capex: a.capex + b.capex,
  opex: a.opex + b.opex,
  presentValue: a.presentValue + b.presentValue,
});

/** The same things on one line each, in the order in which they first stand. */
export function gathered(lines: readonly Line[]): Line[] {
  const counts = new Map<string, Line>();
  for (const line of lines) {
    const before = counts.get(line.item.id);
    counts.set(line.item.id, { item: line.item, count: (before?.count ?? 0) + line.count });
  }
  return [...counts.values()].filter(({ count }) => count > 0);
}
