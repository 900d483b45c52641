/** The days of a class, as its teacher counts them. */
import { daysAfter } from "../../../engines/calendar/day.ts";
import type { Room } from "../private/rows.ts";

type Span = Pick<Room, "starts" | "ends">;
const MOST = 400; // days: a course of a year

/** From the first to the last. */
export function daysOf({ starts, ends }: Span): readonly string[] {
  const days: string[] = [];
  for (let day = starts; day <= ends && days.length < MOST; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** The day whose attendance is shown: the one asked for, else today, else the day of the class that is nearest to it. */
export function shownDay({ starts, ends }: Span, today: string, asked: string | null): string {
  if (asked !== null && isDayOf({ starts, ends }, asked)) return asked;
  if (today < starts) return starts;
  return today > ends ? ends : today;
}

export const isDayOf = (span: Span, day: string): boolean => daysOf(span).includes(day);
