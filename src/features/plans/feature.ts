/** Plans: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sendScript } from "../../platform/web/script.ts";
import { plansModel } from "./model.ts";
import { deskAddresses } from "./desk.ts";
import { drawnAddress } from "./drawn.ts";
import { relatedPlans } from "./related.tsx";
import { planRoutes } from "./routes.ts";
import { linkJudge, linkScript } from "./script.ts";
import { wordsIn } from "./words.ts";

export const plans: Feature = {
  name: "plans",
  model: plansModel,
  routes: planRoutes,
  related: relatedPlans,
  desk: [{ path: "/desk/plans", group: "field", permission: "plan", about: wordsIn }],
  machine: (serving) => ({
    ...deskAddresses(serving),
    "GET /plans/:slug/drawn": drawnAddress(serving),
    [`GET ${linkScript.path}`]: sendScript(linkScript),
    [`GET ${linkJudge.path}`]: sendScript(linkJudge),
  }),
};
