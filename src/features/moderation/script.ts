/** The small scripts of moderation. */
import type { Extra } from "../../platform/web/extra.ts";
import { scriptText, sendScript, versioned } from "../../platform/web/script.ts";

export const queueScript = versioned(
  "/desk/script/conversation",
  scriptText(import.meta.url, ["queue"]),
);

/** No secret is in them, so nobody has to be signed in. */
export const scriptAddresses: Readonly<Record<string, Extra>> = {
  [`GET ${queueScript.path}`]: sendScript(queueScript),
};
