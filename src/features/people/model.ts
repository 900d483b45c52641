/** What the log’s thread loads of people: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { heldProjection, peopleProjection } from "./projection.ts";
import { personKinds } from "./records.ts";

export const peopleModel: Model = {
  kinds: personKinds,
  projections: [peopleProjection, heldProjection],
};
