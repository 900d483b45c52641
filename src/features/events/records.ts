/** What can be said of an event: when and where people meet, and who invites. */
import * as v from "valibot";
import {
  flag,
  inBody,
  language,
  line,
  paragraph,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";
import { isLocalTime, isZone, utcOf } from "../../engines/calendar/zone.ts";

export const EVENT_ANNOUNCED = "event.announced/1";
export const EVENT_EDITED = "event.edited/1";
export const EVENT_WITHDRAWN = "event.withdrawn/1";

const WHEN = "a day and a time of the clock there, such as 2026-12-05 18:30";
const when = v.pipe(v.string(WHEN), v.check(isLocalTime, WHEN));
const ZONE = "a time zone such as Africa/Johannesburg";
const zone = v.pipe(v.string(ZONE), v.maxLength(60, ZONE), v.check(isZone, ZONE));

/** The form over one side: slugs in a file, subjects in a record. */
export const eventForm = <Ref extends v.GenericSchema, Refs extends v.GenericSchema>(side: {
  readonly ref: Ref;
  readonly refs: Refs;
}) => ({
  title: line,
  summary: paragraph,
  language: v.optional(language),
  start: when,
  end: when,
  zone,
  /** A place that has a page; or else where it is in a line, which may be "online". */
  place: v.optional(side.ref),
  address: v.optional(line),
  link: v.optional(url),
  /** Partners who invite. */
  partners: v.optional(side.refs),
  cancelled: v.optional(flag),
});

export const EventBody = v.pipe(
  v.strictObject(eventForm(inBody)),
  v.check(({ place, address }) => place !== undefined || address !== undefined, "place or address"),
  v.check((event) => endsAfterStart(event), "an end after the start"),
);
export type Event = Readonly<v.InferOutput<typeof EventBody>>;

/** True also where one of them is no time: that is said of it alone. */
export function endsAfterStart(at: { start: string; end: string; zone: string }): boolean {
  if (!isLocalTime(at.start) || !isLocalTime(at.end) || !isZone(at.zone)) return true;
  return utcOf(at.end, at.zone) > utcOf(at.start, at.zone);
}

/** What it says in the languages of the campaign. */
export const EVENT_WORDING: Wording = { space: "events", texts: ["title", "summary", "address"] };

export const eventKinds: Kinds = {
  [EVENT_ANNOUNCED]: { opens: true, body: EventBody },
  [EVENT_EDITED]: { opens: false, body: EventBody },
  [EVENT_WITHDRAWN]: { opens: false, body: withdrawal },
};
