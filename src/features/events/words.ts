/** The words in a language, or in English, and times as people read them. */
import { en, type Words } from "./words/en.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { Event } from "./records.ts";

const LANGUAGES: Readonly<Record<string, Words>> = { en };

export const wordsIn = (lang: string): Words => LANGUAGES[lang.split("-")[0]!] ?? en;

/** `5 December 2026, 18:30–20:00`, by the clock there. */
export function timeWords({ start, end }: Event, lang: string): string {
  const [day = "", from] = start.split(" ");
  const [last = "", to] = end.split(" ");
  return day === last
    ? `${formatDay(day, lang)}, ${from}–${to}`
    : `${formatDay(day, lang)}, ${from} – ${formatDay(last, lang)}, ${to}`;
}

/** The offset is said by the zone's own name: a city people know. */
export const zoneWords = (zone: string): string => zone.split("/").at(-1)!.replaceAll("_", " ");
