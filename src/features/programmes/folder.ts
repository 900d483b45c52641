/** `programmes/<slug>.md` of the campaign folder. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { longTextForm } from "../../platform/records/last-said.ts";
import {
  PROGRAMME_EDITED,
  PROGRAMME_OPENED,
  PROGRAMME_TRANSLATED,
  PROGRAMME_WITHDRAWN,
  programmeForm,
  PROGRAMME_WORDING,
} from "./records.ts";

export const programmeFolder: FolderPart = {
  space: "programmes",
  form: "markdown-files",
  path: "programmes",
  schema: v.strictObject(programmeForm(inFile)),
  opening: PROGRAMME_OPENED,
  edit: PROGRAMME_EDITED,
  withdrawal: PROGRAMME_WITHDRAWN,
  translation: { kind: PROGRAMME_TRANSLATED, schema: v.strictObject(longTextForm) },
  refs: { "partners[]": "partners", "places[]": "places" },
  names: { "topics[]": "campaign topics[].id" },
  wording: PROGRAMME_WORDING,
  media: ["cover.file", "cover.night"],
};
