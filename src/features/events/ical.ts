/**
 * iCalendar (RFC 5545). Times are written in UTC, which every calendar shows by the clock of whoever looks; a zone's rules
 * (VTIMEZONE) are needed for what repeats, and nothing here does.
 */

import { unmarked } from "../../platform/words/fallback.ts";

export interface CalendarEvent {
  /** Permanent. */
  readonly uid: string;
  readonly title: string;
  readonly summary: string;
  readonly where: string;
  readonly url: string;
  /** UTC milliseconds. */
  readonly starts: number;
  readonly ends: number;
  /** When this was said of it. */
  readonly said: number;
  readonly isCancelled: boolean;
  readonly lat?: number;
  readonly lon?: number;
}

export const ICAL = "text/calendar; charset=utf-8";

/** The same events give the same bytes. */
export function calendar(name: string, url: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Connect Not Divide//Events//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `URL:${url}`,
    ...(events.length === 0 ? UTC : events.flatMap(eventLines)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(unmarked(line))}\r\n`).join("");
}

/** A calendar has to hold something (RFC 5545 3.6): where there is no event, the zone in which all times are. */
const UTC = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function eventLines(event: CalendarEvent): string[] {
  const { uid, title, summary, where, url, starts, ends, said, isCancelled, lat, lon } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${time(said)}`,
    `DTSTART:${time(starts)}`,
    `DTEND:${time(ends)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(summary)}`,
    `LOCATION:${text(where)}`,
    ...(lat === undefined || lon === undefined ? [] : [`GEO:${lat};${lon}`]),
    `URL:${url}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

const time = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const text = (words: string): string =>
  words
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

const WIDEST = 75; // octets of a line, its end not counted (RFC 5545 3.1)

/** Long lines go on after a line end and a blank, never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const character of line) {
    if (Buffer.byteLength(current + character) > WIDEST) {
      lines.push(current);
      current = " ";
    }
    current += character;
  }
  return [...lines, current].join("\r\n");
}
