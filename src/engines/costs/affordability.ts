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

interface Subscribers {
  readonly households: number;
  /** Share of the households that subscribe. */
  readonly takeUp: number;
}

/**
 * The month's price at which the subscribers together carry all of a plan's cost over its years, without gain or
 * grant: present value / (subscribing households × 12 × annuity). Undefined where nobody subscribes.
 */
export function priceThatCovers(
  presentValue: number,
  { households, takeUp }: Subscribers,
  terms: Terms,
): number | undefined {
  checkTerms(terms);
  expectAmount(presentValue, "A present value");
  const paying = households * takeUp;
  return paying > 0 ? presentValue / (paying * 12 * annuity(terms)) : undefined;
}
