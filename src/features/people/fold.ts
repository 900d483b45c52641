/** What a person's records say. Rules P1 and P2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { PERSON_WITHDRAWN, PersonBody } from "./records.ts";

export type Person = Readonly<v.InferOutput<typeof PersonBody>>;

/** Fold one person's records, in reading order; `undefined` when withdrawn or never named. */
export function foldPerson(records: readonly LogRecord[]): Person | undefined {
  let person: Person | undefined;
  for (const { kind, body } of records) {
    if (kind === PERSON_WITHDRAWN) {
      person = undefined;
      continue;
    }
    const said = v.safeParse(PersonBody, body);
    if (said.success) person = said.output; // otherwise a newer instance's record
  }
  return person;
}
