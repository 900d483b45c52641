/** What is public of those who agreed: each under the name that was chosen and a random id, until it ends. Rules T8, T9 and T13. */
import { createHash } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import { SLUG_BOUND } from "../../platform/addresses/addresses.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Batch } from "../../platform/records/batch.ts";
import { bodiesOf, erasuresOf } from "../../platform/sent/erasing.ts";
import { sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
} from "../people/api.ts";
import type { By } from "../stories/api.ts";
import { eraseTranslations } from "../translations/api.ts";
import { consentOf, type Unsaid } from "./agreed.ts";
import { rememberErased, type Erasing } from "./remember-erased.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

export interface SaidPeople {
  /** The person's subject, by the address. */
  readonly subjects: ReadonlyMap<string, string>;
  /** For `consents.said`, before the records: a code always finds what is public. */
  readonly notes: readonly {
    readonly id: string;
    readonly subject: string;
    readonly about: string;
  }[];
}

/** Those of whom no record names anything yet. @param of the address and the language of the story that they are in */
export function namePeople(
  batch: Batch,
  unsaid: readonly Unsaid[],
  { story, lang }: { readonly story: string; readonly lang: string },
): SaidPeople {
  const subjects = new Map<string, string>();
  const notes: { id: string; subject: string; about: string }[] = [];
  for (const { agreed, card, isKnown } of unsaid) {
    const { slug, name, chosen } = card;
    const named = { kind: PERSON_NAMED, body: { name, ...(chosen && { chosen }) } };
    const subject = isKnown ? card.subject : batch.add(named).id;
    subjects.set(slug, subject);
    for (const { row, asked, as } of agreed) {
      const about = JSON.stringify({ ...asked, as: { ...as, story } });
      const proof = createHash("sha256").update(`${row.salt} ${about}`).digest("hex");
      const body = { ...consentOf(row, asked, lang), id: row.id, proof };
      batch.add({ kind: CONSENT_GIVEN, subject, body });
      notes.push({ id: row.id, subject, about });
    }
    if (!isKnown) batch.add({ kind: SLUG_BOUND, subject, body: { space: "people", slug } });
  }
  return { subjects, notes };
}

export const endConsent = (speaker: Speaker, subject: string, id: string) =>
  sayAbout(speaker, subject, { kind: CONSENT_WITHDRAWN, body: { id, day: dayAt(timeNow()) } });

const SAID: readonly string[] = [PERSON_NAMED, PERSON_EDITED];
const REASONS: Readonly<Record<By, string>> = {
  person: "withdrawn by the person",
  desk: "withdrawn by the desk",
};

/** Consents end, the person is shown nowhere, and what was said of the person is forgotten. */
export async function erasePerson(
  desk: Erasing,
  subject: string,
  by: By,
  reason = REASONS[by],
): Promise<void> {
  const { speaker } = desk;
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  await rememberErased(desk, subject);
  await eraseTranslations(speaker, "people", subject, reason); // also where a file brought its words back
  const bodies = bodiesOf(said, SAID);
  if (bodies.length === 0) return;
  if (await speaker.snapshot((db) => areForgotten(db, bodies))) return; // one record that was erased before is not the person
  const agreed = said.some(({ kind }) => kind === CONSENT_GIVEN);
  await sayAbout(
    speaker,
    subject,
    ...(agreed ? [{ kind: CONSENT_WITHDRAWN, body: { day: dayAt(timeNow()) } }] : []),
    { kind: PERSON_WITHDRAWN, body: {} },
    ...erasuresOf(bodies, reason),
  );
}
