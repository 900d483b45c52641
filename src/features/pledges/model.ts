/** What the log’s thread loads of pledges: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { pledgeProjection } from "./projection.ts";
import { pledgeKinds } from "./records.ts";

export const pledgesModel: Model = {
  kinds: pledgeKinds,
  projections: [pledgeProjection],
};
