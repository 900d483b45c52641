/**
 * When a story came out and was changed: to the moment, where the log knows it. Others sort, show and forget by these, so a
 * later change is later than every one before it. Rule S22 of README.md.
 */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
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

interface Begins {
  readonly published: string;
  readonly hour?: string | undefined;
}

/**
 * From when a story may be read: its day, in UTC, or the moment of its hour, ISO 8601 in UTC. Both sort as text among
 * moments and days: a day begins before every moment of it.
 */
export function beginsAt({ published, hour }: Begins): string {
  const at = hour === undefined ? NaN : Date.parse(`${published}T${hour}`);
  return Number.isNaN(at) ? published : new Date(at).toISOString();
}

/**
 * The UTC day from which pages show it. What was said before its hour, by an older program or another instance, is shown
 * from the day after: pages know days alone, and rather come late than early.
 * @param said the time of the record that says it
 */
export function shownSince(story: Begins, said: string): string {
  const begins = beginsAt(story);
  const at = Date.parse(begins);
  const isEarly = begins !== story.published && timeMs(said) < at - LENIENT;
  return isEarly ? dayAt(at + A_DAY - 1) : dayAt(at);
}

const LENIENT = 60_000; // ms by which the clocks of two computers differ

/** @param said the times of the records that said it, in reading order; at least one */
export function momentsOf(
  said: readonly string[],
  days: Begins & { readonly updated?: string | undefined },
): Moments {
  const [first, ...changes] = said as [string, ...string[]];
  const begins = beginsAt(days);
  const isThen =
    begins === days.published
      ? timeDay(first) === begins
      : timeIso(first) >= begins && timeMs(first) < Date.parse(begins) + A_DAY;
  const published = isThen ? timeIso(first) : begins;
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
