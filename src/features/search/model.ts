/** What the log’s thread loads of search: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { searchProjection } from "./indexing.ts";

export const searchModel: Model = {
  kinds: {},
  projections: [searchProjection],
};
