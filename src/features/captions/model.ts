/** What the log’s thread loads of captions: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { captionsPart } from "./private.ts";

export const captionsModel: Model = {
  kinds: {},
  projections: [],
  private: [captionsPart],
};
