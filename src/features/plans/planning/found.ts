/** All that was asked, found on the ground and chosen: what a plan is written from. */
import type { Reason } from "../../../engines/selection/order.ts";
import type { Choice, Step } from "../../../engines/selection/problem.ts";
import type { FilledGrid } from "../../../engines/terrain/voids.ts";
import type { PlannedPlace } from "../records.ts";
import type { Asked } from "./asking.ts";
import type { ShortBudget } from "./short-budget.ts";

/** By the index of the place, of those that are served. */
export type Shares = ReadonlyMap<number, NonNullable<PlannedPlace["share"]>>;

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
  /** Of the houses of the places that are served. */
  readonly shares: Shares;
  readonly today: string;
}
