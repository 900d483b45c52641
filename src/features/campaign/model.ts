/** What the log’s thread loads of campaign: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { campaignProjection, pagesProjection } from "./projection.ts";
import { campaignKinds, pageKinds } from "./records.ts";

export const campaignModel: Model = {
  kinds: { ...campaignKinds, ...pageKinds },
  projections: [campaignProjection, pagesProjection],
};
