/** How long somebody agrees for, where nobody says otherwise. */
import { dayAt } from "../../engines/calendar/day.ts";
import { MAX_PEOPLE } from "./bounds.ts";

const YEARS = 2; // a consent is asked for again after so long

/** The last UTC day, for each person of the form. */
export function untilIn(today: string): Record<string, string> {
  const until = new Date(`${today}T00:00:00Z`);
  const day = dayAt(until.setUTCFullYear(until.getUTCFullYear() + YEARS));
  return Object.fromEntries(Array.from({ length: MAX_PEOPLE }, (_, n) => [`p${n}-until`, day]));
}
