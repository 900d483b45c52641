/**
 * When a story came out and was changed: to the moment, where the log knows it. Others sort, show and forget by these, so a
 * later change is later than every one before it. Rule S22 of README.md.
 */
import { A_DAY } from "../../engines/calendar/day.ts";
import { timeDay, timeIso, timeMs } from "../../platform/records/clock.ts";

/** Moments of records, or days where an author gives another day than that of the record: ISO 8601, UTC. */
export interface Moments {
  readonly published: string;
  /** Later than `published`. */
  readonly updated?: string;
  /** It came from an archive: it was said here when it was old, and not changed since. */
  readonly isArchived?: true;
}

// ms from the beginning of its day: a draft is written, and what was sent waits for the desk, while that day stays
const OLD = 15 * A_DAY;

/** @param said the times of the records that said it, in reading order; at least one */
export function momentsOf(
  said: readonly string[],
  days: { readonly published: string; readonly updated?: string | undefined },
): Moments {
  const [first, ...changes] = said as [string, ...string[]];
  const published = timeDay(first) === days.published ? timeIso(first) : days.published;
  const last = changes.at(-1);
  const updated = last === undefined ? days.updated : timeIso(last);
  const isOld = timeMs(first) >= Date.parse(days.published) + OLD;
  return {
    published,
    ...(updated !== undefined && Date.parse(updated) > Date.parse(published) && { updated }),
    ...(isOld && last === undefined && { isArchived: true }),
  };
}

interface Dated {
  readonly published: string;
  readonly updated?: string | undefined;
  readonly moments?: Moments;
}

/** What stands in feeds, sitemaps and descriptions; the days alone of what no record says yet. */
export function whenOf({ moments, ...days }: Dated): Pick<Moments, "published" | "updated"> {
  const { published, updated } = moments ?? days;
  return { published, ...(updated !== undefined && { updated }) };
}
