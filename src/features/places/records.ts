/** What can be said of a place. The form is a GeoJSON Feature, so the folder's file and the record read alike. */
import * as v from "valibot";
import {
  count,
  country,
  date,
  inBody,
  latitude,
  line,
  longitude,
  paragraph,
  source,
  sourceList,
  withdrawal,
} from "../../platform/folder/fields.ts";
import { sky } from "../../platform/folder/sky-fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";
import { measures } from "./standing.ts";
import { placeState } from "./standing.ts";

export const PLACE_NAMED = "place.named/1";
export const PLACE_EDITED = "place.edited/1";
export const PLACE_WITHDRAWN = "place.withdrawn/1";

export const geometry = v.strictObject({
  type: v.literal("Point", "a Point"),
  coordinates: v.strictTuple([longitude, latitude], "[longitude, latitude]"),
});

/** A number alone rests on the place's own sources; with its date and source it stands by itself. */
const population = v.union(
  [count, v.strictObject({ value: count, asOf: date, source })],
  "a number, or value, asOf and source",
);

/** Over the two sides of a form: what a picture is in a file, and in a record. */
export const placeProperties = <P extends v.GenericSchema, M extends v.GenericSchema>(side: {
  readonly picture: P;
  readonly media: M;
}) =>
  v.strictObject({
    name: line,
    country,
    region: v.optional(line),
    note: v.optional(paragraph),
    population: v.optional(population),
    state: v.optional(placeState),
    measures: v.optional(measures),
    cover: v.optional(side.picture),
    sky: v.optional(sky(side.media)),
    sources: v.optional(sourceList),
  });

export const PlaceBody = v.strictObject({
  type: v.literal("Feature"),
  geometry,
  properties: placeProperties(inBody),
});
type Properties = v.InferOutput<typeof PlaceBody>["properties"];
export type Place = Readonly<Properties> & { readonly lat: number; readonly lon: number };

/** What it says in the languages of the campaign. */
export const PLACE_WORDING: Wording = {
  space: "places",
  texts: ["note", "alt", "credit"],
  called: ["name", "region"],
};

export const placeKinds: Kinds = {
  [PLACE_NAMED]: { opens: true, body: PlaceBody, files: "people" },
  [PLACE_EDITED]: { opens: false, body: PlaceBody, files: "people" },
  [PLACE_WITHDRAWN]: { opens: false, body: withdrawal },
};
