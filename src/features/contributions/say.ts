/** The records by which those who agreed come to stand in public: each under the name that was chosen and a random id. Rule T9. */
import { createHash } from "node:crypto";
import { SLUG_BOUND } from "../../platform/addresses/addresses.ts";
import type { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { Key } from "../../platform/records/keys.ts";
import { signRecord, type SignedRecord } from "../../platform/records/record.ts";
import { CONSENT_GIVEN, PERSON_NAMED } from "../people/api.ts";
import { consentOf, type Unsaid } from "./agreed.ts";

export interface SayPeople {
  readonly key: Key;
  readonly clock: Clock;
  /** The address and the language of the story that they are in. */
  readonly story: string;
  readonly lang: string;
}
export interface SaidPeople {
  readonly records: readonly SignedRecord[];
  /** The person's subject, by the address. */
  readonly subjects: ReadonlyMap<string, string>;
  /** For `consents.said`, before the records: a code always finds what is public. */
  readonly notes: readonly {
    readonly id: string;
    readonly subject: string;
    readonly about: string;
  }[];
}

export function signPeople(
  unsaid: readonly Unsaid[],
  { key, clock, story, lang }: SayPeople,
): SaidPeople {
  const records: SignedRecord[] = [];
  const subjects = new Map<string, string>();
  const notes: { id: string; subject: string; about: string }[] = [];
  const say = (kind: string, body: JsonObject, subject?: string): string => {
    const record = signRecord(
      { kind, at: clock.tick(), body, ...(subject !== undefined && { subject }) },
      key,
    );
    records.push(record);
    return record.id;
  };
  for (const { agreed, card, isKnown } of unsaid) {
    const { slug, name, chosen } = card;
    const named = { name, ...(chosen && { chosen }) };
    const subject = isKnown ? card.subject : say(PERSON_NAMED, named);
    subjects.set(slug, subject);
    for (const { row, asked, as } of agreed) {
      const about = JSON.stringify({ ...asked, as: { ...as, story } });
      const proof = createHash("sha256").update(`${row.salt} ${about}`).digest("hex");
      say(CONSENT_GIVEN, { ...consentOf(row, asked, lang), id: row.id, proof }, subject);
      notes.push({ id: row.id, subject, about });
    }
    if (!isKnown) say(SLUG_BOUND, { space: "people", slug }, subject);
  }
  return { records, subjects, notes };
}
