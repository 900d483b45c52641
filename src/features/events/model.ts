/** What the log’s thread loads of events: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { eventProjection } from "./projection.ts";
import { eventKinds } from "./records.ts";

export const eventsModel: Model = {
  kinds: eventKinds,
  projections: [eventProjection],
};
