/** The campaign: its own words, its free pages, and the pages that bring all features together. */
import type { Feature } from "../../platform/feature.ts";
import { campaignModel } from "./model.ts";
import { campaignHandle } from "./federation.ts";
import { campaignFrame } from "./frame.ts";
import type { Campaign, FreePage } from "./fold.ts";
import { WrittenPage } from "./pages/free.tsx";
import { formerOf, openedCampaign, pageAt as freePageAt, theCampaign } from "./queries.ts";
import { CAMPAIGN_EDITED, CAMPAIGN_OPENED } from "./records.ts";
import { campaignRoutes } from "./routes.ts";
import { settingsSteps } from "./settings/steps.ts";
import { settingsAddresses } from "./settings/addresses.ts";
import { freePageAddresses } from "./settings/free-pages.ts";

export const campaign: Feature = {
  name: "campaign",
  model: campaignModel,
  routes: campaignRoutes,
  former: formerOf,
  steps: settingsSteps,
  machine: (serving) => ({ ...settingsAddresses(serving), ...freePageAddresses(serving) }),
};

export { campaignHandle };
export { CAMPAIGN_EDITED, CAMPAIGN_OPENED, campaignFrame, freePageAt, openedCampaign };
export { theCampaign, WrittenPage };
export type { Campaign, FreePage };
