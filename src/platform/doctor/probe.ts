/**
 * How an instance looks at itself from outside. `cnd doctor` writes a random name into the data folder and asks for it at the
 * public address; whoever serves that folder, and nobody else, says what came in.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import * as v from "valibot";
import { plain } from "../web/forwarded.ts";
import { isOfProxy, seenByProxy } from "../web/network.ts";

/** What the program saw of a request for the name. */
export const Seen = v.object({
  host: v.string(),
  /** The machine that asked. */
  peer: v.string(),
  /** Whether that is believed for whom it asks: this machine, or a proxy that the operator named. */
  isBelieved: v.boolean(),
  /** The address that the proxy says it saw; empty where it says none that counts. */
  address: v.string(),
  /** Bytes of the body that arrived. */
  bytes: v.number(),
});
export type Seen = v.InferOutput<typeof Seen>;

export const PROBE = "/healthz/";
const KEPT = 120_000; // ms for which a name is answered
const MOST = 4 * 1024 * 1024; // bytes of a body that are counted

const fileIn = (dir: string): string => join(dir, "doctor-probe");
/** Stands there once the first bytes of a body have come. */
const cameIn = (dir: string): string => `${fileIn(dir)}.came`;

/** A name that is answered until it is disposed, or for two minutes. @throws Error where the folder takes no file */
export function openProbe(
  dir: string,
): { readonly path: string; readonly hasCome: () => boolean } & Disposable {
  const name = randomBytes(16).toString("hex");
  rmSync(cameIn(dir), { force: true }); // of a command that was killed: nothing has come yet
  writeFileSync(fileIn(dir), name, { mode: 0o600 });
  return {
    path: PROBE + name,
    hasCome: () => existsSync(cameIn(dir)),
    [Symbol.dispose]() {
      for (const file of [fileIn(dir), cameIn(dir)]) rmSync(file, { force: true });
    },
  };
}

/** Whether this is the name that was written into the folder a moment ago. */
export function isProbe(dir: string, asked: string, now: number): boolean {
  try {
    const { mtimeMs } = statSync(fileIn(dir));
    if (Math.abs(now - mtimeMs) > KEPT) return false;
    const [own, other] = [readFileSync(fileIn(dir)), Buffer.from(asked)];
    return own.length === 32 && own.length === other.length && timingSafeEqual(own, other);
  } catch {
    return false; // nobody looks just now
  }
}

/** Says what came in, once all of it has. @param dir in which it is noted that it begins to come */
export async function answerProbe(
  dir: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  let bytes = 0;
  for await (const chunk of req) {
    if (bytes === 0) writeFileSync(cameIn(dir), "", { mode: 0o600 });
    bytes += (chunk as Buffer).length;
    if (bytes > MOST) break;
  }
  const seen: Seen = {
    host: req.headers.host ?? "",
    peer: plain(req.socket.remoteAddress ?? ""),
    isBelieved: isOfProxy(req),
    address: seenByProxy(req) ?? "",
    bytes,
  };
  const text = JSON.stringify(seen);
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
  });
  res.end(text);
}
