/** What the log’s thread loads of projects: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { projectProjection } from "./projection.ts";
import { projectKinds } from "./records.ts";

export const projectsModel: Model = {
  kinds: projectKinds,
  projections: [projectProjection],
};
