/** What other features and commands ask of conversation. */
export { commentEntry } from "./feed-entry.tsx";
export { acceptRemark, sayCount, sayerOf, takeBack, withdrawComment } from "./commands.ts";
export { commentIdOf } from "./comment-id.ts";
export { type Intake, intakeOf, NOT_TAKEN, tidied } from "./intake.ts";
export { type LatestComment, latestComments } from "./latest.ts";
export { Comments } from "./components/comments.tsx";
export { Foot } from "./components/foot.tsx";
export { Heard } from "./components/recording.tsx";
export { Card, type CommentCard, Origin } from "./components/source.tsx";
export { threadVersion } from "./projection.ts";
export { commentById, commentCounts, commentsBySubject, countOf, threadPage } from "./queries.ts";
export { READY_REASONS, reasonIn } from "./reasons.ts";
export { COMMENT_EDITED, COMMENT_SAID, COMMENT_WITHDRAWN } from "./records.ts";
export { isHard } from "./signals.ts";
export { Said } from "./text.tsx";
export { commentPath, SPACES_WITH_THREADS, type Thing, thingAbout } from "./things.ts";
export { wordsIn as conversationWordsIn } from "./words.ts";
