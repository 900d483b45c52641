/** Projects: the door. */
import type { Feature } from "../../platform/feature.ts";
import { projectsModel } from "./model.ts";
import { projectList } from "./queries.ts";
import { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody } from "./records.ts";
import { relatedProjects } from "./related.tsx";
import { projectRoutes } from "./routes.ts";

export const projects: Feature = {
  name: "projects",
  model: projectsModel,
  routes: projectRoutes,
  related: relatedProjects,
};
export { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody, projectList };
