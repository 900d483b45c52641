/** What the log’s thread loads of badges: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { badgesPart } from "./private.ts";
import { badgeProjection } from "./projection.ts";
import { badgeKinds } from "./records.ts";

export const badgesModel: Model = {
  kinds: badgeKinds,
  projections: [badgeProjection],
  private: [badgesPart],
};
