/** The one script of /measure: the three modules of browser/ as one small file, without types, comments and imports. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const PARTS = ["estimate", "measure", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for, from the sources or from what was compiled of them. */
export function measureScript(): string {
  return (made ??= `"use strict";{\n${PARTS.map(part).join("")}begin();\n}\n`);
}

function part(name: string): string {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return (isSource ? stripTypeScriptTypes(text) : text)
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/^\s*(?:\/\*\*.*?\*\/|\/\/.*?)$/gms, "") // comments that begin a line
    .replaceAll(/ +\/\/ .*$/gm, "")
    .replaceAll(/ {2,}/g, " ") // where types stood
    .replaceAll(/^\s+|\s+$/gm, "")
    .replaceAll(/\n+/g, "\n")
    .concat("\n");
}
