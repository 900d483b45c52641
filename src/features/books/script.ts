/** The script of a page whose film was asked for. */
import { versioned } from "../../platform/web/script.ts";
import text from "./browser/player.ts?script";

export const playerScript = versioned("/books/player", text);
