/** What the log’s thread loads of datasets: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { datasetProjection } from "./projection.ts";
import { datasetKinds } from "./records.ts";

export const datasetsModel: Model = {
  kinds: datasetKinds,
  projections: [datasetProjection],
};
