/** Days of the calendar in UTC, as `2026-11-24`: they sort as text, and are made from moments here alone. */

export const A_DAY = 86_400_000; // ms

/** The day of a moment. @param ms since 1970 */
export const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day so many days later; earlier where they are negative. */
export const daysAfter = (day: string, days: number): string =>
  dayAt(Date.parse(day) + days * A_DAY);
