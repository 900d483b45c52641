/**
 * Comments in the fediverse: what was said here goes out in the campaign's name with the words of who said it; what came
 * from elsewhere stands there already and is not sent out again. Rule FF12 of platform/federation.
 */
import { unmarked } from "../../platform/words/fallback.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import { hashtagsOf } from "../../platform/federation/hashtags.ts";
import { mediaType } from "../../platform/media/kind.ts";
import type { Asking, Attachment, Post, Speaks } from "../../platform/federation/speaking.ts";
import type { RemarkTables } from "./private/remark.ts";
import type { SaidComment } from "./fold.ts";
import type { ConversationTables } from "./projection.ts";
import { commentById, isGone } from "./queries.ts";
import { COMMENT_EDITED, COMMENT_SAID, COMMENT_WITHDRAWN } from "./records.ts";
import { Said } from "./text.tsx";
import { commentPath, thingAbout } from "./things.ts";
import { wordsIn } from "./words.ts";

const ID = /^[0-9a-f]{32}$/;
const SUBJECT = /^[0-9a-f]{64}$/;

export const conversationSpeaks: Speaks = {
  kinds: [COMMENT_SAID, COMMENT_EDITED, COMMENT_WITHDRAWN],
  /** A comment is known by its own id, which it had before it was said in the log. */
  async posts({ db }, subject) {
    const rows = await db
      .withTables<ConversationTables>()
      .selectFrom("comment")
      .select("id")
      .where("subject", "=", subject)
      .execute();
    return rows.map(({ id }) => id);
  },
  post: async (asking, id) => (ID.test(id) ? commentPost(asking, id) : undefined),
  gone: async ({ db }, id) => ID.test(id) && isGone(db, id),
  async knows({ db }, uri) {
    const row = await db
      .withTables<RemarkTables>()
      .selectFrom("remark")
      .select("id")
      .where("uri", "=", uri)
      .executeTakeFirst();
    return row !== undefined;
  },
  async comments({ db }) {
    const { n } = await db
      .withTables<ConversationTables>()
      .selectFrom("comment")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("state", "is not", null)
      .executeTakeFirstOrThrow();
    return n;
  },
};

async function commentPost(asking: Asking, id: string): Promise<Post | undefined> {
  const { db, frame, today } = asking;
  const found = await commentById(db, id);
  if (!found || found.comment.origin || found.comment.card) return undefined;
  const { comment, subject } = found;
  const when = await whenSaid(db, subject);
  const lang = frame.language;
  const thing = await thingAbout({ db, frame, lang, today }, comment.about);
  if (!thing) return undefined;
  const parent = comment.answers === undefined ? undefined : await commentById(db, comment.answers);
  const origin = parent?.comment.origin;
  const answers = origin
    ? { uri: origin.url }
    : parent
      ? { id: parent.comment.id }
      : SUBJECT.test(comment.about)
        ? { id: comment.about }
        : undefined;
  return {
    id,
    kind: "note",
    actor: CAMPAIGN,
    also: [],
    path: commentPath(thing, id),
    html: await htmlOf(comment, lang),
    lang: comment.language ?? lang,
    published: new Date(when.said).toISOString(),
    ...(when.edited !== null && { updated: new Date(when.edited).toISOString() }),
    attachments: recordingOf(comment),
    hashtags: hashtagsOf(frame),
    ...(answers && { answers }),
    ...(origin?.author !== undefined && { mentions: [origin.author] }),
  };
}

/** Whoever reads it elsewhere sees the campaign's name above it, and must not take the words for the campaign's. */
async function htmlOf({ name, text }: SaidComment, lang: string): Promise<string> {
  const words = wordsIn(lang);
  const said = await Said({ text });
  const by = <p>{words.saidHere(name ?? words.somebody)}</p>;
  return unmarked(`${String(await by)}${String(said)}`);
}

function recordingOf({ recording, text }: SaidComment): Attachment[] {
  if (!recording) return [];
  const { media } = recording.file;
  return [{ media, type: mediaType(media), alt: text }];
}

function whenSaid(db: Asking["db"], subject: string) {
  return db
    .withTables<ConversationTables>()
    .selectFrom("comment")
    .select(["said", "edited"])
    .where("subject", "=", subject)
    .executeTakeFirstOrThrow();
}
