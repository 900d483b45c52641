/** Contributions: the door. */
import type { Feature } from "../../platform/feature.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { contributionHandlers } from "./handlers.ts";
import { storeOf } from "./store-of.ts";
import { contributionRoutes } from "./routes.ts";
import { storySent } from "./sort.ts";

export const contributions: Feature = {
  name: "contributions",
  routes: contributionRoutes,
  machine: contributionHandlers,
  sent: [storySent],
  takenBack: (serving) => storeOf(serving).sweep(serving.clock.now() - KEPT_UNSENT),
  hourly: (serving) => storeOf(serving).sweep(serving.clock.now() - KEPT_UNSENT),
};
