/**
 * What something costs over years, in the money of today.
 *
 * Sources: the present value of a payment and of an annuity as in every text of engineering economics, for example
 * C. S. Park, "Contemporary Engineering Economics", chapters 2 to 4; bought in year 0, paid for at the end of each year,
 * bought again at the end of its life, and nothing is left over when the years are past (which errs on the dear side).
 */
import { expectAmount } from "./item.ts";

export interface Terms {
  /** Whole years over which a plan is reckoned, 1 to 100. */
  readonly years: number;
  /** Share a year by which later money counts less: 0.08 for 8 %. */
  readonly discount: number;
}

/** @throws RangeError */
export function checkTerms({ years, discount }: Terms): void {
  if (!(Number.isInteger(years) && years >= 1 && years <= 100))
    throw new RangeError(`Years: expected a whole number from 1 to 100, got ${years}.`);
  if (!(discount >= 0 && discount < 1))
    throw new RangeError(`Discount: expected a share a year from 0 to below 1, got ${discount}.`);
}

/** What 1 at the end of a year is worth today. */
const discounted = (year: number, { discount }: Terms): number => (1 + discount) ** -year;

/** What 1 a year, at the end of each, is worth today: (1 - (1 + d)^-n) / d, written so that it holds for the smallest d. */
export const annuity = ({ years, discount }: Terms): number =>
  discount === 0 ? years : -Math.expm1(-years * Math.log1p(discount)) / discount;

/** How many times a thing is bought in the years, each discounted to today: once at the beginning, then at the end of each life. */
export function purchases(life: number | undefined, terms: Terms): number {
  let sum = 1;
  for (let year = life ?? Infinity; year < terms.years; year += life!)
    sum += discounted(year, terms);
  return sum;
}

/** Today's value of amounts that fall at the end of years 1, 2, … @throws RangeError */
export function presentValue(amounts: readonly number[], terms: Terms): number {
  checkTerms(terms);
  let sum = 0;
  for (const [i, amount] of amounts.entries()) {
    expectAmount(amount, `Year ${i + 1}`);
    sum += amount * discounted(i + 1, terms);
  }
  return sum;
}
