/** `partners.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile, slug } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  PARTNER_EDITED,
  PARTNER_NAMED,
  PARTNER_WITHDRAWN,
  partnerForm,
  PARTNER_WORDING,
} from "./records.ts";

export const partnerFolder: FolderPart = {
  space: "partners",
  form: "yaml-list",
  path: "partners.yaml",
  schema: v.strictObject({ id: slug, ...partnerForm(inFile) }),
  opening: PARTNER_NAMED,
  edit: PARTNER_EDITED,
  withdrawal: PARTNER_WITHDRAWN,
  refs: { place: "places" },
  wording: PARTNER_WORDING,
  media: [],
};
