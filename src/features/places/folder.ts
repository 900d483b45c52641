/** `places.geojson` of the campaign folder. */
import { stat } from "node:fs/promises";
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
import { SKY_BYTES, SKY_FILES, SKY_KINDS, skyMedia } from "./sky.ts";

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
  media: ["properties.cover.file", "properties.cover.night", ...skyMedia],

  async checkFiles(thing, pathOf, problem) {
    const { sky } = (thing as { properties: v.InferOutput<typeof properties> }).properties;
    for (const kind of SKY_KINDS)
      for (const file of SKY_FILES) {
        const path = sky?.[kind]?.[file];
        if (path === undefined) continue;
        const where = `properties.sky.${kind}.${file}`;
        const { size } = await stat(pathOf(path));
        if (size > SKY_BYTES[file])
          problem(where, `expected at most ${SKY_BYTES[file]} bytes, found ${size}`);
        const ending = file === "plain" ? ".webp" : ".avif";
        if (!path.endsWith(ending)) problem(where, `expected a file ${ending}, found ${path}`);
      }
  },
};
