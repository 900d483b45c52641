/** `people.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile, slug } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  PERSON,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
  personForm,
  PERSON_WORDING,
} from "./records.ts";

const PersonItem = v.strictObject({ id: slug, ...personForm(inFile) });

export const peopleFolder: FolderPart = {
  space: "people",
  form: "yaml-list",
  path: "people.yaml",
  schema: PersonItem,
  opening: PERSON_NAMED,
  edit: PERSON_EDITED,
  withdrawal: PERSON_WITHDRAWN,
  names: { walk: "campaign walks[].id" },
  refs: { partner: "partners", place: "places" },
  wording: PERSON_WORDING,
  media: ["photo.file", "photo.night"],
  staysErased: { sort: PERSON, field: "name" },

  check(thing, problem) {
    const { consent } = thing as v.InferOutput<typeof PersonItem>;
    if (consent && consent.until < consent.given)
      problem(
        "consent.until",
        `expected a day not before ${consent.given}, when the consent was given, found ${consent.until}`,
      );
  },
};
