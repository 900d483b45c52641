/** What other features and commands ask of stories. */
import type { draftPage as Draft } from "./pages/page.ts";

export { askedQuestions } from "./asked.ts";
export { eraseTexts, forgetErasedDrafts } from "./commands.ts";
export type { Story } from "./fold.ts";
export { storyFolder } from "./folder.ts";
export {
  newestFirst,
  type StoryLine,
  storyLines,
  storyLinesBetween,
  storyLinesNamed,
} from "./lines.ts";
export { beginsAt } from "./moments.ts";
export { placeLine, storyPath, walkName } from "./naming.ts";
export {
  isGoneAt,
  leadStory,
  shownStoryAt,
  slugsTakenBack,
  storiesBySubject,
  storyAt,
  type StoryCard,
  storyCards,
  storyList,
} from "./queries.ts";
export {
  type By,
  STORY_EDITED,
  STORY_TOLD,
  STORY_TRANSLATED,
  STORY_WITHDRAWN,
  StoryBody,
  TranslationBody,
} from "./records.ts";
export {
  authorsOf,
  LIST_USES,
  type Shown,
  shownStories,
  storiesByPlace,
  storiesNaming,
} from "./shown.ts";
export { textIn } from "./text.ts";
export { storyView, type StoryView } from "./view.ts";

/** The page that a draft will be; what shows it is loaded when it is asked for. */
export const draftPage: typeof Draft = async (...asked) =>
  (await import("./pages/page.ts")).draftPage(...asked);
