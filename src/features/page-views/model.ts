/** What the log’s thread loads of page-views: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { countsPart } from "./private.ts";

export const pageViewsModel: Model = {
  kinds: {},
  projections: [],
  private: [countsPart],
};
