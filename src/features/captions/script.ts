/** The script of the captions' page. */
import { scriptText, versioned } from "../../platform/web/script.ts";

export const captionScript = versioned(
  "/desk/media/captions",
  scriptText(import.meta.url, ["player"]),
);
