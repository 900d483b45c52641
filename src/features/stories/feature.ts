/** Stories: what people tell, in every language it is told in. */
import type { Feature } from "../../platform/feature.ts";
import { agreedStoryFiles } from "./files.ts";
import { storiesModel } from "./model.ts";
import { formerStory } from "./former.ts";
import { relatedStories } from "./related.tsx";
import { storyRoutes } from "./routes.ts";
import { notYetShown } from "./shown.ts";

export const stories: Feature = {
  name: "stories",
  model: storiesModel,
  routes: storyRoutes,
  related: relatedStories,
  former: formerStory,
  heldBack: notYetShown,
  agreedFiles: agreedStoryFiles,
};
