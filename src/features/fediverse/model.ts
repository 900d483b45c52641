/** What the log’s thread loads of fediverse: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { reactorsPart } from "./private.ts";

export const fediverseModel: Model = {
  kinds: {},
  projections: [],
  private: [reactorsPart],
};
