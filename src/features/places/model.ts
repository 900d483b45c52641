/** What the log’s thread loads of places: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { currency, measures } from "./standing.ts";
import { placeProjection } from "./projection.ts";
import { placeKinds } from "./records.ts";

export const placesModel: Model = {
  kinds: placeKinds,
  projections: [placeProjection],
};

export { currency, measures };
