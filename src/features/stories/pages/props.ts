/** What every part of a story's page is given. */
import type { PageRequest } from "../../../platform/web/route.ts";
import type { StoryView } from "../view.ts";
import type { StoryWords } from "../words.ts";

export interface StoryProps {
  readonly view: StoryView;
  readonly request: PageRequest;
  /** In the language of the text. */
  readonly words: StoryWords;
}
