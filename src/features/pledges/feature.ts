/** Pledges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { pledgesModel } from "./model.ts";
import { relatedPledges } from "./related.tsx";
import { pledgeRoutes } from "./routes.ts";
import { madeSent } from "./make-sort.ts";
import { pledgeSent } from "./sending.ts";

export const pledges: Feature = {
  name: "pledges",
  model: pledgesModel,
  routes: pledgeRoutes,
  related: relatedPledges,
  sent: [pledgeSent, madeSent],
};
