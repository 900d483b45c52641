/** The form that brings the files of a region: each goes to the disk as it comes, under the name that it was called by. */
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openParts } from "../../platform/web/form-parts.ts";
import type { RegionFile } from "./regions-kept.ts";

interface Received {
  readonly title: string;
  readonly files: readonly RegionFile[];
  /** Files that were too large, by what they were called: nothing of them is kept. */
  readonly tooLarge: readonly string[];
}

/** Files of one form: a degree is one, and a region has a few. */
const MOST_FILES = 40;
const MAX_CALLED = 80; // characters

/** @param most bytes of each file @returns `form` where it is none, `cut` where the line broke: nothing is kept then */
export async function receiveFiles(
  req: IncomingMessage,
  to: string,
  most: number,
): Promise<Received | "form" | "cut"> {
  const limits = {
    fields: 8,
    fieldSize: 2000,
    files: MOST_FILES,
    fileSize: most,
    headerPairs: 20,
  };
  const isForm = (req.headers["content-type"] ?? "").startsWith("multipart/form-data");
  const parser = isForm ? openParts(req, limits) : undefined;
  if (!parser) return "form";
  let title = "";
  const tooLarge: string[] = [];
  const coming: Promise<RegionFile | undefined>[] = [];
  parser.on("field", (name: string, value: string) => {
    if (name === "title") title = value.replaceAll(/\s+/g, " ").trim().slice(0, 200).toWellFormed();
  });
  parser.on("file", (kind: string, from: Readable, said: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told
    const called = calledOf(said ?? "");
    if (called === "" || (kind !== "places" && kind !== "terrain")) {
      from.resume(); // a field in which nothing was chosen
      return;
    }
    const folder = randomBytes(4).toString("hex");
    mkdirSync(join(to, folder), { recursive: true, mode: 0o700 });
    const name = `${folder}/${called}`;
    let isLarge = false;
    from.once("limit", () => (isLarge = true));
    const path = join(to, name);
    const written = pipeline(from, createWriteStream(path, { mode: 0o600, flush: true }));
    coming.push(
      written.then(async () => {
        const { size: bytes } = await stat(path);
        if (!isLarge) return { kind, name, called, bytes };
        tooLarge.push(called);
        await rm(join(to, folder), { recursive: true, force: true });
        return undefined;
      }),
    );
  });
  const whole = await pipeline(req, parser).then(
    () => true,
    () => false,
  );
  const settled = await Promise.allSettled(coming);
  if (!whole) return "cut";
  const files = settled.flatMap((one) => {
    if (one.status === "rejected") throw one.reason as Error;
    return one.value ?? [];
  });
  return { title, files, tooLarge };
}

/** A plain name, with the ending and the corner of a tile in it; never a path. */
const calledOf = (said: string): string =>
  said
    .split(/[/\\]/)
    .at(-1)!
    .normalize("NFKD")
    .replaceAll(/[^\w.-]+/g, "_")
    .replace(/^[._-]+/, "")
    .slice(-MAX_CALLED);
