/** Contributions: the door. */
import type { Feature } from "../../platform/feature.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { contributionDoors, storeOf } from "./doors.ts";
import { contributionRoutes } from "./routes.ts";
import { storySent } from "./sort.ts";

export const contributions: Feature = {
  name: "contributions",
  kinds: {},
  projections: [],
  routes: contributionRoutes,
  machine: contributionDoors,
  sent: [storySent],
  takenBack: (serving) => storeOf(serving).sweep(serving.now() - KEPT_UNSENT),
  hourly: (serving) => storeOf(serving).sweep(serving.now() - KEPT_UNSENT),
};
