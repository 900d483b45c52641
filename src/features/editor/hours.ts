/**
 * An hour as somebody types it, by the clock of the campaign, and as the file has it: with its distance from UTC, so that it
 * is one moment. Rules W21 and W22 of README.md.
 */
import { isLocalTime, momentsShowing, offsetText, shownAt } from "../../engines/calendar/zone.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { WritingWords } from "./words.ts";

export const zoneOf = ({ timeZone = "UTC" }: Pick<Frame, "timeZone">): string => timeZone;

interface Local {
  /** `09:30`, or whatever else was typed. */
  readonly hour: string;
  /** `2026-11-24` */
  readonly day: string;
  readonly zone: string;
}

/** With its distance from UTC where the clock shows it once on that day; else as it was typed. */
export function withOffset({ hour, day, zone }: Local): string {
  const clock = clockIn(hour);
  if (clock === undefined) return hour.trim().replace(/\s(?=[+-])/, "");
  const [at, second] = momentsIn(clock, day, zone);
  return at === undefined || second !== undefined ? clock : clock + offsetText(at, zone);
}

/** As the form shows it: by the clock alone where that says it all. */
export function hourTyped({ hour, day, zone }: Local): string {
  const clock = hour.slice(0, 5);
  return withOffset({ hour: clock, day, zone }) === hour ? clock : hour;
}

/** Why it is no moment; undefined where another word says so. */
export function hourProblem(
  { hour, day, zone }: Local,
  { lang, hours: w }: WritingWords,
): string | undefined {
  const clock = clockIn(hour);
  if (clock === undefined) return w.expected;
  if (!isLocalTime(`${day} ${clock}`)) return undefined; // its day is none
  const [first, second] = momentsIn(clock, day, zone);
  const of = [clock, formatDay(day, lang), zoneName(zone)] as const;
  if (first === undefined) return w.leftOut(...of);
  if (second === undefined) return w.expected;
  return w.twice(...of, clock + offsetText(first, zone), clock + offsetText(second, zone));
}

/** `24 November 2026, 09:30 (Europe/Berlin, UTC+01:00)`; the day alone where the campaign's days are those of UTC. */
export function beginsWords(
  begins: string,
  zone: string,
  { lang, hours: w }: WritingWords,
): string {
  const isHalfTyped = Number.isNaN(Date.parse(begins));
  if (isHalfTyped || (isDay(begins) && zone === "UTC")) return formatDay(begins, lang);
  const { day, clock, offset } = localOf(begins, zone);
  const where = zone === "UTC" ? zone : `${zoneName(zone)}, UTC${offset}`;
  return w.at(formatDay(day, lang), clock, where);
}

/** What the campaign's clocks show when it begins. @param begins a day in UTC, or a moment */
export function localOf(begins: string, zone: string) {
  const at = Date.parse(begins);
  const [day = "", clock = ""] = shownAt(at, zone).split(" ");
  return { day, clock, offset: offsetText(at, zone) };
}

export const zoneName = (zone: string): string => zone.replaceAll("_", " ");
/** No moment of a day. */
export const isDay = (begins: string): boolean => !begins.includes("T");

/** `9:30`, `09.30` and `09h30` are `09:30`; undefined for anything else. */
function clockIn(hour: string): string | undefined {
  const [, hours = "", minutes] = /^(\d{1,2})[:.h](\d{2})$/.exec(hour.trim()) ?? [];
  const clock = `${hours.padStart(2, "0")}:${minutes}`;
  return minutes !== undefined && isLocalTime(`2026-01-01 ${clock}`) ? clock : undefined;
}

const momentsIn = (clock: string, day: string, zone: string): readonly number[] =>
  isLocalTime(`${day} ${clock}`) ? momentsShowing(`${day} ${clock}`, zone) : [];
