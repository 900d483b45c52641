/** Plans: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sendScript } from "../../platform/web/script.ts";
import { deskAddresses } from "./desk.ts";
import { drawnAddress } from "./drawn.ts";
import { planFolder } from "./folder.ts";
import { planProjection } from "./projection.ts";
import { planAt, planList, type PlanCard } from "./queries.ts";
import { planKinds } from "./records.ts";
import { relatedPlans } from "./related.tsx";
import { planRoutes } from "./routes.ts";
import { linkScript } from "./script.ts";

export const plans: Feature = {
  name: "plans",
  kinds: planKinds,
  projections: [planProjection],
  folder: [planFolder],
  routes: planRoutes,
  related: relatedPlans,
  machine: (serving) => ({
    ...deskAddresses(serving),
    "GET /plans/*/drawn": drawnAddress(serving),
    [`GET ${linkScript.path}`]: sendScript(linkScript),
  }),
};
export { planAt, planList };
export type { PlanCard };
