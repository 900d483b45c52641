/** An answer from outside: read whole, or handed on as it comes, within a bound of bytes as it comes and unpacked. */
import type { IncomingMessage } from "node:http";
import { pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

type OutsideCode =
  | "scheme"
  | "private"
  | "unreachable"
  | "slow"
  | "large"
  | "encoding"
  | "redirects";

/** A request that was not made, or an answer that was not taken. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";
  readonly code: OutsideCode;
  constructor(code: OutsideCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** @throws OutsideError */
export async function readWhole(
  res: IncomingMessage,
  bytes: number,
  host: string,
): Promise<Answer> {
  const parts: Buffer[] = [];
  const { body, ...answer } = opened(res, bytes, host);
  for await (const part of body) parts.push(part);
  return { ...answer, body: Buffer.concat(parts) };
}

/** What is wrong with it further on is thrown to whoever reads it. @throws OutsideError */
export async function asItComes(
  res: IncomingMessage,
  bytes: number,
  host: string,
): Promise<Answer> {
  const { body, ...answer } = opened(res, bytes, host);
  return { ...answer, body: Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array> };
}

function opened(res: IncomingMessage, bytes: number, host: string) {
  const large = (): OutsideError =>
    new OutsideError("large", `Expected at most ${bytes} bytes from ${host}, and more came.`);
  if (Number(res.headers["content-length"]) > bytes) throw large();
  const headers = new Headers();
  for (const [name, values] of Object.entries(res.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const packed = headers.get("content-encoding")?.toLowerCase().trim() ?? "identity";
  let body = bounded(res, bytes, large);
  if (packed !== "identity") {
    const unpack = UNPACK[packed];
    if (!unpack)
      throw new OutsideError(
        "encoding",
        `Expected gzip, deflate or br from ${host}, got ${packed}.`,
      );
    body = bounded(unpacked(body, unpack(), `${packed} from ${host}`), bytes, large);
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  return { status: res.statusCode ?? 0, statusText: res.statusMessage ?? "", headers, body };
}

async function* bounded(
  from: AsyncIterable<Buffer>,
  most: number,
  large: () => OutsideError,
): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const part of from) {
    if ((length += part.length) > most) throw large();
    yield part;
  }
}

async function* unpacked(
  from: AsyncIterable<Buffer>,
  unpack: Transform,
  what: string,
): AsyncGenerator<Buffer> {
  try {
    yield* pipeline(from, unpack, () => undefined) as AsyncIterable<Buffer>; // it throws what went wrong
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!/^(?:Z_|ERR_.*BROTLI|ERR__ERROR_)/.test(code ?? "")) throw error;
    throw new OutsideError("encoding", `Expected ${what}: ${message}`);
  }
}

const UNPACK: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
