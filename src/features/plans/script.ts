/** The one script of the link page: what works out a profile, with the engines of ground and waves. */
import { versioned } from "../../platform/web/script.ts";
import text from "./browser/page.ts?script";

export const linkScript = versioned("/plans/link", text);
