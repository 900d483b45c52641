/** The script of the captions' page. */
import { versioned } from "../../platform/web/script.ts";
import text from "./browser/player.ts?script";

export const captionScript = versioned("/desk/media/captions", text);
