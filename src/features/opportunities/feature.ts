/** Opportunities: the door. */
import type { Feature } from "../../platform/feature.ts";
import { opportunitiesModel } from "./model.ts";
import { acceptAsNew, NEW_THINGS, type NewThing } from "./become.ts";
import { acceptAsOpportunity } from "./desk.ts";
import { opportunitySent } from "./sort.ts";
import { opportunityList } from "./queries.ts";
import { relatedOpportunities } from "./related.tsx";
import { opportunityRoutes } from "./routes.ts";

export const opportunities: Feature = {
  name: "opportunities",
  model: opportunitiesModel,
  routes: opportunityRoutes,
  related: relatedOpportunities,
  sent: [opportunitySent],
};
export { acceptAsNew, acceptAsOpportunity, NEW_THINGS, opportunityList };
export type { NewThing };
