/** From remark words to public ones and back: every comment that the log holds was said here. Rules CO4 to CO7. */
import type { Serving } from "../../platform/feature.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import type { Privately } from "../../platform/private/part.ts";
import { bodiesOf, endAndErase, erasuresOf } from "../../platform/sent/erasing.ts";
import { say, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { forgetUploads, publish, waitingIn, type Files } from "./recordings.ts";
import { commentById, commentOf, countOf } from "./queries.ts";
import {
  COMMENT_EDITED,
  COMMENT_SAID,
  COMMENT_WITHDRAWN,
  REACTIONS_COUNTED,
  REACTIONS_RECOUNTED,
  type Comment,
  type Count,
} from "./records.ts";
import type { Decision, Remark } from "./private/remark.ts";
import { askReactions } from "./private/conversation.ts";
import { askRemarks } from "./private/remarks.ts";

interface Sayer {
  readonly speaker: Speaker;
  readonly private: Privately;
  /** Where recordings lie. */
  readonly files: Files;
}

export const sayerOf = ({ speaker, instance }: Pick<Serving, "speaker" | "instance">): Sayer => ({
  speaker,
  private: instance.log.private,
  files: { media: instance.media, dir: instance.folder.dir },
});
type Accepting = Pick<Decision, "by" | "day" | "alone">;

/**
 * Say it in public and settle it; said twice by two people, or again after a crash, it is one comment.
 * @returns its subject, or undefined where somebody has decided or its author has changed it meanwhile
 */
export async function acceptRemark(
  sayer: Sayer,
  remark: Remark,
  { by, day, alone = false }: Accepting,
): Promise<string | undefined> {
  const { speaker, private: ask, files } = sayer;
  const known = await speaker.snapshot((db) => commentById(db, remark.id));
  const said = known?.subject ?? (await sayComment(sayer, remark));
  const { edit: text } = remark;
  const [edit] =
    known && text !== null
      ? await sayAbout(speaker, said, { kind: COMMENT_EDITED, body: { text, edited: day } })
      : [];
  const { id, version } = remark;
  const decision: Decision = { id, version, state: "accepted", by, day, alone, subject: said };
  if ((await askRemarks(ask).decide(decision)) !== undefined) {
    if (remark.secret_hash !== null) await forgetUploads(ask, files.dir, remark.secret_hash);
    return said;
  }
  const now = await askRemarks(ask).byId(id);
  // Its other words were not to be said.
  if (edit) await sayAbout(speaker, said, ...erasuresOf([edit.envelope.body], WHY.desk));
  // Its author was faster, or refused it was: what was said just now may not stay.
  if (!known && now?.subject !== said) await withdrawComment(speaker, said, "desk");
  return undefined;
}

async function sayComment({ speaker, files }: Sayer, remark: Remark): Promise<string> {
  const { card } = JSON.parse(remark.more) as Pick<Comment, "card">;
  const waiting = waitingIn(remark);
  const recording = waiting && (await publish(files, waiting));
  const host = remark.uri === null ? undefined : new URL(remark.uri).host;
  const body: Comment = {
    id: remark.id,
    about: remark.about,
    ...(remark.answers !== null && { answers: remark.answers }),
    ...(remark.lang !== null && { language: remark.lang }),
    text: remark.text,
    ...(remark.name !== null && { name: remark.name }),
    said: remark.received,
    ...(host !== undefined && {
      origin: { url: remark.uri!, host, ...(remark.author !== null && { author: remark.author }) },
    }),
    ...(card && { card }),
    ...(recording && { recording }),
  };
  const [said] = await say(speaker, [{ kind: COMMENT_SAID, body }]);
  return said!.id;
}

const TEXTS = [COMMENT_SAID, COMMENT_EDITED];
const WHY = { author: "withdrawn by its author", desk: "withdrawn by the desk" } as const;

/** Take a comment back: its words are erased everywhere, its place among the others stays. */
export async function withdrawComment(
  speaker: Speaker,
  subject: string,
  by: keyof typeof WHY,
): Promise<void> {
  const comment = await speaker.snapshot((db) => commentOf(db, subject));
  if (!comment) return;
  const { id, about, answers } = comment;
  const end = { kind: COMMENT_WITHDRAWN, body: { by, id, about, answers } };
  const gone = await endAndErase(speaker, subject, { end, texts: TEXTS, reason: WHY[by] });
  if (gone.length === 0) return;
  // Other words of it may have been accepted at this moment: they are erased as well.
  const all = bodiesOf(await speaker.snapshot((db) => recordsAbout(db, subject)), TEXTS);
  const late = all.filter((body) => !gone.includes(body));
  await sayAbout(speaker, subject, ...erasuresOf(late, WHY[by]));
}

/** By its author, at the secret address or from elsewhere: from the log first, then here. */
export async function takeBack(
  { speaker, private: ask, files }: Sayer,
  remark: Remark,
): Promise<void> {
  if (remark.subject !== null) await withdrawComment(speaker, remark.subject, "author");
  await askRemarks(ask).withdraw(remark.id);
  if (remark.secret_hash !== null) await forgetUploads(ask, files.dir, remark.secret_hash);
}

/** How often it was liked, passed on, or helped; what is not given stays as it was said last. */
export async function sayCount(
  speaker: Speaker,
  about: string,
  count: Partial<Count>,
): Promise<void> {
  const before = await speaker.snapshot((db) => countOf(db, about));
  const body = { likes: 0, boosts: 0, helped: 0, ...before?.count, about, ...count };
  if (before) await sayAbout(speaker, before.subject, { kind: REACTIONS_RECOUNTED, body });
  else await say(speaker, [{ kind: REACTIONS_COUNTED, body }]);
}

/** Say in the log whom it helped, where that changed since it said it last; a comment that is gone is counted no more. */
export async function sayHelped({ instance, speaker }: Serving): Promise<void> {
  const ask = instance.log.private;
  for (const one of await askReactions(ask).changed()) {
    const { about, helped } = one;
    const stands = await instance.snapshot((db) => commentById(db, about));
    if (!stands) {
      await askReactions(ask).forget([about]);
      continue;
    }
    await sayCount(speaker, about, { helped });
    await askReactions(ask).said([one]);
  }
}
