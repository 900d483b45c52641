/** What the desk says to somebody who sent something, by mail where they gave an address. Rules D45 and D46 of the desk. */
import { createHmac } from "node:crypto";
import type { Db } from "../db/store.ts";
import { RefusedJob, type Work } from "../jobs/jobs.ts";
import type { Mail } from "../mail/mail.ts";
import { redacted } from "../mail/redacted.ts";
import type { Privately } from "../private/part.ts";
import { askSubmissions, isAsked, isThanked, talkOf } from "../private/submissions.ts";
import type { Submission } from "../private/submissions.ts";
import { keyToPem, type Key } from "../records/keys.ts";
import { pathIn, type Frame } from "../web/frame.ts";
import { thanksIn, wordsIn } from "./words.ts";

/** The kind of job that carries one mail to a sender; its argument is a `SenderMail`, in which no word of anybody stands. */
export const SENDER_MAIL = "sent.mail";

/** A question or thanks: which of the turns of which submission. */
export interface SenderMail {
  readonly id: string;
  /** Its place among the turns. */
  readonly turn: number;
}

const MAX_ADDRESS = 254; // RFC 5321
const ADDRESS =
  /^[^\s@<>"(),:;\\[\]]{1,64}@(?:[^\s@<>"(),:;\\[\].]+\.)+[^\s@<>"(),:;\\[\].]{2,63}$/;

/** The mail address in what a sender gave for the desk alone; undefined where there is none, or more than one. */
export function mailIn(contact: string | null): string | undefined {
  if (contact === null || contact.length > 500) return undefined;
  const found = contact
    .split(/[\s,;<>()]+/)
    .filter((part) => part.length <= MAX_ADDRESS && ADDRESS.test(part));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * What opens one question and its answer from a mail. It is worked out anew from the instance's key for secrets, and the
 * tables hold its hash: who reads them alone can answer for nobody.
 */
export const answerToken = (key: Key, { id, turn }: SenderMail): string =>
  createHmac("sha256", keyToPem(key))
    .update(`answer ${id} ${turn}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** Of a mail, for its Message-ID: it opens nothing, and tells nothing of its token. */
const hashed = (key: Key, { id, turn }: SenderMail): string =>
  createHmac("sha256", keyToPem(key)).update(`mail ${id} ${turn}`).digest("hex");

export interface Mailing {
  readonly private: Privately;
  readonly secrets: Key;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly frame: (db: Db) => Promise<Frame>;
  readonly mail: Mail | undefined;
}

/** Sends one such mail, unless it was answered, taken back or settled before its turn came. */
export const senderMailWork =
  (mailing: Mailing): Work =>
  async (argument) => {
    const { mail } = mailing;
    const which = argument as SenderMail;
    const found = await askSubmissions(mailing.private).byId(which.id);
    const message = found && (await messageOf(mailing, found, which));
    if (!message) return;
    if (!mail) throw new RefusedJob("No mail server is named (CND_MAIL).");
    try {
      await mail.send(message);
    } catch (caught) {
      const { responseCode = 0 } = caught as { readonly responseCode?: number };
      const why = redacted(caught as Error).slice(0, 300);
      throw responseCode >= 500 ? new RefusedJob(why) : new Error(why);
    }
  };

async function messageOf(
  { snapshot, frame: frameOf, secrets }: Mailing,
  submission: Submission,
  which: SenderMail,
) {
  const to = mailIn(submission.contact);
  const turn = talkOf(submission)[which.turn];
  if (to === undefined || turn?.by !== "desk") return undefined;
  const isThanks = turn.does === "thank";
  if (isThanks ? !isThanked(submission) : !isAsked(submission)) return undefined;
  const frame = await snapshot(frameOf);
  const lang = langOf(submission, frame);
  const { mail: words } = wordsIn(lang);
  const link = frame.base + pathIn(frame, lang, `/o/answer/${answerToken(secrets, which)}`);
  return {
    to,
    // The same at every try: one whose answer was lost on the way is not shown twice.
    id: `<${hashed(secrets, which).slice(0, 40)}@${new URL(frame.base).hostname}>`,
    subject: isThanks ? words.thankSubject(frame.name) : words.askSubject(frame.name),
    text: isThanks
      ? words.thank(thanksIn(lang, turn.words), frame.name)
      : words.ask(frame.name, turn.words, link),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
  };
}

/** The language in which it was told, where the site has it. */
function langOf({ about }: Submission, { languages, language }: Frame): string {
  const { lang } = JSON.parse(about) as { readonly lang?: unknown };
  return languages.find((one) => one === lang) ?? language;
}
