/** The scripts of keeping, each made when it is first asked for. */
import type { Route } from "../../platform/web/route.ts";
import { scriptText } from "../../platform/web/script.ts";

const made = new Map<string, string>();

/** @param last what runs once the module is there */
export function scriptOf(name: string, last: string): string {
  const text = made.get(name) ?? `${scriptText(import.meta.url, [name])}\n${last}\n`;
  made.set(name, text);
  return text;
}

/** The address of a page's script, which begins when it is loaded. */
export const scriptRoute = (path: string, name: string): Route => ({
  path,
  answer: async () => ({
    kind: "file",
    uses: {},
    type: "text/javascript; charset=utf-8",
    body: scriptOf(name, "begin()"),
  }),
});
