/** A backup as a browser sends it: its code is looked at before a byte of the file is kept, and no more is taken than there is room for. */
import { createWriteStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openParts } from "../../web/form-parts.ts";

export interface Received {
  readonly file: string;
  /** As it was typed; empty where none was. */
  readonly key: string;
  readonly newLog: boolean;
}

const DRAIN = 5000; // ms in which the rest of what is refused is thrown away; after them the line is cut
const MAX_KEY = 20_000; // characters

/**
 * @param most bytes of the file
 * @param refused looks at the code, and says why nothing of the file is taken
 * @returns why nothing was taken, or what was
 */
export async function receiveBackup<Why extends string>(
  req: IncomingMessage,
  folder: string,
  { most, refused }: { readonly most: number; readonly refused: (code: string) => Why | undefined },
): Promise<Received | Why | "form" | "large" | "cut" | "missing"> {
  const limits = { fields: 5, fieldSize: MAX_KEY, files: 1, fileSize: most, headerPairs: 20 };
  const type = req.headers["content-type"] ?? "";
  const parser = type.startsWith("multipart/form-data") ? openParts(req, limits) : undefined;
  if (!parser) return "form";
  const typed = new Map<string, string>();
  const file = join(folder, "backup");
  let why: Why | "large" | "cut" | "missing" | undefined = "missing";
  let writing: Promise<void> = Promise.resolve();
  let trouble: unknown;
  parser.on("field", (name: string, value: string) => void typed.set(name, value.trim()));
  parser.on("file", (name: string, from: Readable, called: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told
    why = refused(typed.get("code") ?? "");
    if (why === undefined && (name !== "backup" || (called ?? "") === "")) why = "missing";
    if (why !== undefined) return passOver(req, from);
    from.once("limit", () => {
      why = "large";
      passOver(req, from);
    });
    writing = pipeline(from, createWriteStream(file, { mode: 0o600, flush: true })).catch(
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
  return { file, key: typed.get("key") ?? "", newLog: typed.get("newLog") === "yes" };
}

/** A browser reads no answer before it has sent all: for a while it is read on. */
function passOver(req: IncomingMessage, from: Readable): void {
  from.resume();
  const timer = setTimeout(() => req.destroy(), DRAIN);
  timer.unref();
  req.once("end", () => clearTimeout(timer));
}
