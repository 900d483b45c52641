/** The table of events. */
import { bigint, orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Event, EVENT_WITHDRAWN, EventBody, eventKinds } from "./records.ts";
import { utcOf } from "../../engines/calendar/zone.ts";

const tables = {
  /** Start, end, and when it was last said, in UTC milliseconds. */
  event: table(
    {
      subject: text,
      place: orNull(text),
      starts: bigint,
      ends: bigint,
      said: bigint,
      state: text,
    },
    { indexes: { event_ends: ["ends"] } },
  ),
};
export type EventTables = TablesOf<typeof tables>;

/** E1: fold one event's records, in reading order; `undefined` when withdrawn or never announced. */
export const foldEvent = (records: readonly LogRecord[]): Event | undefined =>
  lastSaid(records, EventBody, EVENT_WITHDRAWN);

export const eventProjection = rowProjection({
  name: "events",
  version: 1,
  kinds: eventKinds,
  tables,
  fold: foldEvent,
  rows(event, records) {
    const { place = null, start, end, zone } = event;
    const [starts, ends] = [utcOf(start, zone), utcOf(end, zone)];
    const said = timeMs(records.at(-1)!.at);
    return { event: [{ place, starts, ends, said, state: JSON.stringify(event) }] };
  },
});
