/** What a person's records say. Rules P1 and P2 of README.md. */
import type * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PERSON_WITHDRAWN, PersonBody } from "./records.ts";

export type Person = Readonly<v.InferOutput<typeof PersonBody>>;

/** Fold one person's records, in reading order; `undefined` when withdrawn or never named. */
export const foldPerson = (records: readonly LogRecord[]): Person | undefined =>
  lastSaid(records, PersonBody, PERSON_WITHDRAWN);
