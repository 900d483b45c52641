/** The script of /take-part/story. */
import { scriptText } from "../../platform/web/script.ts";

const PARTS = ["keep", "send", "shrink", "hiding", "record", "form", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for. */
export function tellScript(): string {
  return (made ??= `{${scriptText(import.meta.url, PARTS)}\nbegin();}\n`);
}
