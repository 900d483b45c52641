/**
 * Scripts of pages. `import text from "./browser/page.ts?script"` is that module and all that it imports, put together as one
 * small file: when the program is built, or, from the sources, when it is loaded (tools/page-scripts.ts).
 */
import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import type { Extra } from "./extra.ts";
import { codingFor } from "./headers.ts";
import type { Route } from "./route.ts";

interface Script {
  /** Changes when the text does, so that it is kept for ever. */
  readonly path: string;
  readonly text: string;
}

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

/** An address that stays when the script changes: asked after each time, with its ETag. */
export const scriptRoute = (path: string, text: string): Route => ({
  path,
  answer: async () => ({
    kind: "file",
    uses: {},
    type: "text/javascript; charset=utf-8",
    body: text,
  }),
});
