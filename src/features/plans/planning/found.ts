/** All that was asked, found on the ground and chosen: what a plan is written from. */
import { priceThatCovers } from "../../../engines/costs/affordability.ts";
import type { Reason } from "../../../engines/selection/order.ts";
import type { Choice, Step } from "../../../engines/selection/problem.ts";
import type { FilledGrid } from "../../../engines/terrain/voids.ts";
import { householdsOf, type Asked } from "./asking.ts";
import { termsOf } from "./pricing.ts";
import type { ShortBudget } from "./short-budget.ts";

export interface Found extends Asked {
  readonly terrain: FilledGrid;
  readonly choice: Choice;
  readonly steps: readonly Step[];
  readonly reasons: readonly Reason[];
  readonly curve: readonly { readonly budget: number; readonly choice: Choice }[];
  /** South, west, north, east. */
  readonly bounds: readonly [number, number, number, number];
  readonly open: readonly string[];
  /** Absent where no place is left out for it. */
  readonly short?: ShortBudget;
  readonly today: string;
}

/** The month's price of a household that covers the network over its years; undefined where it serves nobody. */
export function monthlyPrice({ region, choice }: Found, presentValue: number): number | undefined {
  const households = householdsOf(choice.people, region);
  const price = priceThatCovers(
    presentValue,
    { households, takeUp: region.demand.takeUp },
    termsOf(region),
  );
  return price === undefined ? undefined : Math.round(price * 100) / 100;
}
