/** Datasets: the door. */
import type { Feature } from "../../platform/feature.ts";
import { datasetsModel } from "./model.ts";

export const datasets: Feature = {
  name: "datasets",
  model: datasetsModel,
  routes: [],
};
