/** The script of /take-part/story: the modules of browser/ as one small file, without types, comments and indentation. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const PARTS = ["keep", "send", "shrink", "hiding", "record", "form", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for, from the sources or from what was compiled of them. */
export function tellScript(): string {
  return (made ??= `{${PARTS.map(part).join("\n")}\nbegin();}\n`);
}

function part(name: string): string {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return (isSource ? stripTypeScriptTypes(text) : text)
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/^\s*\/\*\*.*?\*\/$/gms, "")
    .replaceAll(/(^| )\/\/ .*$/gm, "")
    .replaceAll(/^\/\/#.*$/gm, "")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/^ | $/gm, "")
    .replaceAll(/\n+/g, "\n");
}
