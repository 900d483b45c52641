/** What a list of things costs: to buy, to keep, and over the years of a plan. */
import { checkItem, expectAmount, type Line } from "./item.ts";
import { annuity, checkTerms, purchases, type Terms } from "./present-value.ts";

/** In the currency of the items. */
export interface Cost {
  /** To buy and set up, once, to the cent. */
  readonly capex: number;
  /** A year, without what is bought again, to the cent. */
  readonly opex: number;
  /** Of buying, buying again and keeping it over the years; not rounded. */
  readonly presentValue: number;
}

/** A line of a bill with what it comes to: once, and each year, to the cent. */
export interface Billed extends Line {
  readonly purchase: number;
  readonly yearly: number;
}

export const NOTHING: Cost = { capex: 0, opex: 0, presentValue: 0 };

/** An amount to a hundredth of its currency. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Each line is rounded to the cent by itself, so that however lines are grouped, their sums are those of the whole. */
const billed = ({ item, count }: Line): Billed => ({
  item,
  count,
  purchase: cents(item.price * count),
  yearly: cents(item.yearly * count),
});

/** @throws RangeError that names the item whose price or count is none */
export function costOf(lines: readonly Line[], terms: Terms): Cost {
  checkTerms(terms);
  const perYear = annuity(terms);
  let [capex, opex, presentValue] = [0, 0, 0];
  for (const line of lines) {
    const { item, count } = line;
    checkItem(item);
    expectAmount(count, `${item.id}: how many`);
    const { purchase, yearly } = billed(line);
    capex += purchase;
    opex += yearly;
    presentValue += (item.price * purchases(item.life, terms) + item.yearly * perYear) * count;
  }
  return { capex: cents(capex), opex: cents(opex), presentValue };
}

export const plus = (a: Cost, b: Cost): Cost => ({
  capex: cents(a.capex + b.capex),
  opex: cents(a.opex + b.opex),
  presentValue: a.presentValue + b.presentValue,
});

/** The same things on one line each, in the order in which they first stand; a count is to a thousandth. */
export function gathered(lines: readonly Line[]): Billed[] {
  const rows = new Map<string, Billed>();
  for (const line of lines) {
    const { count, purchase, yearly } = billed(line);
    const before = rows.get(line.item.id) ?? { item: line.item, count: 0, purchase: 0, yearly: 0 };
    rows.set(line.item.id, {
      item: before.item,
      count: Math.round((before.count + count) * 1000) / 1000,
      purchase: cents(before.purchase + purchase),
      yearly: cents(before.yearly + yearly),
    });
  }
  return [...rows.values()].filter(({ count }) => count > 0);
}
