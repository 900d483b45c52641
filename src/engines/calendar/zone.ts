/** A time of the clock in a zone, and the moment that it is. Pure; the zones are those that the runtime knows. */
import { A_DAY } from "./day.ts";

const MINUTE = 60_000; // ms
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

/**
 * Every moment at which the clocks of a zone show this time, UTC milliseconds, the first one first: one; two in the hour
 * that comes twice where clocks are put back; none in the hour that is left out where they are put forward.
 */
export function momentsShowing(local: string, zone: string): readonly number[] {
  const asUtc = Date.parse(`${local.replace(" ", "T")}:00Z`);
  const offsets = new Set([offsetAt(asUtc - A_DAY, zone), offsetAt(asUtc + A_DAY, zone)]);
  return [...offsets]
    .map((offset) => asUtc - offset)
    .filter((at) => at + offsetAt(at, zone) === asUtc)
    .toSorted((a, b) => a - b);
}

/** What the clocks of a zone show at a moment: `2026-12-05 18:30`. @param utc ms */
export const shownAt = (utc: number, zone: string): string =>
  new Date(utc + offsetAt(utc, zone)).toISOString().slice(0, 16).replace("T", " ");

/** How far they are ahead of UTC then: `+02:00`. @param utc ms */
export function offsetText(utc: number, zone: string): string {
  const minutes = Math.round(offsetAt(utc, zone) / MINUTE);
  const two = (n: number) => String(Math.trunc(n)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** How far the clocks of a zone are ahead of UTC at a moment, ms. */
function offsetAt(moment: number, zone: string): number {
  const utc = Math.floor(moment / MINUTE) * MINUTE;
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
