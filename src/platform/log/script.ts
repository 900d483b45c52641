/** The script of a record's page: it checks the proof in the reader's browser. */
import { versioned } from "../web/script.ts";
import text from "./browser/show.ts?script";

export const checkScript = versioned("/log/check", text);
