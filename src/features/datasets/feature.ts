/** Datasets: the door. */
import type { Feature } from "../../platform/feature.ts";
import { datasetsModel } from "./model.ts";
import type { Dataset } from "./fold.ts";
import {
  datasetList,
  latestByCountry,
  mapCells,
  type DatasetCard,
  type Figure,
} from "./queries.ts";
import { checkRows } from "./read-rows.ts";
import { cellOfPoint } from "./grid.ts";
import { ROW_KINDS } from "./row-kinds.ts";

export const datasets: Feature = {
  name: "datasets",
  model: datasetsModel,
  routes: [],
};
export { cellOfPoint, checkRows, datasetList, latestByCountry, mapCells, ROW_KINDS };
export type { Dataset, DatasetCard, Figure };
