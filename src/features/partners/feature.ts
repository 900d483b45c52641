/** Partners: the door. */
import type { Feature } from "../../platform/feature.ts";
import { partnersModel } from "./model.ts";
import { relatedPartners } from "./related.tsx";
import { partnerRoutes } from "./routes.ts";

export const partners: Feature = {
  name: "partners",
  model: partnersModel,
  routes: partnerRoutes,
  related: relatedPartners,
};
