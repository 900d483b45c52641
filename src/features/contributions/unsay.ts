/** What is public of somebody who agreed ends: one consent, or all that was said of the person. Rules T8 and T13. */
import { dayAt } from "../../engines/calendar/day.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { eraseTranslations } from "../translations/api.ts";
import {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
} from "../people/api.ts";
import type { By } from "../stories/api.ts";

export async function endConsent(speaker: Speaker, subject: string, id: string): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const at = new Clock(Date.now).tick(said.at(-1)?.at);
  const body = { id, day: dayAt(Date.now()) };
  await sayAll(speaker, [signRecord({ kind: CONSENT_WITHDRAWN, subject, at, body }, speaker.key)]);
}

const SAID: readonly string[] = [PERSON_NAMED, PERSON_EDITED];
const REASONS: Readonly<Record<By, string>> = {
  person: "withdrawn by the person",
  desk: "withdrawn by the desk",
};

/** Consents end, the person is shown nowhere, and what was said of the person is forgotten. */
export async function erasePerson(speaker: Speaker, subject: string, by: By): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  await eraseTranslations(speaker, "people", subject, REASONS[by]); // also where a file brought its words back
  if (said.some(({ kind }) => kind === ERASURE_MADE)) return;
  const bodies = [
    ...new Set(said.filter(({ kind }) => SAID.includes(kind)).map(({ body }) => body)),
  ];
  if (bodies.length === 0) return;
  const clock = new Clock(Date.now);
  const day = dayAt(Date.now());
  const drafts = [
    ...(said.some(({ kind }) => kind === CONSENT_GIVEN)
      ? [{ kind: CONSENT_WITHDRAWN, body: { day } }]
      : []),
    { kind: PERSON_WITHDRAWN, body: {} },
    { kind: ERASURE_MADE, body: { bodies, reason: REASONS[by] } },
  ];
  await sayAll(
    speaker,
    drafts.map(({ kind, body }) =>
      signRecord({ kind, subject, at: clock.tick(said.at(-1)?.at), body }, speaker.key),
    ),
  );
}
