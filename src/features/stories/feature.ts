/** Stories: what people tell, in every language it is told in. */
import type { Feature } from "../../platform/feature.ts";
import { storyFolder } from "./folder.ts";
import { placeLine, StoryIndex, storyPath, walkName } from "./pages/list.tsx";
import { storyProjection } from "./projection.ts";
import {
  leadStory,
  storiesBySubject,
  storyCards,
  storyList,
  type StoryCard,
  type StoryFilter,
  type StoryList,
} from "./queries.ts";
import { STORY_EDITED, storyKinds } from "./records.ts";
import { relatedStories } from "./related.tsx";
import { storyRoutes } from "./routes.ts";
import { LIST_USES, shownStories, storiesByPlace, type Shown } from "./shown.ts";
import { storyView, type StoryView } from "./view.ts";

export const stories: Feature = {
  name: "stories",
  kinds: storyKinds,
  projections: [storyProjection],
  folder: [storyFolder],
  routes: storyRoutes,
  related: relatedStories,
};

export { STORY_EDITED, storiesBySubject };
export { leadStory, shownStories, storiesByPlace, storyCards, storyList, storyView };
export { LIST_USES, placeLine, StoryIndex, storyPath, walkName };
export type { Shown, StoryCard, StoryFilter, StoryList, StoryView };
