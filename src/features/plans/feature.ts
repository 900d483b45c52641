/** Plans: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sendScript } from "../../platform/web/script.ts";
import { plansModel } from "./model.ts";
import { deskAddresses } from "./desk.ts";
import { drawnAddress } from "./drawn.ts";
import { relatedPlans } from "./related.tsx";
import { regionAddresses } from "./regions-desk.ts";
import { tidyRegions } from "./regions-store.ts";
import { MAKE, makeWork } from "./regions-work.ts";
import { regionWordsIn } from "./region-words.ts";
import { planRoutes } from "./routes.ts";
import { linkJudge, linkScript } from "./script.ts";
import { wordsIn } from "./words.ts";

export const plans: Feature = {
  name: "plans",
  model: plansModel,
  routes: planRoutes,
  related: relatedPlans,
  desk: [
    {
      path: "/desk/plans",
      group: "field",
      permission: "plan",
      about: wordsIn,
      pages: [{ path: "/desk/plans/regions", about: regionWordsIn }],
    },
  ],
  machine: (serving) => ({
    ...deskAddresses(serving),
    ...regionAddresses(serving),
    "GET /plans/:slug/drawn": drawnAddress(serving),
    [`GET ${linkScript.path}`]: sendScript(linkScript),
    [`GET ${linkJudge.path}`]: sendScript(linkJudge),
  }),
  works(serving) {
    tidyRegions(serving.instance.folder.dir); // what was cut off goes before anything comes
    return { [MAKE]: makeWork(serving) };
  },
};
