/** Opportunities: the door. */
import type { Feature } from "../../platform/feature.ts";
import { opportunitiesModel } from "./model.ts";
import { opportunitySent } from "./sort.ts";
import { relatedOpportunities } from "./related.tsx";
import { opportunityRoutes } from "./routes.ts";

export const opportunities: Feature = {
  name: "opportunities",
  model: opportunitiesModel,
  routes: opportunityRoutes,
  related: relatedOpportunities,
  sent: [opportunitySent],
};
