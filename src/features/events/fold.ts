/** What an event's records say of it. Rule E1 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { EVENT_WITHDRAWN, EventBody, type Event } from "./records.ts";

/** Fold one event's records, in reading order; `undefined` when withdrawn or never announced. */
export const foldEvent = (records: readonly LogRecord[]): Event | undefined =>
  lastSaid(records, EventBody, EVENT_WITHDRAWN);
