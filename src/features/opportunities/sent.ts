/** What the form asks, from what was typed: either all of it, or one line for each field that does not fit. Rule O1. */
import * as v from "valibot";
import { country, line, paragraph, slug } from "../../platform/folder/fields.ts";
import { countryName } from "../../platform/web/words.ts";
import { isAsk } from "./records.ts";
import { WISHES, type Wish } from "./words.ts";

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

const MAX_WORDS = 2000; // characters; a page of text
const MAX_LINE = 200;
const MAX_KM = 20_000; // half the way around the Earth

export function readSent(typed: Typed): { sent: Sent; contact?: string } | { problems: Problems } {
  const problems: Partial<Record<Field, string>> = {};
  const wish = WISHES.find(([kind]) => kind === typed.kind)?.[0];
  if (!wish) problems.kind = "Choose what it is about.";
  if (!fits(line, typed.place, MAX_LINE))
    problems.place = `Write the name of the place, in one line of at most ${MAX_LINE} characters.`;
  const where = countryIn(typed.country);
  if (where === undefined)
    problems.country =
      "Write the country’s English name or its two letters, such as ZA, or leave it empty.";
  const [lat, lon] = [numberOf(typed.lat, 90), numberOf(typed.lon, 180)];
  if (lat === undefined) problems.lat = "Write degrees from -90 to 90, such as -31.98.";
  if (lon === undefined) problems.lon = "Write degrees from -180 to 180, such as 29.15.";
  if (!problems.lat && !problems.lon && (lat === "") !== (lon === ""))
    problems[lat === "" ? "lat" : "lon"] = "Write both degrees, or neither.";
  if (!fits(paragraph, typed.words, MAX_WORDS))
    problems.words = `Write a few words, at most ${MAX_WORDS.toLocaleString("en")} characters.`;
  const km = typed.distance === "" ? "" : kmOf(typed.distance);
  if (km === undefined)
    problems.distance = "Write whole kilometres, such as 20, or leave it empty.";
  for (const name of ["contact", "language"] as const)
    if (typed[name] !== "" && !fits(line, typed[name], MAX_LINE))
      problems[name] = `Write one line of at most ${MAX_LINE} characters, or leave it empty.`;
  if (typed.agree !== "" && typed.agree !== "yes") problems.agree = "Tick it or leave it.";
  if (typed.about !== "" && !v.is(slug, typed.about)) problems.about = "Open the form once more.";
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

/** `""` where none was given, undefined where it is none. */
export function countryIn(typed: string): string | undefined {
  if (typed === "") return "";
  if (v.is(country, typed.toUpperCase())) return typed.toUpperCase();
  names ??= new Map(
    LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
      .filter((code) => v.is(country, code))
      .map((code) => [countryName(code, "en").toLowerCase(), code]),
  );
  return names.get(typed.toLowerCase());
}
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
let names: ReadonlyMap<string, string> | undefined; // worked out when the first name is typed, 2 ms

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
