/** What a connection costs those who use it, beside what they earn. */
import { expectAmount } from "./item.ts";
import { annuity, checkTerms, type Terms } from "./present-value.ts";

/**
 * The yardstick of the UN Broadband Commission for Sustainable Development, Target 2 of 2018: by 2025 entry-level
 * broadband at less than 2 % of monthly gross national income per head in low- and middle-income countries.
 */
export const YARDSTICK = {
  percent: 2,
  source: {
    title: "2025 Broadband Advocacy Target 2: make broadband affordable",
    url: "https://www.broadbandcommission.org/advocacy-targets/2-affordability/",
    publisher: "Broadband Commission for Sustainable Development",
    date: "2018",
  },
} as const;

/** Per cent of a month's income that a month's price is. @throws RangeError */
export function shareOfIncome(priceMonth: number, incomeYear: number): number {
  expectAmount(priceMonth, "A month's price");
  if (!(Number.isFinite(incomeYear) && incomeYear > 0))
    throw new RangeError(`Income a year: expected a number over 0, got ${incomeYear}.`);
  return (priceMonth * 12 * 100) / incomeYear;
}

/**
 * The price a month and subscriber at which they together carry a cost over its years, without gain or grant:
 * present value / (subscribers × 12 × annuity), in the currency of the present value. Twelve payments count as one at
 * the end of their year, the rule of the annuity (C. S. Park, "Contemporary Engineering Economics", chapter 3).
 * Undefined where nobody subscribes.
 * @param presentValue of all that the price is to pay for, over the years of `terms`
 * @param subscribers households that subscribe, not all that are covered
 * @throws RangeError
 */
export function priceThatCovers(
  presentValue: number,
  subscribers: number,
  terms: Terms,
): number | undefined {
  checkTerms(terms);
  expectAmount(presentValue, "A present value");
  expectAmount(subscribers, "Subscribers");
  return subscribers > 0 ? presentValue / (subscribers * 12 * annuity(terms)) : undefined;
}
