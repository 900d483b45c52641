/** Media over HTTP: a file never changes under its name, so it is kept for ever; films are sent in ranges. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { MEDIA_TYPES, type MediaKind } from "./kind.ts";
import { isMediaName, type Media } from "./media.ts";

/** Answer GET or HEAD for a file of this name; false where there is none. */
export async function sendMedia(
  media: Media,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  if (!isMediaName(name)) return false;
  const path = media.path(name);
  const size = await stat(path).then(
    (s) => s.size,
    () => undefined,
  );
  if (size === undefined) return false;
  res.setHeader("Content-Type", MEDIA_TYPES[name.slice(name.indexOf(".") + 1) as MediaKind]);
  res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  res.setHeader("Accept-Ranges", "bytes");
  if (/\.(avif|webp|jpg)$/.test(name)) res.setHeader("Vary", "Save-Data"); // else a smaller one may be sent
  if (name.endsWith(".csv")) res.setHeader("Content-Disposition", "attachment");
  const range = rangeOf(req.headers.range, size);
  if (range === "outside") {
    res.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    return true;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  res.setHeader("Content-Length", Math.max(end - start + 1, 0));
  res.writeHead(range ? 206 : 200);
  if (req.method === "HEAD" || size === 0) res.end();
  else await pipeline(createReadStream(path, { start, end }), res).catch(() => res.destroy());
  return true;
}

/** One range of RFC 9110 §14.2; anything more complicated is answered with the whole file. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "outside" | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return undefined;
  const start = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "outside" : { start, end };
}
