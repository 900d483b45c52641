/** The script of /take-part/story. */
import { deviceScript } from "../../platform/web/device/script.ts";
import { scriptText } from "../../platform/web/script.ts";

const PARTS = ["keep", "send", "shrink", "clips", "hiding", "record", "form", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for. */
export function tellScript(): string {
  return (made ??= `{${deviceScript()}\n${scriptText(import.meta.url, PARTS)}\nbegin();}\n`);
}
