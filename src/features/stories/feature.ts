/** Stories: what people tell, in every language it is told in. */
import type { Feature } from "../../platform/feature.ts";
import { storyFolder } from "./folder.ts";
import { storyProjection } from "./projection.ts";
import { storyKinds } from "./records.ts";
import { relatedStories } from "./related.tsx";
import { storyRoutes } from "./routes.ts";

export { StoryIndex, storyPath, walkName, placeLine } from "./pages/list.tsx";
export {
  leadStory,
  storyCards,
  storyList,
  type StoryCard,
  type StoryFilter,
  type StoryList,
} from "./queries.ts";
export { LIST_USES, shownStories, type Shown } from "./shown.ts";

export const stories: Feature = {
  name: "stories",
  kinds: storyKinds,
  projections: [storyProjection],
  folder: [storyFolder],
  routes: storyRoutes,
  related: relatedStories,
};
