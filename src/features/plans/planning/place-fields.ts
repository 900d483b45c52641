/** Places and positions as people write them in a region file or a table. */
import * as v from "valibot";
import { degreesFrom } from "../../../engines/terrain/position.ts";
import {
  amount,
  count,
  country,
  date,
  latitude,
  line,
  listOf,
  longitude,
  slug,
  source,
  url,
} from "../../../platform/folder/fields.ts";
import { misfits } from "../../../platform/folder/problem.ts";

/** A number, or a text such as `28°12′34″N`. */
const typed = (axis: "lat" | "lon", what: string) => {
  const number: v.GenericSchema<number> = axis === "lat" ? latitude : longitude;
  const text = v.pipe(
    v.string(what),
    v.rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
      const degrees = degreesFrom(dataset.value, axis);
      if (degrees !== undefined && v.is(number, degrees)) return degrees;
      addIssue({ message: what });
      return NEVER;
    }),
  );
  return v.union([number, text], what);
};

export const position = { lat: typed("lat", "a latitude"), lon: typed("lon", "a longitude") };

/** Of a file, from where the region file lies. */
export const path = v.pipe(
  line,
  v.check((text) => !text.includes("\0"), "the path of a file"),
);

const share = v.pipe(amount, v.maxValue(1, "a share from 0 to 1"));

/** Somebody's own count of a village stands at no address. */
const placeSource = v.strictObject({ ...source.entries, url: v.optional(url) });
export type PlaceSource = v.InferOutput<typeof placeSource>;

/** Facts of a place; what is left out is not known. */
export const placeFields = {
  id: v.optional(slug),
  name: line,
  ...position,
  people: v.optional(count),
  country: v.optional(country),
  /** The slug of the place in the campaign folder. */
  place: v.optional(slug),
  /** Share of the people who are connected already. */
  connected: v.optional(share),
  /** What it has today, in words. */
  has: v.optional(line),
  asOf: v.optional(date),
  source: v.optional(placeSource),
  /** Where its houses stand. */
  houses: v.optional(listOf(v.strictObject(position), 2000)),
  /** m around its centre within which they stand, where nobody lists them. */
  radius: v.optional(
    v.pipe(amount, v.minValue(1, "at least 1 m"), v.maxValue(10_000, "at most 10,000 m")),
  ),
  /** Words that a weight may name: `school`, `clinic`, `poorest`. */
  traits: v.optional(listOf(slug, 20)),
};

const PLACES_FILE = v.strictObject({
  file: path,
  source: v.optional(placeSource),
  asOf: v.optional(date),
  /** Larger places are not asked about. */
  atMost: v.optional(count),
});

const PLACES_LIST = listOf(v.strictObject(placeFields), 2000);

export const placesForm = v.union([PLACES_FILE, PLACES_LIST], "a list of places, or file");

/** What is wrong within the one of the forms of `places` that its shape says is meant. */
export function inPlaces(value: unknown, whole: ReturnType<typeof misfits>[number]) {
  const { places } = value as { readonly places?: unknown };
  if (typeof places !== "object" || places === null) return [whole];
  return misfits(Array.isArray(places) ? PLACES_LIST : PLACES_FILE, places).map(
    ({ path: below, message }) => ({ path: ["places", ...below], message }),
  );
}
