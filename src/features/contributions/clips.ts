/** The library that makes clips smaller in the browser, as its makers publish it, under an address that changes with it. Rule T3. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import type { Extra } from "../../platform/web/extra.ts";
import { codingFor } from "../../platform/web/headers.ts";

const BUNDLE = "../../bundles/mediabunny.min.mjs"; // from the module that the package names

interface Library {
  readonly path: string;
  readonly text: Buffer;
  readonly small: Promise<Buffer>;
}
let library: Library | undefined; // read when the form is first shown

export function clipLibrary(): Library {
  if (library) return library;
  const text = readFileSync(new URL(BUNDLE, import.meta.resolve("mediabunny")));
  const version = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const small = promisify(brotliCompress)(text);
  return (library = { path: `/take-part/clips/${version}.js`, text, small });
}

export const CLIPS = "/take-part/clips";

export const sendLibrary: Extra = async (req, res, { path }) => {
  const { path: own, text, small } = clipLibrary();
  if (path !== own) {
    res.writeHead(404, { "Content-Length": "0" });
    res.end();
    return;
  }
  const isSmall = codingFor(req.headers["accept-encoding"]) === "br";
  const body = isSmall ? await small : text;
  res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  res.setHeader("Vary", "Accept-Encoding");
  res.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Length": body.length,
    ...(isSmall && { "Content-Encoding": "br" }),
  });
  res.end(req.method === "HEAD" ? undefined : body);
};
