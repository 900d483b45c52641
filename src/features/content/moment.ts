/** A moment as people read it. */
import { dayAt } from "../../engines/calendar/day.ts";
import { formatDay } from "../../platform/web/words.ts";

/** `24 November 2026, 20:33 UTC`. @param at milliseconds */
export const formatMoment = (at: number, lang: string): string =>
  `${formatDay(dayAt(at), lang)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;
