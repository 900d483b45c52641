/** What a desk does with anything that was sent: it reads it, says what it became, or says why not. */
import { subjectAt } from "../addresses/addresses.ts";
import { openTurns } from "../db/in-turn.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Mail } from "../mail/mail.ts";
import type { Media } from "../media/media.ts";
import type { Privately } from "../private/part.ts";
import {
  type Settlement,
  type Submission,
  askSubmissions,
  hashOf,
  talkOf,
} from "../private/submissions.ts";
import type { Key } from "../records/keys.ts";
import { answerToken, mailIn, SENDER_MAIL, type SenderMail } from "./mailing.ts";
import { Refusal } from "./refusal.ts";
import type { Speaker } from "./speaker.ts";

export interface Desk {
  readonly speaker: Speaker;
  readonly private: Privately;
  /** Notes that what is kept under this hash was taken back, so that a restore of an older backup forgets it, too. */
  readonly keepWithdrawn?: (hash: string) => void;
  /** Where files lie, in the process that serves: what is accepted with files needs them. */
  readonly files?: { readonly media: Media; readonly dir: string };
}

export const waiting = (desk: Desk): Promise<Submission[]> => askSubmissions(desk.private).list();

/** Its sender sees from then on that it is being read. */
export async function readSubmission(desk: Desk, id: string): Promise<Submission | Refusal> {
  return known(id, await askSubmissions(desk.private).read(id));
}

export async function submissionAt(desk: Desk, id: string): Promise<Submission | Refusal> {
  return known(id, await askSubmissions(desk.private).byId(id));
}

/** One that still waits. */
export async function openSubmission(desk: Desk, id: string): Promise<Submission | Refusal> {
  const submission = await submissionAt(desk, id);
  if (submission instanceof Refusal) return submission;
  const { state } = submission;
  if (state === "received" || state === "reading") return submission;
  return new Refusal(`${id} is ${state} already; nothing was changed.`);
}

/**
 * By its id: what the desk and its sender do with one submission in this process is done in turn, and whoever comes second
 * sees what the first has done.
 */
export const inTurn = openTurns();

/**
 * One that still waits is taken up. Of two who did so at once both would say something in public under one address, which
 * leads to one of them alone.
 */
export const takeUp = <T>(
  desk: Desk,
  id: string,
  work: (submission: Submission) => Promise<T>,
): Promise<T | Refusal> =>
  inTurn(id, async () => {
    const submission = await openSubmission(desk, id);
    return submission instanceof Refusal ? submission : work(submission);
  });

/** It became something that stands here already. @returns its path */
export const acceptAs = (
  desk: Desk,
  id: string,
  space: string,
  slug: string,
): Promise<string | Refusal> =>
  takeUp(desk, id, async () => {
    const subject = await subjectOf(desk.speaker, space, slug);
    if (subject instanceof Refusal) return subject;
    const settlement = { id, state: "accepted", became: { space, subject } } as const;
    return (await settle(desk, settlement)) ?? `/${space}/${slug}`;
  });

/** What the desk says to a sender, and the way by which a mail of it goes out. */
interface Said {
  readonly id: string;
  readonly words: string;
  /** The UTC day. */
  readonly on: string;
}
export interface Letters {
  readonly secrets: Key;
  readonly jobs: Pick<Jobs, "add">;
  /** Absent where the operator named no mail server: what is said then stands at the secret address alone. */
  readonly mail?: Mail | undefined;
}

/** Its sender reads the question at the secret address, and in a mail where there is one. @returns whether it could be asked */
export const askBack = (desk: Desk, said: Said, letters: Letters): Promise<boolean> =>
  saying(desk, said, letters, (submissions, which) => {
    const answer_hash = hashOf(answerToken(letters.secrets, which));
    return submissions.ask({ ...said, answer_hash });
  });

/** The same for thanks. @returns whether it could: once for each, and for none that was refused or taken back */
export const thankFor = (desk: Desk, said: Said, letters: Letters): Promise<boolean> =>
  saying(desk, said, letters, (submissions) => submissions.thank(said));

/** In turn, so that the place of what is said among the turns is known beforehand. */
const saying = (
  desk: Desk,
  { id }: Said,
  { mail, jobs }: Letters,
  say: (submissions: ReturnType<typeof askSubmissions>, which: SenderMail) => Promise<boolean>,
): Promise<boolean> =>
  inTurn(id, async () => {
    const submissions = askSubmissions(desk.private);
    const before = await submissions.byId(id);
    if (!before) return false;
    const which = { id, turn: talkOf(before).length };
    if (!(await say(submissions, which))) return false;
    if (mail && mailIn(before.contact) !== undefined)
      await jobs.add(SENDER_MAIL, `${id} ${which.turn}`, which);
    return true;
  });

/** Its sender reads the reason. */
export const refuse = (desk: Desk, id: string, reason: string): Promise<Refusal | undefined> =>
  inTurn(id, async () => {
    const submission = await submissionAt(desk, id);
    if (submission instanceof Refusal) return submission;
    return settle(desk, { id, state: "refused", reason });
  });

/**
 * It became this, which was said in public just now. Where its sender has withdrawn it meanwhile, or somebody else at the
 * desk has settled it otherwise, what was said is taken back; where somebody else has said the very same, it stays.
 * @returns why it was not settled by this, where it was not
 */
export async function settleAs(
  desk: Desk,
  settlement: Settlement & {
    readonly became: { readonly space: string; readonly subject: string };
  },
  undo: () => Promise<void>,
): Promise<Refusal | undefined> {
  const { id, became } = settlement;
  const given = { ...settlement, state: "accepted" as const };
  if (await askSubmissions(desk.private).settle(given)) return undefined;
  const now = await submissionAt(desk, id);
  if (now instanceof Refusal) return now;
  const { state, subject } = now;
  if (state !== "accepted" || subject !== became.subject) await undo();
  return new Refusal(
    state === "withdrawn"
      ? `${id} was withdrawn by its sender just now; nothing of it is shown.`
      : `${id} is ${state} already; nothing was changed.`,
  );
}

async function settle(desk: Desk, settlement: Settlement): Promise<Refusal | undefined> {
  if (await askSubmissions(desk.private).settle(settlement)) return undefined;
  return new Refusal(`${settlement.id} is settled or withdrawn already; nothing was changed.`);
}

export async function subjectOf(
  { snapshot }: Speaker,
  space: string,
  slug: string,
): Promise<string | Refusal> {
  const address = await snapshot((db) => subjectAt(db, space, slug));
  if (!address) return new Refusal(`Expected something at /${space}/${slug}, found nothing.`);
  return address.subject;
}

const known = (id: string, found: Submission | undefined): Submission | Refusal =>
  found === undefined
    ? new Refusal(`Expected the id of a submission, got ${id}. See cnd desk list`)
    : found;
