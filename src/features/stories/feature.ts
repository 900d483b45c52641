/** Stories: what people tell, in every language it is told in. */
import type { Feature } from "../../platform/feature.ts";
import { foldStory, type Story } from "./fold.ts";
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
import { storyKinds } from "./records.ts";
import { relatedStories } from "./related.tsx";
import { storyRoutes } from "./routes.ts";
import { LIST_USES, shownStories, storiesByPlace, storiesNaming, type Shown } from "./shown.ts";
import { storyView, type StoryView } from "./view.ts";
import { languageName } from "./words.ts";

export const stories: Feature = {
  name: "stories",
  kinds: storyKinds,
  projections: [storyProjection],
  folder: [storyFolder],
  routes: storyRoutes,
  related: relatedStories,
};

export {
  storiesNaming,
  foldStory,
  leadStory,
  shownStories,
  storiesBySubject,
  storiesByPlace,
  storyCards,
  storyList,
  storyView,
};
export { languageName, LIST_USES, placeLine, StoryIndex, storyKinds, storyPath, walkName };
export type { Shown, Story, StoryCard, StoryFilter, StoryList, StoryView };
