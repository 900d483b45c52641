/** What people have to have agreed to who are in a story's film: a sound lets them be heard, and seen by nobody. */
import { mediaType } from "../../platform/media/kind.ts";
import type { Film } from "./fold.ts";

export const filmPurpose = (film: Film): "film" | "voice" =>
  "file" in film && mediaType(film.file.media).startsWith("audio/") ? "voice" : "film";
