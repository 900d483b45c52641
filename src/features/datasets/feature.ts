/** Datasets: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { Dataset } from "./fold.ts";
import { datasetFolder } from "./folder.ts";
import { datasetProjection } from "./projection.ts";
import { datasetList, latestByCountry, type DatasetCard, type Figure } from "./queries.ts";
import { checkRows } from "./read-rows.ts";
import { datasetKinds } from "./records.ts";
import { ROW_KINDS } from "./row-kinds.ts";

export const datasets: Feature = {
  name: "datasets",
  kinds: datasetKinds,
  projections: [datasetProjection],
  folder: [datasetFolder],
  routes: [],
};
export { checkRows, datasetFolder, datasetList, latestByCountry, ROW_KINDS };
export type { Dataset, DatasetCard, Figure };
