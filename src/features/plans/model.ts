/** What the log’s thread loads of plans: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { planProjection } from "./projection.ts";
import { planKinds } from "./records.ts";

export const plansModel: Model = {
  kinds: planKinds,
  projections: [planProjection],
};
