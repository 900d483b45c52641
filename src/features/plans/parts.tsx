/** What the pages of plans share: how a page stands, and numbers that are computed and verified by nobody. */
import type { Html } from "../../platform/web/route.ts";
import { formatNumber, localeOf } from "../../platform/web/words.ts";
import { hoursWithout, type Standing } from "../../engines/propagation/outage.ts";
import type { Hop, Plan } from "./records.ts";
import type { PlanWords } from "./words.ts";

/** How a page stands: its words, the language in which the campaign speaks, a path in the page's language. */
export interface Shown {
  readonly words: PlanWords;
  readonly own: string;
  readonly to: (path: string) => string;
}

/** In the texture of what nobody has verified. */
export const Fig = ({ children }: { readonly children: unknown }): Html => (
  <span class="fig claimed">{children}</span>
);

/** `EUR 1,250`: whole numbers from ten on, since a plan is no bill. */
export function moneyWords(
  amount: number,
  { money }: Pick<Plan, "money">,
  { lang }: PlanWords,
): string {
  const places = amount >= 10 || Number.isInteger(amount) ? 0 : 2;
  const said = amount.toLocaleString(localeOf(lang), {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return `${money.currency} ${said}`;
}

/** `1,250.75` */
export const inCents = (amount: number, { lang }: PlanWords): string =>
  amount.toLocaleString(localeOf(lang), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `EUR 1,250.75`: as it stands in a bill. */
export const billWords = (
  amount: number,
  { money }: Pick<Plan, "money">,
  words: PlanWords,
): string => `${money.currency} ${inCents(amount, words)}`;

/** To so many places after the point. */
export const rounded = (n: number, words: PlanWords, places = 1): string =>
  formatNumber(Math.round(n * 10 ** places) / 10 ** places, words.lang);

/** Whether it is known how much of a year the hop stands. */
export const isStanding = (hop: Hop): hop is Hop & Standing => hop.availability !== undefined;

/**
 * `99.95 %` and `about 4 hours a year without`: per cent to the four places that a plan gives, since 99.9996 must not read
 * as 100. Below 99 %, where the law of rain ends, no more is said than that.
 */
export function yearly(
  { availability, below }: Standing,
  { year, percent, lang }: PlanWords,
): { readonly share: string; readonly without: string } {
  const isBelow = below || availability < 99;
  const least = isBelow ? 99 : availability;
  const share = percent(least.toLocaleString(localeOf(lang), { maximumFractionDigits: 4 }));
  const hours = hoursWithout(least);
  if (isBelow) return { share: year.below(share), without: year.over(Math.floor(hours)) };
  const minutes = Math.max(1, Math.round(hours * 60));
  return { share, without: hours < 2 ? year.minutes(minutes) : year.hours(Math.round(hours)) };
}

/** The same on a page. */
export function Yearly({ of, words }: { readonly of: Standing; readonly words: PlanWords }): Html {
  const { share, without } = yearly(of, words);
  return (
    <>
      <Fig>{share}</Fig> <small>{without}</small>
    </>
  );
}
