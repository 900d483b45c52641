/** The script of the captions' page: `browser/` as one small file, under an address that changes when it does. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const built = import.meta.url.endsWith(".js");
const file = new URL(`./browser/player.${built ? "js" : "ts"}`, import.meta.url);
const source = readFileSync(file, "utf8");
const text = (built ? source : stripTypeScriptTypes(source))
  .replaceAll(/^export /gm, "")
  .replaceAll(/^\s*\/\*\*.*?\*\/$/gms, "")
  .replaceAll(/^\/\/#.*$/gm, "")
  .replaceAll(/^\s+|[ \t]+$/gm, "");

const version = createHash("sha256").update(text).digest("hex").slice(0, 12);

export const captionScript = { path: `/desk/media/captions-${version}.js`, text };
