/** Until when a pledge's own page reads the same without a new record: it says more of the day than its status does. */
import { daysAfter } from "../../engines/calendar/day.ts";
import { lastDay } from "./dates.ts";
import type { PledgeLine } from "./queries.ts";
import { NEVER, silentFrom } from "./silence.ts";

/** The first day after `today` on which its status changes, a milestone is past its date (P12) or it falls silent (P25). */
export function pageUntil(
  { pledge, status }: Pick<PledgeLine, "pledge" | "status">,
  today: string,
): string | undefined {
  const due = (pledge.milestones ?? []).flatMap((one) =>
    one.due === undefined || one.reached !== undefined ? [] : [daysAfter(lastDay(one.due), 1)],
  );
  return [status?.until, silentFrom(pledge), ...due]
    .filter((day) => day !== undefined)
    .filter((day) => day > today && day !== NEVER)
    .toSorted()[0];
}
