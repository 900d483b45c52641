/** How long a plan is reckoned for, and how much less later money counts. */
import type { Terms } from "../../../engines/costs/present-value.ts";
import type { Region } from "./region.ts";

export const termsOf = ({ money }: Region): Terms => ({
  years: money.years,
  discount: money.discount,
});
