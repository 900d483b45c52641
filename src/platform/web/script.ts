/**
 * Scripts of pages: modules of a `browser/` folder as one small file, without types, comments and indentation. There is
 * no bundler; what is read is what runs, from the sources or from what was compiled of them.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { brotliCompressSync } from "node:zlib";
import type { Extra } from "./extra.ts";
import { codingFor } from "./headers.ts";

export interface Script {
  /** Changes when the text does, so that it is kept for ever. */
  readonly path: string;
  readonly text: string;
}

/**
 * @param beside `import.meta.url` of the module beside whose `browser/` folder stands
 * @param parts names of modules, in the order in which they need each other
 */
export const scriptText = (beside: string, parts: readonly string[]): string =>
  parts.map((name) => part(beside, name)).join("\n");

/** @param path without version and ending: `/log/check` */
export function versioned(path: string, text: string): Script {
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `${path}-${version}.js`, text };
}

/** Answers at its path, compressed where that is taken. */
export function sendScript({ text }: Script): Extra {
  const plain = Buffer.from(text);
  let brotli: Buffer | undefined; // made when it is first asked for
  return (req, res) => {
    const isBrotli = codingFor(req.headers["accept-encoding"]) === "br";
    const body = isBrotli ? (brotli ??= brotliCompressSync(plain)) : plain;
    res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    res.setHeader("Vary", "Accept-Encoding");
    if (isBrotli) res.setHeader("Content-Encoding", "br");
    res.writeHead(200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Content-Length": body.length,
    });
    res.end(body);
  };
}

function part(beside: string, name: string): string {
  const isSource = beside.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, beside);
  const text = readFileSync(file, "utf8");
  return (
    (isSource ? stripTypeScriptTypes(text) : text)
      // bounded: our own scripts, read once
      .replaceAll(/^import [^;]*;$/gm, "")
      .replaceAll(/^export /gm, "")
      // bounded: our own scripts, read once
      .replaceAll(/^\s*\/\*\*?[^]*?\*\/$/gm, "")
      .replaceAll(/(^|[\s;,{])\/\/ .*$/gm, "$1")
      .replaceAll(/^\/\/#.*$/gm, "") // where the compiler says what it came from
      // bounded: our own scripts, read once
      .replaceAll(/^\s+|[ \t]+$/gm, "")
  );
}
