/** What the desk does with an ask or an offer: it names it in public. */
import * as v from "valibot";
import type { Submission } from "../../platform/private/submissions.ts";
import { settleAs, subjectOf, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { holdsContact } from "../../platform/sent/way-to-reach.ts";
import { coarse, OpportunityBody, type Opportunity } from "./records.ts";
import type { Sent } from "./sent.ts";
import { nameOpportunity, takeBack } from "./speak.ts";

/** What the desk writes instead of what was sent; null leaves it out. */
export interface Edits {
  readonly words?: string | undefined;
  readonly near?: string | undefined;
  readonly country?: string | null | undefined;
  readonly lat?: number | null | undefined;
  readonly lon?: number | null | undefined;
  /** The slug of a place that has a page. */
  readonly place?: string | undefined;
}

/** O6. @returns the path at which it stands */
export const acceptAsOpportunity = (desk: Desk, id: string, edits: Edits): Promise<string> =>
  takeUp(desk, id, (submission) => publish(desk, submission, edits));

async function publish(desk: Desk, submission: Submission, edits: Edits): Promise<string> {
  const { id } = submission;
  const sent = JSON.parse(submission.about) as Sent;
  const body = v.safeParse(OpportunityBody, await bodyOf(desk, submission, sent, edits));
  if (!body.success)
    throw new Error(`Expected ${body.issues[0].message} in what is to be published.`);
  refuseContact(body.output, submission.contact);
  const slug = `${sent.kind}-${id}`;
  const subject = await nameOpportunity(desk.speaker, slug, body.output);
  const became = { space: "opportunities", subject };
  await settleAs(desk, { id, state: "accepted", became }, () => takeBack(desk.speaker, subject));
  return `/opportunities/${slug}`;
}

async function bodyOf(
  { speaker }: Desk,
  { received }: Submission,
  sent: Sent,
  edits: Edits,
): Promise<object> {
  if (sent.kind === "partner")
    throw new Error(
      "Expected an ask or an offer; this one wants to join: accept it as a partner, or with a partner that stands already.",
    );
  if (!sent.agreed)
    throw new Error(
      "Expected its sender to have agreed to publishing; they have not. Accept it with what stands already, or refuse it.",
    );
  const where =
    edits.place === undefined
      ? {
          near: edits.near ?? sent.place,
          ...roundedPosition(sent, edits),
          ...countryOf(sent, edits),
        }
      : { place: await subjectOf(speaker, "places", edits.place) };
  return {
    kind: sent.kind,
    words: edits.words ?? sent.words,
    ...where,
    ...(sent.distance !== undefined && { distance: sent.distance }),
    date: received,
  };
}

function roundedPosition(sent: Sent, edits: Edits): Pick<Opportunity, "position"> {
  const [lat, lon] = [chosen(edits.lat, sent.lat), chosen(edits.lon, sent.lon)];
  if (lat === undefined || lon === undefined) return {};
  return { position: { lat: coarse(lat), lon: coarse(lon) } };
}

function countryOf(sent: Sent, edits: Edits): Pick<Opportunity, "country"> {
  const country = chosen(edits.country, sent.country);
  return country === undefined ? {} : { country };
}

/** What the desk writes stands in place of what was sent; what it leaves out does not come back. */
export const chosen = <T>(edit: T | null | undefined, sent: T | undefined): T | undefined =>
  edit === null ? undefined : (edit ?? sent);

/** Whether words hold a way to reach somebody. */
export const hasContact = (
  { words, near = "" }: Pick<Opportunity, "words" | "near">,
  contact: string | null,
): boolean => holdsContact(`${words}\n${near}`, contact);

/** A contact is never published, also where it was typed among the words. */
export function refuseContact(
  said: Pick<Opportunity, "words" | "near">,
  contact: string | null,
): void {
  if (hasContact(said, contact))
    throw new Error(
      "Expected words without a way to reach somebody, found what looks like an address or a number. Write them anew.",
    );
}
