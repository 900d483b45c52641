/** What the log’s thread loads of newsletter: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { outboxPart } from "./private/outbox.ts";
import { subscribersPart } from "./private/subscribers.ts";

export const newsletterModel: Model = {
  kinds: {},
  projections: [],
  private: [outboxPart, subscribersPart],
};
