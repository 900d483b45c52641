/** The small scripts of the conversation: each is named by a page only where it has something to do. Rule CO15. */
import { deviceScript } from "../../platform/web/device/script.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { scriptText, sendScript, versioned, type Script } from "../../platform/web/script.ts";

export const proofScript = versioned(
  "/conversation/script/proof",
  scriptText(import.meta.url, ["proof"]),
);

let say: Script | undefined;

/** Of the form; made when it is first asked for. */
export const sayScript = (): Script =>
  (say ??= versioned(
    "/conversation/script/say",
    `{${deviceScript()}\n${scriptText(import.meta.url, ["say"])}\nbegin();}\n`,
  ));

export const scriptAddresses = (): Readonly<Record<string, Extra>> => ({
  [`GET ${proofScript.path}`]: sendScript(proofScript),
  [`GET ${sayScript().path}`]: sendScript(sayScript()),
});
