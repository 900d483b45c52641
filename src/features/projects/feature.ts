/** Projects: the door. */
import type { Feature } from "../../platform/feature.ts";
import { projectFolder } from "./folder.ts";
import { projectProjection } from "./projection.ts";
import { projectList } from "./queries.ts";
import { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody, projectKinds } from "./records.ts";
import { relatedProjects } from "./related.tsx";
import { projectRoutes } from "./routes.ts";

export const projects: Feature = {
  name: "projects",
  kinds: projectKinds,
  projections: [projectProjection],
  folder: [projectFolder],
  routes: projectRoutes,
  related: relatedProjects,
};
export { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody, projectList };
