/** The one script of this site: `browser/` as one small file, under an address that changes when it does. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const built = import.meta.url.endsWith(".js");

function source(name: string): string {
  const file = new URL(`./browser/${name}${built ? ".js" : ".ts"}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return built ? text : stripTypeScriptTypes(text);
}

/** All parts in one file, so that it is one request; without comments and indentation, which travel over 2G too. */
const text = ["bytes", "check-proof", "show"]
  .map(source)
  .join("\n")
  .replace(/^(?:import [^;]*;|\s*\/?\*.*|\s*\/\/.*)$/gm, "")
  .replace(/^export /gm, "")
  .replace(/^\s+|[ \t]+$/gm, "");

const version = createHash("sha256").update(text).digest("hex").slice(0, 12);

export const checkScript = { path: `/log/check-${version}.js`, text };
