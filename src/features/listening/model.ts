/** What the log’s thread loads of listening: the kind of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { listeningPart } from "./private/listening.ts";
import { listeningProjection } from "./projection.ts";
import { listeningKinds } from "./records.ts";

export const listeningModel: Model = {
  kinds: listeningKinds,
  projections: [listeningProjection],
  private: [listeningPart],
};
