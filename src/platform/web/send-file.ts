/** A file of the disk for whoever asks alone: never kept on the way, in ranges, so that a cut line goes on where it was cut. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { rangeOf } from "../media/serve.ts";

interface Sent {
  readonly path: string;
  /** What it is called where it is taken to. */
  readonly name: string;
  /** What its bytes become before they are sent; then nobody knows how many they are, and there are no ranges. */
  readonly through?: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** @throws Error ENOENT where there is no such file */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  { path, name, through }: Sent,
): Promise<void> {
  await using file = await open(path, "r");
  res.setHeader("Content-Type", "application/octet-stream");
  res.setHeader("Content-Disposition", `attachment; filename="${name}"`);
  res.setHeader("Cache-Control", "private, no-store");
  if (through) {
    res.writeHead(200);
    if (req.method === "HEAD") return void res.end();
    return pipeline(createReadStream(path), through, res).catch(() => void res.destroy());
  }
  const { size, mtimeMs } = await file.stat();
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  res.setHeader("ETag", etag);
  res.setHeader("Accept-Ranges", "bytes");
  const isSame = [undefined, etag].includes(req.headers["if-range"] as string | undefined);
  const range = isSame ? rangeOf(req.headers.range, size) : undefined;
  if (range === "outside") {
    res.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  res.writeHead(range ? 206 : 200, { "Content-Length": end - start + 1 });
  if (req.method === "HEAD") return void res.end();
  await pipeline(file.createReadStream({ start, end, autoClose: false }), res).catch(
    () => void res.destroy(),
  );
}
