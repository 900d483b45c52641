/** What the log’s thread loads of newsletter: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { draftsPart } from "./private/drafts.ts";
import { importedPart } from "./private/imported.ts";
import { outboxPart } from "./private/outbox.ts";
import { subscribersPart } from "./private/subscribers.ts";
import { newsletterProjection } from "./projection.ts";
import { newsletterKinds } from "./records.ts";

export const newsletterModel: Model = {
  kinds: newsletterKinds,
  projections: [newsletterProjection],
  private: [outboxPart, subscribersPart, draftsPart, importedPart],
};
