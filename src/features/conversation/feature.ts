/** The conversation: the door. */
import type { Feature } from "../../platform/feature.ts";
import { conversationModel } from "./model.ts";
import { conversationHandlers, idOf as commentIdOf } from "./handlers.ts";
import {
  BY_RULE,
  intakeOf,
  NOT_TAKEN,
  tidied,
  type Intake,
  type NotTaken,
  type TakenIn,
} from "./intake.ts";
import { sayHelped } from "./helped.ts";
import { commentEntry } from "./feed-entry.tsx";
import { latestComments, type LatestComment } from "./latest.ts";
import { Heard } from "./pages/recording.tsx";
import { Card, Origin, type CommentCard } from "./pages/source.tsx";
import { Comments } from "./pages/comments.tsx";
import { Foot } from "./pages/foot.tsx";
import { threadVersion } from "./projection.ts";
import { commentById, commentCounts, commentsBySubject, countOf, threadPage } from "./queries.ts";
import { deleteOver } from "./recordings.ts";
import {
  COMMENT_EDITED,
  COMMENT_SAID,
  COMMENT_WITHDRAWN,
  REACTIONS_COUNTED,
  REACTIONS_RECOUNTED,
} from "./records.ts";
import { READY_REASONS, reasonIn, type Reason } from "./reasons.ts";
import { relatedConversation } from "./related.tsx";
import { conversationRoutes } from "./routes.ts";
import { acceptRemark, sayerOf, takeBack, unsay } from "./say.ts";
import { isHard, type Signal } from "./signals.ts";
import { Said } from "./text.tsx";
import { commentPath, SPACES_WITH_THREADS, thingAbout, thingAt, type Thing } from "./things.ts";
import { wordsIn as conversationWordsIn, type ConversationWords } from "./words.ts";

export const conversation: Feature = {
  name: "conversation",
  model: conversationModel,
  routes: conversationRoutes,
  machine: conversationHandlers,
  related: relatedConversation,
  async hourly(serving) {
    await deleteOver(serving);
    await sayHelped(serving);
  },
};

export { countOf, REACTIONS_COUNTED, REACTIONS_RECOUNTED };
export { BY_RULE, conversationWordsIn, intakeOf, isHard, NOT_TAKEN, READY_REASONS, reasonIn };
export { SPACES_WITH_THREADS };
export {
  acceptRemark,
  sayerOf,
  commentById,
  commentCounts,
  commentPath,
  commentsBySubject,
  takeBack,
  thingAbout,
  thingAt,
  threadPage,
};
export { COMMENT_EDITED, COMMENT_SAID, COMMENT_WITHDRAWN, Said, threadVersion, tidied, unsay };
export { Card, commentEntry, commentIdOf, Comments, Foot, Heard, latestComments, Origin };
export type {
  CommentCard,
  ConversationWords,
  Intake,
  LatestComment,
  NotTaken,
  Reason,
  Signal,
  TakenIn,
  Thing,
};
