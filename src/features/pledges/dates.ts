/** Days, months and years as they are known: where each stands in time. Pure text and whole numbers, no clock. */
import { daysAfter } from "../../engines/calendar/day.ts";

/** The last day that a date covers: `2024-02` → `2024-02-29`, `2030` → `2030-12-31`. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split("-").map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** The first day that a date covers. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The day by which an answer to a dispute is asked for: 30 days after it. */
export function answerDue(day: string): string {
  return daysAfter(day, 30);
}

/** The middle of what a date covers, in years: where a chart draws it. `2024` → 2024.5 */
export function middleYear(date: string): number {
  return (yearOf(firstDay(date)) + yearOf(daysAfter(lastDay(date), 1))) / 2;
}

function yearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (end - start);
}
