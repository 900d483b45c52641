/** Opportunities: the door. */
import type { Feature } from "../../platform/feature.ts";
import { acceptAsNew, NEW_THINGS, type NewThing } from "./become.ts";
import {
  acceptAs,
  acceptAsOpportunity,
  readSubmission,
  refuse,
  waiting,
  type Desk,
} from "./desk.ts";
import { opportunityDoors } from "./doors.ts";
import { opportunityProjection } from "./projection.ts";
import { opportunityList } from "./queries.ts";
import { opportunityKinds } from "./records.ts";
import { relatedOpportunities } from "./related.tsx";
import { opportunityRoutes } from "./routes.ts";
import type { Sent } from "./sent.ts";

export const opportunities: Feature = {
  name: "opportunities",
  kinds: opportunityKinds,
  projections: [opportunityProjection],
  routes: opportunityRoutes,
  related: relatedOpportunities,
};
export {
  acceptAs,
  acceptAsNew,
  acceptAsOpportunity,
  NEW_THINGS,
  opportunityDoors,
  opportunityList,
  readSubmission,
  refuse,
  waiting,
};
export type { Desk, NewThing, Sent };
