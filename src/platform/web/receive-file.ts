/** A form with one file that is written to the disk as it comes; what is typed before it is looked at before a byte of it is kept. */
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openParts } from "./form-parts.ts";

interface Wanted<Why extends string> {
  /** What its field is called. */
  readonly field: string;
  /** Where it is written. */
  readonly to: string;
  /** Bytes of the file. */
  readonly most: number;
  /** Of what was typed before the file: why nothing of it is taken. */
  readonly refused: (typed: ReadonlyMap<string, string>) => Why | undefined;
}
interface Received {
  readonly typed: ReadonlyMap<string, string>;
  /** What the file was called where it came from; for people alone. */
  readonly called: string;
}

const DRAIN = 5000; // ms in which the rest of what is refused is thrown away; after them the line is cut
const MAX_FIELD = 20_000; // bytes
const MAX_CALLED = 100; // characters

/** @returns why nothing was taken, or what was typed; the file lies there then */
export async function receiveFile<Why extends string>(
  req: IncomingMessage,
  { field, to, most, refused }: Wanted<Why>,
): Promise<Received | Why | "form" | "large" | "cut" | "missing"> {
  const limits = { fields: 8, fieldSize: MAX_FIELD, files: 1, fileSize: most, headerPairs: 20 };
  const type = req.headers["content-type"] ?? "";
  const parser = type.startsWith("multipart/form-data") ? openParts(req, limits) : undefined;
  if (!parser) return "form";
  const typed = new Map<string, string>();
  let called = "";
  let why: Why | "large" | "cut" | "missing" | undefined = "missing";
  let writing: Promise<void> = Promise.resolve();
  let trouble: unknown;
  parser.on("field", (name: string, value: string) => void typed.set(name, value.trim()));
  parser.on("file", (name: string, from: Readable, said: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told
    called = (said ?? "").slice(0, MAX_CALLED).toWellFormed();
    why = refused(typed);
    if (why === undefined && (name !== field || called === "")) why = "missing";
    if (why !== undefined) return passOver(req, from);
    from.once("limit", () => {
      why = "large";
      passOver(req, from);
    });
    writing = pipeline(from, createWriteStream(to, { mode: 0o600, flush: true })).catch(
      (error: unknown) => void (trouble = error),
    );
  });
  try {
    await pipeline(req, parser);
  } catch {
    why ??= "cut";
  }
  await writing;
  if (why !== undefined) return why;
  if (trouble !== undefined) throw trouble;
  return { typed, called };
}

/** A browser reads no answer before it has sent all: for a while it is read on. */
function passOver(req: IncomingMessage, from: Readable): void {
  from.resume();
  const timer = setTimeout(() => req.destroy(), DRAIN);
  timer.unref();
  req.once("end", () => clearTimeout(timer));
}
