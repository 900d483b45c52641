/** What the log’s thread loads of stories: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { foldStory, type Story } from "./fold.ts";
import { storyProjection } from "./projection.ts";
import { storyKinds } from "./records.ts";
import { draftsPart, askDrafts, MAX_TEXT, type NewDraft } from "./private/drafts.ts";
import { waitingPart, askWaiting } from "./private/waiting.ts";
import {
  draftsShowing,
  type ShowingDraft,
  type DraftKind,
  type GoneRow,
  SENT_IN,
  readWaiting,
  type Waiting,
  type Draft,
  type DraftFile,
  type DraftVersion,
} from "./private/draft-rows.ts";

export const storiesModel: Model = {
  kinds: storyKinds,
  projections: [storyProjection],
  private: [draftsPart, waitingPart],
};

export { foldStory };
export type { Story };

/** What others ask of what is private of it. */
export { SENT_IN, readWaiting, askDrafts, MAX_TEXT, askWaiting, draftsShowing };
export type { DraftKind, GoneRow, Waiting, Draft, DraftFile, DraftVersion, NewDraft, ShowingDraft };
