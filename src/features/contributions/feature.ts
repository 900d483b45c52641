/** Contributions: the door. */
import type { Feature } from "../../platform/feature.ts";
import { contributionHandlers } from "./handlers.ts";
import { contributionRoutes } from "./routes.ts";
import { storySent } from "./sort.ts";
import { sweepUploads } from "./store-of.ts";
import { restsWait, tendRests } from "./tend-rests.ts";
import { unlookedAddresses, unlookedWaits } from "./unlooked-desk.tsx";

export const contributions: Feature = {
  name: "contributions",
  routes: contributionRoutes,
  machine: (serving) => ({ ...contributionHandlers(serving), ...unlookedAddresses(serving) }),
  sent: [storySent],
  waits: async (...asked) => [...(await unlookedWaits(...asked)), ...(await restsWait(...asked))],
  takenBack: sweepUploads,
  async hourly(serving) {
    await tendRests(serving);
    await sweepUploads(serving);
  },
};
