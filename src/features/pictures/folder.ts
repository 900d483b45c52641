/** `pictures.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile, slug } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { PICTURE_DESCRIBED, PICTURE_EDITED, PICTURE_WITHDRAWN, pictureForm } from "./records.ts";

const PictureItem = v.strictObject({ id: slug, ...pictureForm(inFile) });

export const pictureFolder: FolderPart = {
  space: "pictures",
  form: "yaml-list",
  path: "pictures.yaml",
  schema: PictureItem,
  opening: PICTURE_DESCRIBED,
  edit: PICTURE_EDITED,
  withdrawal: PICTURE_WITHDRAWN,
  refs: { "people[]": "people" },
  media: [],

  check(thing, problem) {
    const { texts = [] } = thing as v.InferOutput<typeof PictureItem>;
    for (const [i, { language }] of texts.entries())
      if (texts.findIndex((one) => one.language === language) < i)
        problem(`texts.${i}.language`, `expected each language once, found ${language} again`);
  },
};
