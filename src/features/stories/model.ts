/** What the log’s thread loads of stories: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { foldStory, type Story } from "./fold.ts";
import { storyProjection } from "./projection.ts";
import { storyKinds } from "./records.ts";

export const storiesModel: Model = {
  kinds: storyKinds,
  projections: [storyProjection],
};

export { foldStory };
export type { Story };
