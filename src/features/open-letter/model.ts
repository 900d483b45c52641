/** What the log’s thread loads of letter: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { letterProjection } from "./projection.ts";
import { letterKinds } from "./records.ts";
import { signaturesPart } from "./private.ts";

export const letterModel: Model = {
  kinds: letterKinds,
  projections: [letterProjection],
  private: [signaturesPart],
};
