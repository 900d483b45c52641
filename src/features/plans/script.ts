/** The scripts of the link page: its form and drawing, and, loaded with the ground, the engines that judge a link. */
import { versioned } from "../../platform/web/script.ts";
import judge from "./browser/hop.ts?script";
import text from "./browser/page.ts?script";

export const linkScript = versioned("/plans/link", text);
export const linkJudge = versioned("/plans/link-judge", judge);
