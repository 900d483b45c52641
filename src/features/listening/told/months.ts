/** Which month is said when: 30 days after its end, and for two months more, where a campaign stood still. Pure. */
import { LATE } from "../records.ts";

const DAY = 86_400_000; // ms
/** Days after which a month is due no more: what was not said by then is never said. */
const STOOD_STILL = 60;

export interface Month {
  /** `2026-11`, in UTC */
  readonly month: string;
  /** Its first moment, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

export function monthOf(month: string): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { month, from: Date.UTC(year, number - 1), to: Date.UTC(year, number) };
}

/** The months that are to be said at this moment, the earliest first. */
export function monthsDue(now: number): Month[] {
  const today = new Date(now);
  return [5, 4, 3, 2, 1]
    .map((back) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back)))
    .map((first) => monthOf(first.toISOString().slice(0, 7)))
    .filter(({ to }) => now >= to + LATE * DAY && now < to + (LATE + STOOD_STILL) * DAY);
}
