/** `places.geojson` of the campaign folder. */
import * as v from "valibot";
import { inFile, slug } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  geometry,
  PLACE_EDITED,
  PLACE_NAMED,
  PLACE_WITHDRAWN,
  placeProperties,
} from "./records.ts";

export const placeFolder: FolderPart = {
  space: "places",
  form: "geojson",
  path: "places.geojson",
  schema: v.strictObject({
    type: v.literal("Feature", "a Feature"),
    id: slug,
    geometry,
    properties: placeProperties(inFile),
  }),
  opening: PLACE_NAMED,
  edit: PLACE_EDITED,
  withdrawal: PLACE_WITHDRAWN,
  refs: {},
  media: ["properties.cover.file", "properties.cover.night"],
};
