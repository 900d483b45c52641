/** The words of events by language, and times as people read them. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { Event } from "./records.ts";
import { en } from "./words/en.ts";
import { ar } from "./words/ar.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import { sw } from "./words/sw.ts";
import { zh } from "./words/zh.ts";

export const wordsIn = catalogue({ en, fr, es, pt, ar, sw, hi, zh });

/** `5 December 2026, 18:30–20:00`, by the clock there. */
export function timeWords({ start, end }: Event, lang: string): string {
  const [day = "", from = ""] = start.split(" ");
  const [last = "", to = ""] = end.split(" ");
  const words = wordsIn(lang);
  const said = (one: string) => formatDay(one, words.lang);
  return day === last
    ? words.onDay(said(day), from, to)
    : words.overDays(said(day), from, said(last), to);
}

/** The offset is said by the zone's own name: a city people know. */
export const zoneWords = (zone: string): string => zone.split("/").at(-1)!.replaceAll("_", " ");
