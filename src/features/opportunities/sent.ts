/** What the form asks, from what was typed: either all of it, or one line for each field that does not fit. Rule O1. */
import * as v from "valibot";
import { country, line, paragraph, slug } from "../../platform/folder/fields.ts";
import { countryName, formatNumber } from "../../platform/web/words.ts";
import { isAsk } from "./records.ts";
import { isWish, wordsIn, type Wish } from "./words.ts";

export const FIELDS = [
  "kind",
  "place",
  "country",
  "lat",
  "lon",
  "words",
  "distance",
  "contact",
  "language",
  "agree",
  "about",
] as const;
export type Field = (typeof FIELDS)[number];
export type Typed = Readonly<Record<Field, string>>;
export type Problems = Readonly<Partial<Record<Field, string>>>;

/** What is kept of a submission, but for the contact, which stands by itself. */
export interface Sent {
  readonly kind: Wish;
  readonly place: string;
  readonly country?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly words: string;
  readonly distance?: number;
  readonly language?: string;
  /** The sender agrees that the words and the place may be published once a person has read them. */
  readonly agreed: boolean;
  /** The slug of the opportunity that it answers. */
  readonly about?: string;
}

export const MAX_WORDS = 2000; // characters; a page of text
export const MAX_LINE = 200;
const MAX_KM = 20_000; // half the way around the Earth

/** @param lang of what is said about a field that does not fit, and of a country's name */
export function readSent(
  typed: Typed,
  lang: string,
): { sent: Sent; contact?: string } | { problems: Problems } {
  const { problems: words, lang: said } = wordsIn(lang);
  const most = formatNumber(MAX_LINE, said);
  const problems: Partial<Record<Field, string>> = {};
  const wish = isWish(typed.kind) ? typed.kind : undefined;
  if (!wish) problems.kind = words.kind;
  if (!fits(line, typed.place, MAX_LINE)) problems.place = words.place(most);
  const where = countryIn(typed.country, lang);
  if (where === undefined) problems.country = words.country;
  const [lat, lon] = [numberOf(typed.lat, 90), numberOf(typed.lon, 180)];
  if (lat === undefined) problems.lat = words.lat;
  if (lon === undefined) problems.lon = words.lon;
  if (!problems.lat && !problems.lon && (lat === "") !== (lon === ""))
    problems[lat === "" ? "lat" : "lon"] = words.both;
  if (!fits(paragraph, typed.words, MAX_WORDS))
    problems.words = words.words(formatNumber(MAX_WORDS, said));
  const km = typed.distance === "" ? "" : kmOf(typed.distance);
  if (km === undefined) problems.distance = words.distance;
  for (const name of ["contact", "language"] as const)
    if (typed[name] !== "" && !fits(line, typed[name], MAX_LINE)) problems[name] = words.line(most);
  if (typed.agree !== "" && typed.agree !== "yes") problems.agree = words.agree;
  if (typed.about !== "" && !v.is(slug, typed.about)) problems.about = words.about;
  if (!wish || Object.keys(problems).length > 0) return { problems };
  const isOffer = wish !== "partner" && !isAsk(wish);
  return {
    sent: {
      kind: wish,
      place: typed.place,
      ...(where && { country: where }),
      ...(typeof lat === "number" && typeof lon === "number" && { lat, lon }),
      words: typed.words,
      ...(isOffer && typeof km === "number" && { distance: km }),
      ...(typed.language !== "" && { language: typed.language }),
      agreed: typed.agree === "yes",
      ...(typed.about !== "" && { about: typed.about }),
    },
    ...(typed.contact !== "" && { contact: typed.contact }),
  };
}

const fits = (schema: v.GenericSchema, text: string, most: number): boolean =>
  text.length <= most && v.is(schema, text);

/** By its two letters or its name, in this language or in English. `""` where none was given, undefined where it is none. */
export function countryIn(typed: string, lang: string): string | undefined {
  if (typed === "") return "";
  if (v.is(country, typed.toUpperCase())) return typed.toUpperCase();
  const name = plainName(typed);
  return namesIn(lang).get(name) ?? namesIn("en").get(name);
}

/** Worked out when the first name is typed in a language, 2 ms. */
function namesIn(lang: string): ReadonlyMap<string, string> {
  const { lang: known } = wordsIn(lang); // no more than the interface has, whatever the address says
  let names = NAMES.get(known);
  if (names) return names;
  names = new Map(CODES.map((code) => [plainName(countryName(code, known)), code]));
  NAMES.set(known, names);
  return names;
}
const NAMES = new Map<string, ReadonlyMap<string, string>>();
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter((code) =>
  v.is(country, code),
);

/** Small letters, and one sign for the apostrophes that keyboards have. */
const plainName = (name: string): string => name.toLowerCase().replaceAll("’", "'");

function numberOf(typed: string, most: number): number | "" | undefined {
  if (typed === "") return "";
  const n = /^[+-]?\d{1,3}(?:[.,]\d{1,8})?$/.test(typed)
    ? Number(typed.replace(",", "."))
    : Number.NaN;
  return Math.abs(n) <= most ? n : undefined;
}

function kmOf(typed: string): number | undefined {
  const [, digits] = /^(\d{1,5})(?: ?km)?$/i.exec(typed) ?? [];
  const km = Number(digits ?? Number.NaN);
  return km <= MAX_KM ? km : undefined;
}
