/**
 * Scripts of pages. `import text from "./browser/page.ts?script"` is that module and all that it imports, put together as one
 * small file: when the program is built, or, from the sources, when it is loaded (tools/page-scripts.ts).
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { brotliCompressSync } from "node:zlib";
import type { Extra } from "./extra.ts";
import { plainly } from "./handler.ts";
import { codingFor } from "./headers.ts";
import type { PlainReply } from "./reply.ts";
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
  return plainly(({ req }) => keptFor(req, plain, () => (brotli ??= brotliCompressSync(plain))));
}

/** A script whose address changes when it does. @param small the same, compressed */
export async function keptFor(
  { headers }: IncomingMessage,
  plain: Buffer,
  small: () => Buffer | Promise<Buffer>,
): Promise<PlainReply> {
  const isBrotli = codingFor(headers["accept-encoding"]) === "br";
  return {
    file: isBrotli ? await small() : plain,
    type: SCRIPT_TYPE,
    cache: "public, max-age=31536000, immutable",
    headers: { Vary: "Accept-Encoding", ...(isBrotli && { "Content-Encoding": "br" }) },
  };
}
export const SCRIPT_TYPE = "text/javascript; charset=utf-8";

/** An address that stays when the script changes: asked after each time, with its ETag. */
export const scriptRoute = (path: string, text: string): Route => ({
  path,
  answer: async () => ({
    kind: "file",
    uses: {},
    type: SCRIPT_TYPE,
    body: text,
  }),
});
