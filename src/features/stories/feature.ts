/** Stories: what people tell, in every language it is told in. */
import type { Feature } from "../../platform/feature.ts";
import { storiesModel } from "./model.ts";
import { foldStory, type Story } from "./fold.ts";
import { eraseTexts, forgetErasedDrafts } from "./erase.ts";
import { storyFolder } from "./folder.ts";
import { formerStory } from "./former.ts";
import { placeLine, StoryIndex, storyPath, walkName } from "./pages/list.tsx";
import {
  leadStory,
  storyCards,
  storyList,
  type StoryCard,
  type StoryFilter,
  storiesBySubject,
  slugsTakenBack,
  isGoneAt,
  shownStoryAt,
  storyAt,
  type StoryList,
  type ToldStory,
} from "./queries.ts";
import {
  STORY_TOLD,
  STORY_EDITED,
  STORY_TRANSLATED,
  STORY_WITHDRAWN,
  StoryBody,
  storyKinds,
  TranslationBody,
  type By,
} from "./records.ts";
import { relatedStories } from "./related.tsx";
import { draftPage, storyRoutes } from "./routes.ts";
import {
  authorsOf,
  LIST_USES,
  notYetShown,
  shownStories,
  storiesByPlace,
  storiesNaming,
  type Shown,
} from "./shown.ts";
import { textIn } from "./text.ts";
import { storyView, type StoryView } from "./view.ts";

export const stories: Feature = {
  name: "stories",
  model: storiesModel,
  routes: storyRoutes,
  related: relatedStories,
  former: formerStory,
  heldBack: notYetShown,
};

export { authorsOf, eraseTexts, forgetErasedDrafts, slugsTakenBack, storiesNaming };
export {
  draftPage,
  isGoneAt,
  shownStoryAt,
  storiesBySubject,
  storyAt,
  StoryBody,
  storyFolder,
  TranslationBody,
};
export { textIn, STORY_EDITED, STORY_TOLD, STORY_TRANSLATED, STORY_WITHDRAWN };
export { foldStory, leadStory, shownStories, storiesByPlace, storyCards, storyKinds, storyList };
export { storyView, LIST_USES, placeLine, StoryIndex, storyPath, walkName };
export type { By, Shown, Story, ToldStory, StoryCard, StoryFilter, StoryList, StoryView };
