/** The script of a board. */
import { versioned } from "../../../platform/web/script.ts";
import text from "./browser/board.ts?script";

export const boardScript = versioned("/desk/classes/board", text);
