/** Money of one country in that of another, by a rate with its day. */
import { checkItem, type Catalogue, type Item, type PriceSource } from "./item.ts";

/** One `of` is worth so many `in`. */
interface Rate {
  /** ISO 4217. */
  readonly of: string;
  readonly in: string;
  readonly rate: number;
  /** The day it was noted. */
  readonly date: string;
  readonly source?: PriceSource;
}

/**
 * The amount in another currency, by one of the rates or the inverse of one; no chain of rates is made up.
 * @throws RangeError when none fits
 */
export function converted(
  amount: number,
  from: string,
  to: string,
  rates: readonly Rate[],
): number {
  if (from === to) return amount;
  for (const { of, in: inside, rate } of rates) {
    if (!(Number.isFinite(rate) && rate > 0))
      throw new RangeError(`Rate of ${of} in ${inside}: expected a number over 0, got ${rate}.`);
    if (of === from && inside === to) return amount * rate;
    if (of === to && inside === from) return amount / rate;
  }
  const known = rates.map((rate) => `${rate.of} in ${rate.in}`).join(", ");
  throw new RangeError(
    `Expected a rate between ${from} and ${to}, got ${known === "" ? "none" : known}. Give one with its day.`,
  );
}

/** A list of prices in another currency. */
export function catalogueIn(
  catalogue: Catalogue,
  from: string,
  to: string,
  rates: readonly Rate[],
): Catalogue {
  const one = (item: Item): Item => {
    checkItem(item);
    return {
      ...item,
      price: converted(item.price, from, to, rates),
      yearly: converted(item.yearly, from, to, rates),
    };
  };
  return new Map([...catalogue].map(([id, item]) => [id, one(item)]));
}
