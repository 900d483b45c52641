/** What the log’s thread loads of conversation: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { conversationProjection } from "./projection.ts";
import { conversationKinds } from "./records.ts";

export const conversationModel: Model = {
  kinds: conversationKinds,
  projections: [conversationProjection],
};
