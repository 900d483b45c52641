/** When something was, and how long ago, as the page of an instance's running says it. */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { formatBytes, formatDay } from "../../../platform/web/words.ts";
import type { RunWords } from "../words.ts";

/** `24 November 2026, 09:15 UTC`. @param ms UTC */
export function momentIn(words: RunWords, ms: number): string {
  const time = new Date(ms).toISOString().slice(11, 16);
  return words.at(formatDay(dayAt(ms), words.lang), time);
}

/** In whole days. */
export function ageIn(words: RunWords, made: number, now: number): string {
  const days = Math.round((Date.parse(dayAt(now)) - Date.parse(dayAt(made))) / A_DAY);
  return days <= 0 ? words.backups.today : words.backups.days(days);
}

const GIGABYTE = 1e9; // bytes

/** A weight of a disk: `640 bytes`, `3.1 MB`, `74.5 GB`. */
export function sizeIn({ lang }: RunWords, bytes: number): string {
  if (bytes < 0.9995 * GIGABYTE) return formatBytes(bytes, lang);
  const unit = { style: "unit", unit: "gigabyte", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(lang, unit).format(bytes / GIGABYTE);
}
