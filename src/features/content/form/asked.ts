/** What a form asks otherwise than its file has it, because a field of the file holds more than one thing: a text with exercises. */
import type { FolderPart } from "../../../platform/folder/part.ts";
import { courseAsked } from "../../courses/api.ts";

/** The schema of such a form, and the way there and back; undefined where the form has the fields of the file. */
export const askedOf = ({ space }: Pick<FolderPart, "space">) =>
  space === "courses" ? courseAsked : undefined;
