/** What other features and commands ask of datasets. */
export type { Dataset } from "./records.ts";
export { cellOfPoint } from "./grid.ts";
export {
  type DatasetCard,
  datasetList,
  type Figure,
  latestByCountry,
  mapCells,
} from "./queries.ts";
export { checkRows } from "./read-rows.ts";
export { ROW_KINDS } from "./row-kinds.ts";
