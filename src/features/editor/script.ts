/** The one script of the editor. */
import { deviceScript } from "../../platform/web/device/script.ts";
import { scriptText, versioned, type Script } from "../../platform/web/script.ts";

const PARTS = ["keep", "marks", "live", "page"]; // in the order in which they need each other

let made: Script | undefined;

/** Made when it is first asked for. */
export const writingScript = (): Script =>
  (made ??= versioned(
    "/desk/writing",
    `{${deviceScript()}\n${scriptText(import.meta.url, PARTS)}\nvoid begin();}\n`,
  ));
