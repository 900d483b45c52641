/** The one script of the editor. */
import { versioned } from "../../platform/web/script.ts";
import text from "./browser/page.ts?script";

export const writingScript = versioned("/desk/writing", text);
