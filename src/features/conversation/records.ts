/** What can be said of a comment, of how often it was liked, and of a thread. */
import * as v from "valibot";
import {
  count,
  day,
  language,
  line,
  oneOf,
  storedMedia,
  url,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import { MAX_WORDS } from "./bounds.ts";

export const COMMENT_SAID = "comment.said/1";
export const COMMENT_EDITED = "comment.edited/1";
export const COMMENT_WITHDRAWN = "comment.withdrawn/1";
export const REACTIONS_COUNTED = "reactions.counted/1";
export const REACTIONS_RECOUNTED = "reactions.recounted/1";

/** Of a comment, wherever it was said; made before it was sent, so that it is one however often it comes. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "the id of a comment"));

/** A subject that has a page, `topic:` with the id of a topic, or the room of the hashtag. */
const about = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9a-f]{64}|topic:[a-z0-9][a-z0-9-]{0,79}|room)$/, "what it is about"),
);

// Line breaks are text; every other control character is not.
const CONTROLS = /(?!\n)\p{Cc}/u;
/** Words of a comment: plain text, paragraphs apart by an empty line. */
const words = v.pipe(
  v.string("some text"),
  v.minLength(1, "some text"),
  v.maxLength(MAX_WORDS, `at most ${MAX_WORDS} characters`),
  v.check((s) => !CONTROLS.test(s) && s.isWellFormed(), "text without control characters"),
);

/** Where it was said, if not here. */
const origin = v.strictObject({ url, author: v.optional(url), host: line });

/** A card of a page elsewhere, in the desk's words: nothing of it is loaded. */
const card = v.strictObject({ url, title: line, host: line });

export const CommentBody = v.strictObject({
  id,
  about,
  answers: v.optional(id),
  language: v.optional(language),
  text: words,
  name: v.optional(line),
  said: day,
  /** A voice note, or a video in sign language, with what it weighs. */
  recording: v.optional(
    v.strictObject({ kind: oneOf("voice", "sign"), file: storedMedia, seconds: v.optional(count) }),
  ),
  origin: v.optional(origin),
  card: v.optional(card),
});
export type Comment = Readonly<v.InferOutput<typeof CommentBody>>;

/** Other words in the place of the first ones. */
export const EditBody = v.strictObject({ text: words, edited: day });

/**
 * Who took it back: whoever said it, or the desk. Its place among the others is said once more, because the words that
 * named it are erased.
 */
export const WithdrawnBody = v.strictObject({
  by: oneOf("author", "desk"),
  id,
  about,
  answers: v.optional(id),
  reason: v.optional(line),
});

/** How many reacted to a story or a comment; never who. */
export const CountedBody = v.strictObject({
  about: v.union([about, id], "what it is about"),
  likes: count,
  boosts: count,
  helped: count,
});

export type Count = Omit<v.InferOutput<typeof CountedBody>, "about">;

export const conversationKinds: Kinds = {
  [COMMENT_SAID]: { opens: true, body: CommentBody, personal: true, files: "people" },
  [COMMENT_EDITED]: { opens: false, body: EditBody, personal: true },
  [COMMENT_WITHDRAWN]: { opens: false, body: WithdrawnBody },
  [REACTIONS_COUNTED]: { opens: true, body: CountedBody },
  [REACTIONS_RECOUNTED]: { opens: false, body: CountedBody },
};
