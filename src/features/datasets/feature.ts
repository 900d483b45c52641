/** Datasets: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { Dataset } from "./fold.ts";
import { datasetFolder } from "./folder.ts";
import { datasetProjection } from "./projection.ts";
import {
  datasetList,
  latestByCountry,
  mapCells,
  type DatasetCard,
  type Figure,
} from "./queries.ts";
import { checkRows } from "./read-rows.ts";
import { cellOfPoint } from "./grid.ts";
import { datasetKinds } from "./records.ts";
import { ROW_KINDS } from "./row-kinds.ts";

export const datasets: Feature = {
  name: "datasets",
  kinds: datasetKinds,
  projections: [datasetProjection],
  folder: [datasetFolder],
  routes: [],
};
export { cellOfPoint, checkRows, datasetFolder, datasetList, latestByCountry, mapCells, ROW_KINDS };
export type { Dataset, DatasetCard, Figure };
