/** Classes: the door. */
import type { Feature } from "../../platform/feature.ts";
import { learningAddresses } from "./learning/addresses.ts";
import { classesModel } from "./model.ts";

export const classes: Feature = {
  name: "classes",
  model: classesModel,
  routes: [],
  machine: (serving) => ({ ...learningAddresses(serving) }),
};
