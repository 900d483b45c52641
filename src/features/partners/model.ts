/** What the log’s thread loads of partners: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { partnerProjection } from "./projection.ts";
import { partnerKinds } from "./records.ts";

export const partnersModel: Model = {
  kinds: partnerKinds,
  projections: [partnerProjection],
};
