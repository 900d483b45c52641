/** The scripts of keeping: modules of browser/ as small files, without types, comments and indentation. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const isSource = import.meta.url.endsWith(".ts");
const made = new Map<string, string>();

/** @param last what runs once the module is there */
export function scriptOf(name: string, last: string): string {
  let text = made.get(name);
  if (text === undefined) {
    const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
    const code = readFileSync(file, "utf8");
    text = `${(isSource ? stripTypeScriptTypes(code) : code)
      .replace(/^\s*\/\*\*[^]*?\*\/$/gm, "")
      .replace(/(^|[;,{] *)\/\/ .*$/gm, "$1")
      .replace(/^\/\/#.*$/gm, "")
      .replace(/^export /gm, "")
      .replace(/^\s+|[ \t]+$/gm, "")}\n${last}\n`;
    made.set(name, text);
  }
  return text;
}
