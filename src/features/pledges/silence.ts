/** P25: a pledge of which no report was found for 24 months is silent, and leaves the totals. Pure dates, no clock. */
import { dayAt, daysAfter } from "../../engines/calendar/day.ts";
import { closingFigure } from "./ledger.ts";
import { lastDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";

const MONTHS = 24;
/** Of a pledge with a closing figure: it has said all there is to say. */
export const NEVER = "9999-12-31";

/** The day of the latest report: a figure that was said, or the promise itself. */
export function lastReport({ ledger, from }: Pick<Pledge, "ledger" | "from">): string {
  return ledger.map((e) => lastDay(e.saidOn)).reduce((a, b) => (a > b ? a : b), lastDay(from));
}

/** The first day on which the pledge is silent. */
export function silentFrom(
  pledge: Pick<Pledge, "kind" | "from" | "by" | "target" | "ledger">,
): string {
  if (pledge.kind === "series") return NEVER;
  if (pledge.by !== undefined && closingFigure(pledge, lastDay(pledge.by))) return NEVER;
  return daysAfter(monthsLater(lastReport(pledge), MONTHS), 1);
}

/** The same day of a later month, or the month's last day. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
