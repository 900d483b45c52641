/** What other features and commands ask of campaign. */
export { campaignHandle } from "./federation.ts";
export type { Campaign, FreePage } from "./records.ts";
export { campaignFrame } from "./frame.ts";
export { WrittenPage } from "./components/written-page.tsx";
export { pageAt as freePageAt, openedCampaign, theCampaign } from "./queries.ts";
export { CAMPAIGN_EDITED, CAMPAIGN_OPENED } from "./records.ts";
