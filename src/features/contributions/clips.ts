/** The library that makes clips smaller in the browser, as its makers publish it, under an address that changes with it. Rule T3. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { plainly } from "../../platform/web/handler.ts";
import { keptFor } from "../../platform/web/script.ts";

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

export const sendLibrary = plainly(({ req, path }) => {
  const { path: own, text, small } = clipLibrary();
  if (path !== own) return { empty: true, status: 404, headers: { "Content-Length": "0" } };
  return keptFor(req, text, () => small);
});
