/** What the log’s thread loads of translations: the kinds of record it owns, and its table. */
import type { Model } from "../../platform/feature.ts";
import { translationProjection } from "./projection.ts";
import { translationKinds } from "./records.ts";

export const translationsModel: Model = {
  kinds: translationKinds,
  projections: [translationProjection],
};
