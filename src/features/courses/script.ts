/** The script of a lesson: it judges an answer on the page, also without a link. */
import { versioned } from "../../platform/web/script.ts";
import text from "./browser/practise.ts?script";

export const practiseScript = versioned("/courses/practise", text);
