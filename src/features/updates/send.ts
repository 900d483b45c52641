/**
 * Sends what stands in the outbox, a few at a time and no faster than the mail server is to take it. A mail is marked
 * before it is handed over and its row deleted after, so after a crash at most one handful is in doubt; those go out once
 * more under the same Message-ID. Rules U7 to U9.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Serving } from "../../platform/feature.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import type { Ended, ToSend } from "../../platform/private/outbox.ts";
import { bodyOf, messageTo, type Sender, type Told } from "./compose.ts";
import { announceDue } from "./follow.ts";
import { stopToken } from "./secrets.ts";
import { toldIn } from "./telling.ts";

const AT_ONCE = 4; // mails under way: what is in doubt after a crash
const LOOK_EVERY = 2000; // ms
const MAX_TRIES = 8; // of one mail that its server puts off: two days in all
const FIRST_PAUSE = 5 * 60_000; // ms, doubled with each try
const TROUBLE_PAUSE = 2000; // ms, doubled while our own mail server does not answer
const LONGEST_PAUSE = 10 * 60_000; // ms

export async function sendUpdates(serving: Serving, signal: AbortSignal): Promise<void> {
  const { mail, instance } = serving;
  if (!mail) return;
  const doubtful = (await instance.log.private("outbox.recover", null)) as number;
  if (doubtful > 0)
    console.error(`${doubtful} updates were being sent when the process ended: sent once more.`);
  for (let troubles = 0; !signal.aborted;) {
    try {
      await announceDue(serving);
      const trouble = await sendDue(serving, mail, signal);
      if (!trouble) {
        troubles = 0;
        await pause(LOOK_EVERY, signal);
        continue;
      }
      console.error(`The mail server does not take updates: ${trouble}`);
    } catch (error) {
      console.error(`Updates could not be sent: ${(error as Error).message}`);
    }
    await pause(Math.min(TROUBLE_PAUSE * 2 ** troubles++, LONGEST_PAUSE), signal);
  }
}

/** Send until nothing is due. @returns what keeps our own mail server from taking any, if something does */
async function sendDue(
  serving: Serving,
  mail: Mail,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { instance, now } = serving;
  const turn = (ended: readonly Ended[], most: number) =>
    instance.log.private("outbox.turn", { ended, most, now: now() }) as Promise<ToSend[]>;
  const bodies = new Map<string, Body>();
  let ended: Ended[] = [];
  for (;;) {
    const next = await turn(ended, signal.aborted ? 0 : AT_ONCE);
    if (next.length === 0) return undefined;
    const begun = performance.now();
    const results = await Promise.all(next.map((row) => sendOne(serving, mail, row, bodies)));
    ended = results.map((r) => r.ended);
    const trouble = results.find((r) => r.trouble !== undefined)?.trouble;
    if (trouble !== undefined) {
      await turn(ended, 0);
      return trouble;
    }
    const least = (next.length / mail.perMinute) * 60_000;
    const left = least - (performance.now() - begun);
    if (left > 1) await pause(left, signal);
  }
}

interface Body {
  readonly stories: readonly Told[];
  readonly text: string;
  readonly from: Sender;
}

async function sendOne(
  serving: Serving,
  mail: Mail,
  row: ToSend,
  bodies: Map<string, Body>,
): Promise<{ ended: Ended; trouble?: string }> {
  const { update_id, subscriber, address, tries } = row;
  const which = { update_id, subscriber };
  const body = await bodyFor(serving, row, bodies);
  if (body.stories.length === 0) return { ended: { ...which, is: "dropped" } };
  const { stories, text, from } = body;
  const whom = { ...row, id: subscriber, stop: stopAddress(serving, subscriber) };
  try {
    await mail.send(messageTo(whom, update_id, stories, text, from));
    return { ended: { ...which, is: "sent" } };
  } catch (caught) {
    const { responseCode, command, message } = caught as SmtpError;
    const error = message.replaceAll(address, "…").slice(0, 300);
    if (responseCode === undefined || !PER_MAIL.test(command ?? ""))
      return { ended: { ...which, is: "untouched" }, trouble: error };
    if (responseCode >= 500)
      return { ended: { ...which, is: command === "RCPT TO" ? "refused" : "failed", error } };
    if (tries + 1 >= MAX_TRIES) return { ended: { ...which, is: "failed", error } };
    return { ended: { ...which, is: "again", due: serving.now() + FIRST_PAUSE * 2 ** tries } };
  }
}
interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}
const PER_MAIL = /^(RCPT TO|DATA)$/; // a refusal elsewhere is about us, not about this mail

/** The same for all who read a language; read anew in each round, so that what was withdrawn goes out no more. */
async function bodyFor(
  { instance, frame: frameOf, now }: Serving,
  { stories, lang }: ToSend,
  bodies: Map<string, Body>,
): Promise<Body> {
  const today = new Date(now()).toISOString().slice(0, 10);
  const key = `${today} ${lang} ${instance.log.commits.current()} ${stories}`;
  const known = bodies.get(key);
  if (known) return known;
  const made = await instance.snapshot(async (db) => {
    const frame = await frameOf(db);
    const told = await toldIn(db, frame, stories.split(" "), lang, today);
    return {
      stories: told,
      text: told.length === 0 ? "" : bodyOf(told, lang, frame),
      from: frame,
    };
  });
  if (bodies.size > 100) bodies.clear(); // texts of 8 kB
  bodies.set(key, made);
  return made;
}

export const stopAddress = ({ base, instance }: Serving, subscriber: string): string =>
  `${base}/updates/stop/${stopToken(instance.folder.keys.owner, subscriber)}`;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
