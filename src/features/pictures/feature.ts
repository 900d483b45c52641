/** Photos: what is said of them, and which there are. */
import type { Feature } from "../../platform/feature.ts";
import { picturesModel } from "./model.ts";

export const pictures: Feature = {
  name: "pictures",
  model: picturesModel,
  routes: [],
};
