/** The small scripts of the desk. */
import type { Extra } from "../../platform/web/extra.ts";
import { watchScript } from "../../platform/accounts/watching.ts";
import { sendScript, versioned } from "../../platform/web/script.ts";
import passkey from "./browser/passkey.ts?script";
import queue from "./browser/queue.ts?script";

export const passkeyScript = versioned("/desk/script/passkey", passkey);
export const queueScript = versioned("/desk/script/queue", queue);

/** No secret is in them, so nobody has to be signed in. */
export const scriptAddresses: Readonly<Record<string, Extra>> = {
  [`GET ${passkeyScript.path}`]: sendScript(passkeyScript),
  [`GET ${queueScript.path}`]: sendScript(queueScript),
  [`GET ${watchScript.path}`]: sendScript(watchScript),
};
