/** What the log’s thread loads of letter: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { letterProjection } from "./projection.ts";
import { letterKinds } from "./records.ts";

export const letterModel: Model = {
  kinds: letterKinds,
  projections: [letterProjection],
};
