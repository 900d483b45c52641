/**
 * Sends what stands in the outbox, a few at a time and no faster than the mail server is to take it. A letter is marked
 * durably just before the dot that ends it goes out, and its row is deleted when the server has taken it. So one that is
 * not marked has surely not arrived, and one that is marked and not answered is in doubt: it is held for the desk.
 * Rules U7 to U9.
 */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import type { Step, ToSend } from "./private/letters.ts";
import { askOutbox } from "./private/outbox.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { bodyOf, messageTo } from "./compose.ts";
import { announceDue } from "./follow.ts";
import { gather } from "./batch.ts";
import { afterRefusal } from "./retry.ts";
import { looking, pause } from "../../platform/process/resting.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import { OF_THREAD } from "./threads/words.ts";
import { stopToken } from "./secrets.ts";
import { mailStoriesIn } from "./mail-stories.ts";
import type { Sender, MailStory } from "./mail-content.ts";

const AT_ONCE = 4; // letters under way: as many are in doubt after a crash, at most
const PAGE = 200; // letters read at once
const LOOK_EVERY = 2000; // ms, doubled while our own mail server does not answer
const LONGEST_PAUSE = 10 * 60_000; // ms

export async function sendUpdates(serving: Serving, signal: AbortSignal): Promise<void> {
  const { mail, instance } = serving;
  if (!mail) return;
  const doubtful = await askOutbox(instance.log.private).recover();
  if (doubtful > 0)
    console.error(
      `${doubtful} letters were being ended when the process was: they may have arrived or not. Decide at /desk/updates`,
    );
  const { writes, private: ask } = instance.log;
  let troubles = 0;
  const every = () =>
    Math.min(LOOK_EVERY * 2 ** Math.min(Math.max(troubles - 1, 0), 10), LONGEST_PAUSE);
  const failed = ({ message }: Error) => {
    troubles += 1;
    console.error(`Updates could not be sent: ${message}`);
  };
  await looking({ writes, now: serving.now, every, failed }, signal, async () => {
    await announceDue(serving);
    const trouble = await sendDue(serving, mail, signal);
    troubles = trouble === undefined ? 0 : troubles + 1;
    if (trouble !== undefined) {
      console.error(`The mail server does not take updates: ${trouble}`);
      return serving.now();
    }
    const stories = await askOutbox(ask).stories();
    const dues = stories.flatMap(({ state, due }) => (state === "waiting" ? due : []));
    return Math.min(...dues, (await askOutbox(ask).nextLetter()) ?? Infinity);
  });
}

/** Send until nothing is due. @returns what keeps our own mail server from taking any, if something does */
async function sendDue(
  serving: Serving,
  mail: Mail,
  signal: AbortSignal,
): Promise<string | undefined> {
  const ask = serving.instance.log.private;
  const desk: Desk = {
    serving,
    mail,
    bodies: new Map(),
    step: gather((steps: readonly Step[]) => askOutbox(ask).steps(steps)),
  };
  const inTime = pacer(mail.perMinute, signal);
  while (!signal.aborted) {
    const most = { most: PAGE, now: serving.now() };
    const letters = await askOutbox(ask).due(most);
    if (letters.length === 0) return undefined;
    const next = letters.values();
    let trouble: string | undefined;
    const sendSome = async () => {
      for (const letter of next) {
        await inTime();
        if (signal.aborted || trouble !== undefined) return;
        trouble = (await sendOne(desk, letter)) ?? trouble;
      }
    };
    const senders = await Promise.allSettled(Array.from({ length: AT_ONCE }, sendSome));
    const broken = senders.find((one) => one.status === "rejected");
    if (broken) throw broken.reason; // after all have ended: what is under way is read by nobody else
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

/** What sending a letter needs. */
interface Desk {
  readonly serving: Serving;
  readonly mail: Mail;
  readonly bodies: Map<string, Body>;
  /** Durable when it resolves. */
  readonly step: (step: Step) => Promise<boolean>;
}
interface Body {
  readonly stories: readonly MailStory[];
  readonly text: string;
  readonly from: Sender;
}

/** @returns what keeps our own mail server from taking any */
async function sendOne(desk: Desk, letter: ToSend): Promise<string | undefined> {
  const { serving, mail, bodies, step } = desk;
  const { update_id, subscriber, tries } = letter;
  const which = { update_id, subscriber };
  const body = await bodyFor(serving, letter, bodies);
  if (body.stories.length === 0) {
    await step({ ...which, is: "dropped" });
    return undefined;
  }
  const { stories, text, from } = body;
  const of = stories[0]?.isComment ? `&of=${OF_THREAD}` : "";
  const stop = stopAddress(serving, subscriber, letter.lang) + of;
  const whom = { ...letter, id: subscriber, stop };
  let marked: Promise<boolean> | undefined;
  let isRecalled = false;
  const beforeEnd = async () => {
    if (marked) throw new Error("The end of this letter may have gone out already.");
    isRecalled = (await bodyFor(serving, letter, bodies)).text !== text;
    if (!isRecalled) marked = step({ ...which, is: "completing", now: serving.now() });
    isRecalled ||= !(await marked);
    if (isRecalled) throw new Error("What it tells was taken back, or its reader has stopped.");
  };
  try {
    await mail.send(messageTo(whom, update_id, stories, text, from), beforeEnd);
  } catch (caught) {
    const error = redacted(caught as Error).slice(0, 300);
    const next = afterRefusal(caught, { tries, now: serving.now(), error });
    if (next) await step({ ...which, ...next });
    else if (await marked) await step({ ...which, is: "doubt" });
    return next || isRecalled ? undefined : error;
  }
  await step({ ...which, is: "sent" });
  return undefined;
}

/** The same for all who read a language; read anew in each round, so that what was withdrawn goes out no more. */
async function bodyFor(
  { instance, frame: frameOf, now }: Serving,
  { stories, lang }: ToSend,
  bodies: Map<string, Body>,
): Promise<Body> {
  const today = dayAt(now());
  const key = `${today} ${lang} ${instance.log.commits.current()} ${stories}`;
  const known = bodies.get(key);
  if (known) return known;
  const made = await instance.snapshot(async (db) => {
    const frame = await frameOf(db);
    const from = senderIn(frame, lang);
    const told = await mailStoriesIn(db, frame, stories.split(" "), lang, today);
    return {
      stories: told,
      text: told.length === 0 ? "" : bodyOf(told, lang, from),
      from,
    };
  });
  if (bodies.size > 100) bodies.clear(); // texts of 8 kB
  bodies.set(key, made);
  return made;
}

/** The page behind it is in the language of the mail. */
const stopAddress = ({ base, instance }: Serving, subscriber: string, lang: string): string =>
  `${base}/updates/stop/${stopToken(instance.folder.keys.secrets, subscriber)}?lang=${encodeURIComponent(lang)}`;

/** Who sends, as a mail in this language says it. */
export const senderIn = (frame: Frame, lang: string): Sender => ({
  name: frame.name,
  base: frame.base,
  independence: frame.independence,
  stories: frame.base + pathIn(frame, lang, "/stories"),
});

/** @returns a wait for the next letter's time */
function pacer(perMinute: number, signal: AbortSignal): () => Promise<void> {
  const gap = 60_000 / perMinute;
  let next = 0;
  return async () => {
    const now = performance.now();
    next = Math.max(next, now) + gap;
    if (next - gap - now > 1) await pause(next - gap - now, signal);
  };
}
