/** The one script of the editor: the modules of browser/ as one file, under an address that changes when it does. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Extra } from "../../platform/web/extra.ts";

const PARTS = ["keep", "marks", "live", "page"]; // in the order in which they need each other

let made: { readonly path: string; readonly text: string } | undefined;

export function writingScript(): { readonly path: string; readonly text: string } {
  if (made) return made;
  const text = `{${PARTS.map(part).join("\n")}\nvoid begin();}\n`;
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return (made = { path: `/desk/writing-${version}.js`, text });
}

function part(name: string): string {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return (isSource ? stripTypeScriptTypes(text) : text)
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/^\s*\/\*\*.*?\*\/$/gms, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/^\s+/gm, "");
}

export const sendScript: Extra = (_req, res) => {
  const body = Buffer.from(writingScript().text);
  res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  res.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Length": body.length,
  });
  res.end(body);
};
