/** Media over HTTP: a file never changes under its name, but may be withdrawn; films are sent in ranges. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { MEDIA_TYPES, type MediaKind } from "./kind.ts";
import { type Media } from "./media.ts";
import { isMediaName } from "./reading.ts";

/** For how long a file is kept by whoever asked: a picture of somebody no longer than a day, for it may be withdrawn. */
const KEPT = {
  year: "public, max-age=31536000, immutable",
  day: "public, max-age=86400",
  never: "private, no-store",
} as const;
export type Kept = keyof typeof KEPT;

/**
 * Answer GET or HEAD for a file of this name; false where there is none.
 * @param kept `never`: it is for whoever asks alone, and no cache on the way may have it
 */
export async function sendMedia(
  media: Media,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
  kept: Kept,
): Promise<boolean> {
  if (!isMediaName(name)) return false;
  const opened = await media.open(name);
  if (!opened) return false;
  try {
    await send({ ...opened, kept }, name, req, res);
    return true;
  } finally {
    await opened.file.close();
  }
}

async function send(
  { file, size, kept }: NonNullable<Awaited<ReturnType<Media["open"]>>> & { kept: Kept },
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  res.setHeader("Content-Type", MEDIA_TYPES[name.slice(name.indexOf(".") + 1) as MediaKind]);
  res.setHeader("Cache-Control", KEPT[kept]);
  res.setHeader("Accept-Ranges", "bytes");
  if (/\.(avif|webp|jpg)$/.test(name)) res.setHeader("Vary", "Save-Data"); // else a smaller one may be sent
  if (name.endsWith(".csv")) res.setHeader("Content-Disposition", "attachment");
  if (kept === "day") {
    const tag = `"${name}"`; // the same name is the same bytes: who asks again after a day is told so, and nothing more
    res.setHeader("ETag", tag);
    if (req.headers["if-none-match"] === tag) {
      res.writeHead(304).end();
      return;
    }
  }
  const range = rangeOf(req.headers.range, size);
  if (range === "outside") {
    res.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  res.setHeader("Content-Length", Math.max(end - start + 1, 0));
  res.writeHead(range ? 206 : 200);
  if (req.method === "HEAD" || size === 0) res.end();
  else
    await pipeline(file.createReadStream({ start, end, autoClose: false }), res).catch(() =>
      res.destroy(),
    );
}

/** One range of RFC 9110 §14.2; anything more complicated is answered with the whole file. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | "outside" | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return undefined;
  const start = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "outside" : { start, end };
}
