/** The script that asks before what was typed at the desk is lost: it is on every page of the desk, by its door. Rule D67. */
import { versioned } from "../web/script.ts";
import text from "./browser/watch.ts?script";

export const watchScript = versioned("/desk/script/watch", text);
