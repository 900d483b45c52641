/** Days as IATI writes them: a month or a year is known by its first and its last day. */

/** The first day that a date covers. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day that a date covers: `2024-02` is `2024-02-29`. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split("-").map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
