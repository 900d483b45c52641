/** The desk accepts what was sent about a pledge, and its sender takes it back. Rules P38 to P40. */
import { isDeepStrictEqual } from "node:util";
import { dayAt } from "../../engines/calendar/day.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import { type Submission, askSubmissions } from "../../platform/private/submissions.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { settleAs, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { erasuresOf } from "../../platform/sent/erasing.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import { foldPledge } from "./fold.ts";
import { disputeName } from "./proof-address.ts";
import { WAYS, type Sent } from "./sent.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

/** Whether a figure or an answer comes from the pledger: the desk has made sure of it, nobody else can say so. */
type By = "pledger" | "other";

export const isForPledge = ({ about }: Pick<Submission, "about">): boolean =>
  (JSON.parse(about) as Partial<Sent>).for === "pledge";

const SENT = "sent-";
/** The id of the figure or the dispute that a submission becomes. */
const idFor = ({ id }: Pick<Submission, "id">): string => `${SENT}${id}`;
export const isSentId = (id: string): boolean => id.startsWith(SENT);

/** Say it about the pledge; where it is said already, it is not said again. @returns the path at which it stands */
export const acceptSent = (desk: Desk, id: string, by: By = "other"): Promise<string | Refusal> =>
  takeUp(desk, id, (submission) => publish(desk, submission, by));

async function publish(desk: Desk, submission: Submission, by: By): Promise<string | Refusal> {
  const { id } = submission;
  const sent = JSON.parse(submission.about) as Sent;
  if (sent.way === "answer" && by !== "pledger")
    return new Refusal(
      "Expected an answer that comes from the pledger. Make sure of it, by a way that you have from elsewhere, and say so when you accept it; or refuse it.",
    );
  const { speaker } = desk;
  const records = await speaker.snapshot((db) => standingAbout(db, sent.pledge));
  if (saidAlready(records, submission).length === 0) {
    const unfounded = unfoundedIn(records, sent);
    if (unfounded) return unfounded;
    await sayAbout(speaker, sent.pledge, { kind: WAYS[sent.way], body: bodyOf(submission, by) });
  }
  const became = { space: "pledges", subject: sent.pledge };
  const undo = () => takeBackSent(desk, submission);
  const refused = await settleAs(desk, { id, state: "accepted", became }, undo);
  if (refused) return refused;
  const slugs = await speaker.snapshot((db) => slugsOf(db, [sent.pledge]));
  return `/pledges/${slugs.get(sent.pledge) ?? sent.slug}${anchorOf(submission)}`;
}

/** P40: its words are erased; that it was said, and the day on which it was withdrawn, stay. */
export async function takeBackSent(desk: Desk, submission: Submission): Promise<void> {
  const { pledge } = JSON.parse(submission.about) as Sent;
  const { speaker } = desk;
  const records = await speaker.snapshot((db) => standingAbout(db, pledge));
  const bodies = saidAlready(records, submission).flatMap((said) => said.bodyHash ?? []);
  if (bodies.length === 0) return;
  const { id, about } = submission;
  if (await askSubmissions(desk.private).alike({ id, about })) return; // another one sent the same
  await sayAbout(speaker, pledge, ...erasuresOf(bodies, "Withdrawn by whoever sent it."));
}

/** Where on the page of the pledge it stands. */
export function anchorOf(submission: Submission): string {
  const { way, body } = JSON.parse(submission.about) as Sent;
  if (way === "evidence" && "claim" in body) return `#${body.claim}`;
  if (way === "answer" && "dispute" in body) return `#${disputeName(body.dispute)}`;
  const own = idFor(submission);
  return `#${way === "dispute" ? disputeName(own) : own}`;
}

/** What is said: under an id of its own, and a dispute dated today, because its answer is asked for from now on. */
function bodyOf(submission: Submission, by: By): object {
  const { way, body } = JSON.parse(submission.about) as Sent;
  const id = idFor(submission);
  if (way === "dispute") return { ...body, id, date: dayAt(timeNow()) };
  return way === "figure" || way === "correction" ? { ...body, id, by } : body;
}

/** The records that say it: more than one where two processes accepted it in the same moment. */
function saidAlready(records: readonly LogRecord[], submission: Submission): LogRecord[] {
  const { way, body } = JSON.parse(submission.about) as Sent;
  const own = idFor(submission);
  return records.filter((record) => {
    if (record.kind !== WAYS[way]) return false;
    const said = record.body as JsonObject;
    return "id" in body ? said["id"] === own : isDeepStrictEqual(said, body);
  });
}

/** What it is about may have been withdrawn since it was sent. */
function unfoundedIn(records: readonly LogRecord[], { way, body }: Sent): Refusal | undefined {
  const pledge = foldPledge(records);
  if (!pledge)
    return new Refusal("Expected a pledge that stands; this one was withdrawn. Refuse it.");
  const claim = "claim" in body ? body.claim : "revises" in body ? body.revises : undefined;
  if (claim !== undefined && !pledge.ledger.some((e) => e.id === claim))
    return new Refusal(`Expected the figure ${claim} to stand; it was withdrawn. Refuse it.`);
  if (way === "answer" && "dispute" in body && !pledge.disputes.some((d) => d.id === body.dispute))
    return new Refusal(
      `Expected the dispute ${body.dispute} to stand; it was withdrawn. Refuse it.`,
    );
  return undefined;
}
