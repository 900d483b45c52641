/** What is said and what is seen in a place's film, as WebVTT, in every language that the campaign and the interface have. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wordsIn } from "../features/places/words.ts";
import { parsePo } from "../platform/folder/po.ts";
import { MARKED } from "../platform/words/fallback.ts";
import { writeTime } from "../platform/media/webvtt.ts";
import type { FilmPlan } from "./film-frames.ts";

/** Of a picture: when, and whose. */
interface Shown {
  readonly year: string;
  readonly credit: string;
}

export interface Told {
  readonly campaign: string;
  readonly languages: readonly string[];
  readonly slug: string;
  /** In the campaign's language. */
  readonly name: string;
  readonly note?: string | undefined;
  readonly night: Shown;
  readonly day: Shown;
  /** Whose the heights are. */
  readonly ground?: string | undefined;
}

type Cue = readonly [from: number, to: number, text: string];

/** @returns the two texts by language, the campaign's first */
export function filmWords(
  { descent: { times }, seconds, over }: FilmPlan,
  told: Told,
): Map<string, { readonly said: string; readonly seen: string }> {
  const texts = new Map<string, { said: string; seen: string }>();
  for (const lang of told.languages) {
    const { film, lang: has } = wordsIn(lang);
    if (has !== lang.split("-")[0]) continue; // the interface does not speak it
    const own = (key: string, text: string) => translatedIn(told, lang, key) ?? text;
    const place = own("name", told.name);
    const note = told.note === undefined ? "" : `\n${own("sky.night.note", told.note)}`;
    const { dawn, there } = times;
    const ends = over ? over.from : seconds - 0.2;
    const said: Cue[] = [
      [0.2, 4.2, film.said.lights(told.night.year, shortly(told.night.credit))],
      [4.4, there - 0.2, film.said.whose],
      [there, dawn[0] + 1, `${film.said.there(place)}${note}`],
      [dawn[0] + 1.1, ends, film.said.day(told.day.year, shortly(told.day.credit))],
    ];
    const seen: Cue[] = [
      [0, 2.5, film.seen.earth],
      [2.5, there, film.seen.line],
      [there, dawn[0], `${film.seen.dot(place)}${note}`],
      [dawn[0], over ? over.from : seconds, film.seen.day],
    ];
    if (over && told.ground !== undefined) {
      said.push([over.from + 0.2, seconds - 0.2, film.said.ground(shortly(told.ground))]);
      seen.push([over.from, seconds, film.seen.ground]);
    }
    const both = { said: vtt(said), seen: vtt(seen) };
    if (!MARKED.test(both.said + both.seen)) texts.set(lang, both);
  }
  return texts;
}

/** The first words of a credit, up to what it is of or who made it: whose it is. */
const shortly = (credit: string): string => credit.split(/ images| by |[,(]|\.(?: |$)/)[0]!.trim();

const time = (second: number): string => writeTime(Math.round(second * 1000));

const vtt = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues.map(([from, to, text]) => `${time(from)} --> ${time(to)}\n${text}\n`).join("\n")}`;

/** What the campaign calls it there. */
function translatedIn({ campaign, slug }: Told, lang: string, key: string): string | undefined {
  const file = join(campaign, `translations/${lang}.po`);
  if (!existsSync(file)) return undefined;
  const { messages } = parsePo(readFileSync(file, "utf8")).fields;
  const found = messages.find((one) => one.key === `places.${slug}.${key}` && !one.fuzzy);
  return found?.said === "" ? undefined : found?.said;
}
