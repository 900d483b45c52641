/** `places.geojson` of the campaign folder. */
import * as v from "valibot";
import { inFile, slug } from "../../platform/folder/fields.ts";
import { checkPoster, filmMedia } from "../../platform/folder/film-fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { checkSky, SKY_KINDS, skyMedia } from "../../platform/folder/sky-fields.ts";
import {
  geometry,
  PLACE_EDITED,
  PLACE_NAMED,
  PLACE_WITHDRAWN,
  placeProperties,
  PLACE_WORDING,
} from "./records.ts";

const properties = placeProperties(inFile);

export const placeFolder: FolderPart = {
  space: "places",
  form: "geojson",
  path: "places.geojson",
  schema: v.strictObject({
    type: v.literal("Feature", "a Feature"),
    id: slug,
    geometry,
    properties,
  }),
  opening: PLACE_NAMED,
  edit: PLACE_EDITED,
  withdrawal: PLACE_WITHDRAWN,
  refs: {},
  wording: PLACE_WORDING,
  media: [
    "properties.cover.file",
    "properties.cover.night",
    ...SKY_KINDS.flatMap((kind) => skyMedia(`properties.sky.${kind}`)),
    ...filmMedia("properties.sky.film"),
  ],

  async checkFiles(thing, pathOf, problem) {
    const { sky } = (thing as { properties: v.InferOutput<typeof properties> }).properties;
    for (const kind of SKY_KINDS)
      await checkSky(sky?.[kind], `properties.sky.${kind}`, pathOf, problem);
    await checkPoster(sky?.film, pathOf, (field, message) =>
      problem(`properties.sky.${field}`, message),
    );
  },
};
