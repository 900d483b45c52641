/** Programmes and *Do good*: the door. */
import type { Feature } from "../../platform/feature.ts";
import { programmesModel } from "./model.ts";
import { relatedProgrammes } from "./related.tsx";
import { programmeRoutes } from "./routes.ts";

export const programmes: Feature = {
  name: "programmes",
  model: programmesModel,
  routes: programmeRoutes,
  related: relatedProgrammes,
};
