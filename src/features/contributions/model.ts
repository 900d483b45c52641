/** What the log’s thread loads of contributions: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { consentsPart } from "./private/consents.ts";
import { unlookedPart } from "./private/unlooked.ts";
import { uploadsPart } from "./private/uploads.ts";

export const contributionsModel: Model = {
  kinds: {},
  projections: [],
  private: [consentsPart, uploadsPart, unlookedPart],
};
