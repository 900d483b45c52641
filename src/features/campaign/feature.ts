/** The campaign: its own words, its free pages, and the pages that bring all features together. */
import type { Feature } from "../../platform/feature.ts";
import { campaignModel } from "./model.ts";
import { formerOf } from "./queries.ts";
import { campaignRoutes } from "./routes.ts";
import { settingsSteps } from "./settings/steps.ts";
import { settingsAddresses } from "./settings/addresses.ts";
import { freePageAddresses } from "./settings/free-pages.ts";
import { wordsIn } from "./settings/words.ts";

export const campaign: Feature = {
  name: "campaign",
  model: campaignModel,
  routes: campaignRoutes,
  former: formerOf,
  steps: settingsSteps,
  desk: [
    {
      path: "/desk/settings",
      group: "run",
      permission: "settings",
      isFirst: true,
      about: wordsIn,
      pages: ["/desk/settings/new-page", "/desk/settings/pages/:slug"].map((path) => ({
        path,
        about: (lang) => wordsIn(lang).freePage,
      })),
    },
  ],
  machine: (serving) => ({ ...settingsAddresses(serving), ...freePageAddresses(serving) }),
};
