/** Saying an opportunity in public, and taking it back. Rules O3 and O6. */
import { SLUG_BOUND } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
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
  const clock = new Clock(Date.now);
  const say = { kind: OPPORTUNITY_NAMED, at: clock.tick(), body: body as JsonObject };
  const named = signRecord(say, speaker.key);
  const bound = signRecord(
    {
      kind: SLUG_BOUND,
      subject: named.id,
      at: clock.tick(),
      body: { space: "opportunities", slug },
    },
    speaker.key,
  );
  await sayAll(speaker, [named, bound]);
  return named.id;
}

/** It is shown no more, and its words are erased; that something was withdrawn stays. */
export async function takeBack(speaker: Speaker, subject: string): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const bodies = said.filter((r) => r.kind === OPPORTUNITY_NAMED).map((r) => r.body);
  if (bodies.length === 0 || said.some((r) => r.kind === OPPORTUNITY_WITHDRAWN)) return;
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  await sayAll(speaker, [
    signRecord({ kind: OPPORTUNITY_WITHDRAWN, subject, at: at(), body: {} }, speaker.key),
    signRecord({ kind: ERASURE_MADE, subject, at: at(), body: { bodies } }, speaker.key),
  ]);
}
