/** Saying an opportunity in public, and taking it back. Rules O3, O6 and O13. */
import { isDeepStrictEqual } from "node:util";
import { SLUG_BOUND, subjectAt } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { areForgotten, recordsAbout, thingsIn } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { PARTNER_NAMED, PARTNER_WITHDRAWN } from "../partners/feature.ts";
import { PLACE_NAMED, PLACE_WITHDRAWN } from "../places/feature.ts";
import { PROJECT_OPENED, PROJECT_WITHDRAWN } from "../projects/feature.ts";
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

interface Opening {
  readonly space: string;
  readonly slug: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** Open a thing under a slug that the desk chose. @returns its subject; undefined where the slug leads to something else */
export async function openThing(speaker: Speaker, opening: Opening): Promise<string | undefined> {
  const { space, slug, kind, body } = opening;
  const known = await speaker.snapshot((db) => subjectAt(db, space, slug));
  if (!known) return sayOpening(speaker, opening);
  const things = await speaker.snapshot((db) => thingsIn(db, space, [kind]));
  const said = things.get(known.slug)?.records[0]?.body; // the same: said by a desk that stopped before it could settle
  return isDeepStrictEqual(said, body) ? known.subject : undefined;
}

async function sayOpening(speaker: Speaker, opening: Opening): Promise<string> {
  const { space, slug, kind, body } = opening;
  const clock = new Clock(Date.now);
  const named = signRecord({ kind, at: clock.tick(), body }, speaker.key);
  const bound = signRecord(
    { kind: SLUG_BOUND, subject: named.id, at: clock.tick(), body: { space, slug } },
    speaker.key,
  );
  await sayAll(speaker, [named, bound]);
  return named.id;
}

/** What ends each kind of thing that a submission can open. */
const ENDS: ReadonlyMap<string, string> = new Map([
  [OPPORTUNITY_NAMED, OPPORTUNITY_WITHDRAWN],
  [PLACE_NAMED, PLACE_WITHDRAWN],
  [PROJECT_OPENED, PROJECT_WITHDRAWN],
  [PARTNER_NAMED, PARTNER_WITHDRAWN],
]);

/**
 * It is shown no more, and its words are erased; that something was withdrawn stays. What the desk has said of it anew
 * since then is the campaign's own: of that the first words are erased, and it stands.
 */
export async function takeBack(speaker: Speaker, subject: string): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const opening = said.find(({ kind }) => ENDS.has(kind));
  if (!opening) return;
  const end = ENDS.get(opening.kind)!;
  const isOver = said.some(({ kind }) => kind === end || kind.endsWith(".edited/1"));
  const isErased = await speaker.snapshot((db) => areForgotten(db, [opening.body])); // withdrawn is not erased yet
  const drafts = [
    ...(isOver ? [] : [{ kind: end, subject, body: {} }]),
    ...(isErased ? [] : [{ kind: ERASURE_MADE, subject, body: { bodies: [opening.body] } }]),
  ];
  if (drafts.length === 0) return;
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  await sayAll(
    speaker,
    drafts.map((draft) => signRecord({ ...draft, at: at() }, speaker.key)),
  );
}
