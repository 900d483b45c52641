/** What the log’s thread loads of opportunities: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { opportunityProjection } from "./projection.ts";
import { opportunityKinds } from "./records.ts";

export const opportunitiesModel: Model = {
  kinds: opportunityKinds,
  projections: [opportunityProjection],
};
