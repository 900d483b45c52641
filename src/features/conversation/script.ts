/** The small scripts of the conversation: each is named by a page only where it has something to do. Rule CO15. */
import type { Extra } from "../../platform/web/extra.ts";
import { sendScript, versioned } from "../../platform/web/script.ts";
import proof from "./browser/proof.ts?script";
import say from "./browser/say.ts?script";

export const proofScript = versioned("/conversation/script/proof", proof);
/** Of the form. */
export const sayScript = versioned("/conversation/script/say", say);

export const scriptAddresses: Readonly<Record<string, Extra>> = {
  [`GET ${proofScript.path}`]: sendScript(proofScript),
  [`GET ${sayScript.path}`]: sendScript(sayScript),
};
