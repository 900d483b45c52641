/** The desk names an ask or an offer in public, and its sender takes it back. Rules O3, O6 and O13. */
import * as v from "valibot";
import type { Submission } from "../../platform/private/submissions.ts";
import { settleAs, subjectOf, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { sayOpening, takeBackThing, type Ends } from "../../platform/sent/opening.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { holdsContact } from "../../platform/sent/way-to-reach.ts";
import { PARTNER_NAMED, PARTNER_WITHDRAWN } from "../partners/api.ts";
import { PLACE_NAMED, PLACE_WITHDRAWN } from "../places/api.ts";
import { PROJECT_OPENED, PROJECT_WITHDRAWN } from "../projects/api.ts";
import { opportunityAddress } from "./queries.ts";
import {
  coarse,
  OPPORTUNITY_NAMED,
  OPPORTUNITY_WITHDRAWN,
  OpportunityBody,
  type Opportunity,
} from "./records.ts";
import type { Sent } from "./sent.ts";

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
export const acceptAsOpportunity = (
  desk: Desk,
  id: string,
  edits: Edits,
): Promise<string | Refusal> => takeUp(desk, id, (submission) => publish(desk, submission, edits));

async function publish(
  desk: Desk,
  submission: Submission,
  edits: Edits,
): Promise<string | Refusal> {
  const { id } = submission;
  const sent = JSON.parse(submission.about) as Sent;
  const said = await bodyOf(desk, submission, sent, edits);
  if (said instanceof Refusal) return said;
  const body = v.safeParse(OpportunityBody, said);
  if (!body.success)
    return new Refusal(`Expected ${body.issues[0].message} in what is to be published.`);
  if (hasContact(body.output, submission.contact)) return CONTACT;
  const slug = `${sent.kind}-${id}`;
  const subject = await nameOpportunity(desk.speaker, slug, body.output);
  const became = { space: "opportunities", subject };
  const undo = () => takeBack(desk.speaker, subject);
  const refused = await settleAs(desk, { id, state: "accepted", became }, undo);
  return refused ?? `/opportunities/${slug}`;
}

/** Say it under a slug of its own; where that slug leads somewhere already, it was said before. @returns its subject */
async function nameOpportunity(speaker: Speaker, slug: string, body: Opportunity): Promise<string> {
  const known = await speaker.snapshot((db) => opportunityAddress(db, slug));
  if (known) return known.subject;
  return sayOpening(speaker, { space: "opportunities", slug, kind: OPPORTUNITY_NAMED, body });
}

/** What ends each kind of thing that a submission can open. */
const ENDS: Ends = new Map([
  [OPPORTUNITY_NAMED, OPPORTUNITY_WITHDRAWN],
  [PLACE_NAMED, PLACE_WITHDRAWN],
  [PROJECT_OPENED, PROJECT_WITHDRAWN],
  [PARTNER_NAMED, PARTNER_WITHDRAWN],
]);

export const takeBack = (speaker: Speaker, subject: string): Promise<void> =>
  takeBackThing(speaker, subject, ENDS, "first words");

async function bodyOf(
  { speaker }: Desk,
  { received }: Submission,
  sent: Sent,
  edits: Edits,
): Promise<object | Refusal> {
  if (sent.kind === "partner")
    return new Refusal(
      "Expected an ask or an offer; this one wants to join: accept it as a partner, or with a partner that stands already.",
    );
  if (!sent.agreed) return NOT_AGREED;
  const place =
    edits.place === undefined ? undefined : await subjectOf(speaker, "places", edits.place);
  if (place instanceof Refusal) return place;
  const where =
    place === undefined
      ? {
          near: edits.near ?? sent.place,
          ...roundedPosition(sent, edits),
          ...countryOf(sent, edits),
        }
      : { place };
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
export const CONTACT = new Refusal(
  "Expected words without a way to reach somebody, found what looks like an address or a number. Write them anew.",
);
export const NOT_AGREED = new Refusal(
  "Expected its sender to have agreed to publishing; they have not. Accept it with what stands already, or refuse it.",
);
