/** A time of the clock in a zone, and the moment that it is. Pure; the zones are those that the runtime knows. */
import { A_DAY } from "../../engines/calendar/day.ts";

const LOCAL = /^([12]\d{3}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/;

/** `2026-12-05 18:30` */
export function isLocalTime(text: string): boolean {
  const [, day = ""] = LOCAL.exec(text) ?? [];
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day !== "";
}

export function isZone(name: string): boolean {
  if (!/^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+){1,2})$/.test(name)) return false;
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * UTC milliseconds. Where a clock that is put back shows a time twice it is the first of the two; where one that is put
 * forward never shows it, it is read by the clock as it went before.
 */
export function utcOf(local: string, zone: string): number {
  const asUtc = Date.parse(`${local.replace(" ", "T")}:00Z`);
  const before = offsetAt(asUtc - A_DAY, zone);
  const after = offsetAt(asUtc + A_DAY, zone);
  const fits = [before, after].find((offset) => offsetAt(asUtc - offset, zone) === offset);
  return asUtc - (fits ?? before);
}

/** How far the clocks of a zone are ahead of UTC at a moment, ms. */
function offsetAt(utc: number, zone: string): number {
  const parts = Object.fromEntries(
    clockIn(zone)
      .formatToParts(utc)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute", number>;
  const { year, month, day, hour, minute } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - utc;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const numeric = "numeric" as const;
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric };
    clock = new Intl.DateTimeFormat("en", { timeZone, hourCycle: "h23", ...fields });
    clocks.set(timeZone, clock); // a few hundred zones at most
  }
  return clock;
}
