/** The small scripts of moderation. */
import type { Extra } from "../../platform/web/extra.ts";
import { sendScript, versioned } from "../../platform/web/script.ts";
import queue from "./browser/queue.ts?script";

export const queueScript = versioned("/desk/script/conversation", queue);

/** No secret is in them, so nobody has to be signed in. */
export const scriptAddresses: Readonly<Record<string, Extra>> = {
  [`GET ${queueScript.path}`]: sendScript(queueScript),
};
