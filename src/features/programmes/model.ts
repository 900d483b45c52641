/** What the log’s thread loads of programmes: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { programmeProjection } from "./projection.ts";
import { programmeKinds } from "./records.ts";

export const programmesModel: Model = {
  kinds: programmeKinds,
  projections: [programmeProjection],
};
