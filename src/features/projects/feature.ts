/** Projects: the door. */
import type { Feature } from "../../platform/feature.ts";
import { projectsModel } from "./model.ts";
import { relatedProjects } from "./related.tsx";
import { projectRoutes } from "./routes.ts";

export const projects: Feature = {
  name: "projects",
  model: projectsModel,
  routes: projectRoutes,
  related: relatedProjects,
};
