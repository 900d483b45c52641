/** Places: the door. */
import type { Feature } from "../../platform/feature.ts";
import { placesModel } from "./model.ts";
import { placeRoutes } from "./routes.ts";

export const places: Feature = {
  name: "places",
  model: placesModel,
  routes: placeRoutes,
};
