/** The small scripts of the desk: modules of browser/ without types and comments, under addresses that change with them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Extra } from "../../platform/web/extra.ts";

/** A module of browser/, as a page names it and as it is sent. */
function scriptOf(name: string): { readonly path: string; readonly text: string } {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
  const read = readFileSync(file, "utf8");
  const text = (isSource ? stripTypeScriptTypes(read) : read)
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/^\s*\/\*\*.*?\*\/$/gms, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/^\s+|[ \t]+$/gm, "");
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `/desk/script/${name}-${version}.js`, text };
}

export const passkeyScript = scriptOf("passkey");
export const queueScript = scriptOf("queue");

/** No secret is in them, so nobody has to be signed in. */
export const scriptAddresses: Readonly<Record<string, Extra>> = Object.fromEntries(
  [passkeyScript, queueScript].map(({ path, text }) => [
    `GET ${path}`,
    (_req, res) => {
      res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      res.writeHead(200, {
        "Content-Type": "text/javascript; charset=utf-8",
        "Content-Length": Buffer.byteLength(text),
      });
      res.end(text);
    },
  ]),
);
