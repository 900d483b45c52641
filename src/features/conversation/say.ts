/** From remark words to public ones and back: every comment that the log holds was said here. Rules CO4 to CO7. */
import type { Serving } from "../../platform/feature.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import type { Decision, Remark } from "../../platform/private/remarks/remark.ts";
import type { Privately } from "../../platform/private/part.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { forgetUploads, publish, waitingIn, type Files } from "./recordings.ts";
import { commentById, commentOf } from "./queries.ts";
import { COMMENT_EDITED, COMMENT_SAID, COMMENT_WITHDRAWN, type Comment } from "./records.ts";

export interface Sayer {
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
  const said = known?.subject ?? (await say(sayer, remark));
  const edit = known && remark.edit !== null && (await sayEdit(speaker, said, remark.edit, day));
  const { id, version } = remark;
  const decision: Decision = { id, version, state: "accepted", by, day, alone, subject: said };
  if ((await ask("remarks.decide", decision)) !== undefined) {
    if (remark.secret_hash !== null) await forgetUploads(ask, files.dir, remark.secret_hash);
    return said;
  }
  const now = (await ask("remarks.byId", id)) as Remark | undefined;
  if (edit) await erase(speaker, said, [edit], "desk"); // its other words were not to be said
  // Its author was faster, or refused it was: what was said just now may not stay.
  if (!known && now?.subject !== said) await unsay(speaker, said, "desk");
  return undefined;
}

async function say({ speaker, files }: Sayer, remark: Remark): Promise<string> {
  const { card } = JSON.parse(remark.more) as Pick<Comment, "card">;
  const waiting = waitingIn(remark);
  const recording = waiting && (await publish(files, waiting));
  const host = remark.uri === null ? undefined : new URL(remark.uri).host;
  const body = {
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
  } satisfies Comment;
  const at = new Clock(Date.now).tick();
  const plain = JSON.parse(JSON.stringify(body)) as JsonObject; // without what is undefined
  const record = signRecord({ kind: COMMENT_SAID, at, body: plain }, speaker.key);
  await sayAll(speaker, [record]);
  return record.id;
}

/** @returns the hash by which its body is erased */
async function sayEdit(
  speaker: Speaker,
  subject: string,
  text: string,
  edited: string,
): Promise<string> {
  const at = await nextAt(speaker, subject);
  const draft = { kind: COMMENT_EDITED, subject, at, body: { text, edited } };
  const record = signRecord(draft, speaker.key);
  await sayAll(speaker, [record]);
  return record.envelope.body;
}

/** After all that was said about it. */
async function nextAt(speaker: Speaker, subject: string): Promise<string> {
  const before = await speaker.snapshot((db) => recordsAbout(db, subject));
  return new Clock(Date.now).tick(before.at(-1)?.at);
}

const WHY = { author: "withdrawn by its author", desk: "withdrawn by the desk" } as const;

async function erase(
  speaker: Speaker,
  subject: string,
  bodies: readonly string[],
  by: keyof typeof WHY,
): Promise<void> {
  const at = await nextAt(speaker, subject);
  const body = { bodies: [...bodies], reason: WHY[by] };
  await sayAll(speaker, [signRecord({ kind: ERASURE_MADE, subject, at, body }, speaker.key)]);
}

const isText = ({ kind }: { readonly kind: string }): boolean =>
  kind === COMMENT_SAID || kind === COMMENT_EDITED;

/** Take a comment back: its words are erased everywhere, its place among the others stays. */
export async function unsay(
  speaker: Speaker,
  subject: string,
  by: "author" | "desk",
  reason?: string,
): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const texts = said.filter(isText);
  const comment = await speaker.snapshot((db) => commentOf(db, subject));
  if (!comment || texts.length === 0) return;
  const { id, about, answers } = comment;
  const withdrawn = {
    by,
    id,
    about,
    ...(answers !== undefined && { answers }),
    ...(reason !== undefined && { reason }),
  };
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  const bodies = [...new Set(texts.map(({ body }) => body))];
  await sayAll(speaker, [
    signRecord({ kind: COMMENT_WITHDRAWN, subject, at: at(), body: withdrawn }, speaker.key),
    signRecord(
      { kind: ERASURE_MADE, subject, at: at(), body: { bodies, reason: WHY[by] } },
      speaker.key,
    ),
  ]);
  // Other words of it may have been accepted at this moment: they are erased as well.
  const now = await speaker.snapshot((db) => recordsAbout(db, subject));
  const late = now.filter((one) => isText(one) && !bodies.includes(one.body));
  if (late.length > 0)
    await erase(
      speaker,
      subject,
      late.map(({ body }) => body),
      by,
    );
}

/** By its author, at the secret address or from elsewhere: from the log first, then here. */
export async function takeBack(
  { speaker, private: ask, files }: Sayer,
  remark: Remark,
): Promise<void> {
  if (remark.subject !== null) await unsay(speaker, remark.subject, "author");
  await ask("remarks.withdraw", remark.id);
  if (remark.secret_hash !== null) await forgetUploads(ask, files.dir, remark.secret_hash);
}
