/** Saying an opportunity in public, and taking it back. Rules O3, O6 and O13. */
import type { JsonObject } from "../../platform/records/jcs.ts";
import { sayOpening, takeBackThing, type Ends } from "../../platform/sent/opening.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { PARTNER_NAMED, PARTNER_WITHDRAWN } from "../partners/api.ts";
import { PLACE_NAMED, PLACE_WITHDRAWN } from "../places/api.ts";
import { PROJECT_OPENED, PROJECT_WITHDRAWN } from "../projects/api.ts";
import { opportunityAddress } from "./queries.ts";
import { OPPORTUNITY_NAMED, OPPORTUNITY_WITHDRAWN, type Opportunity } from "./records.ts";

/** Say it under a slug of its own; where that slug leads somewhere already, it was said before. @returns its subject */
export async function nameOpportunity(
  speaker: Speaker,
  slug: string,
  body: Opportunity,
): Promise<string> {
  const known = await speaker.snapshot((db) => opportunityAddress(db, slug));
  if (known) return known.subject;
  const [space, kind] = ["opportunities", OPPORTUNITY_NAMED];
  return sayOpening(speaker, { space, slug, kind, body: body as JsonObject });
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
