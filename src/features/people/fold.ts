/** What a person's records say. Rules PE1, PE2, PE9, PE10 and PE13 of README.md. */
import * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  ConsentGiven,
  ConsentWithdrawn,
  PERSON_HELD,
  PERSON_RELEASED,
  PERSON_WITHDRAWN,
  PersonBody,
  PersonHeld,
  type Consent,
  type HoldBy,
} from "./records.ts";

export type Person = Readonly<v.InferOutput<typeof PersonBody>> & {
  /** Given one by one, under random ids; those that were withdrawn are not among them. */
  readonly consents?: readonly Consent[];
  /** The person took every consent back, and gave none since. */
  readonly refused?: true;
  /** An objection waits to be decided about, or something else holds the person. */
  readonly held?: true;
};

/** What holds somebody, in reading order: each hold is let go by its own kind alone. */
export function holdsIn(records: readonly LogRecord[]): readonly HoldBy[] {
  const holds = new Set<HoldBy>();
  for (const { kind, body } of records) {
    if (kind !== PERSON_HELD && kind !== PERSON_RELEASED) continue;
    const said = v.safeParse(PersonHeld, body);
    if (!said.success) continue;
    const { by = "objection" } = said.output;
    if (kind === PERSON_HELD) holds.add(by);
    else holds.delete(by);
  }
  return [...holds];
}

/** Fold one person's records, in reading order; `undefined` when withdrawn or never named. */
export function foldPerson(records: readonly LogRecord[]): Person | undefined {
  const person = lastSaid(records, PersonBody, PERSON_WITHDRAWN);
  if (!person) return undefined;
  const given = new Map<string, Consent>();
  let endedOn = ""; // the day on which all that was agreed before ended
  for (const { kind, body } of records) {
    if (kind === CONSENT_GIVEN) {
      const said = v.safeParse(ConsentGiven, body);
      if (!said.success) continue;
      const { id, proof: _proof, ...agreed } = said.output;
      given.set(id, agreed);
    } else if (kind === CONSENT_WITHDRAWN) {
      const said = v.safeParse(ConsentWithdrawn, body);
      if (!said.success) continue;
      const { id, day } = said.output;
      if (id !== undefined) given.delete(id);
      else {
        given.clear();
        endedOn = day;
      }
    }
  }
  // An edit for another reason repeats the consent of the description: it counts only if it was given anew.
  const { consent, ...rest } = person;
  const stands = consent !== undefined && consent.given > endedOn;
  const withdrawn = records.some(({ kind }) => kind === CONSENT_WITHDRAWN);
  return {
    ...rest,
    ...(holdsIn(records).length > 0 && { held: true as const }),
    ...(stands && { consent }),
    ...(given.size > 0 && { consents: [...given.values()] }),
    ...(withdrawn && !stands && given.size === 0 && { refused: true as const }),
  };
}
