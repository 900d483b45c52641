/** `translations/<language>.po` of the campaign folder. */
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  TRANSLATIONS_EDITED,
  TRANSLATIONS_MADE,
  TRANSLATIONS_WITHDRAWN,
  TranslationsBody,
} from "./records.ts";

export const translationFolder: FolderPart = {
  space: "translations",
  form: "po-files",
  path: "translations",
  schema: TranslationsBody,
  opening: TRANSLATIONS_MADE,
  edit: TRANSLATIONS_EDITED,
  withdrawal: TRANSLATIONS_WITHDRAWN,
  refs: {},
  media: [],
};
