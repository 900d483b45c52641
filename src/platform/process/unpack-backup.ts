/** A backup, read back: unpacked beside a data folder that does not exist yet, and its records in chunks. */
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import * as v from "valibot";
import type { Incoming } from "../log/incoming.ts";
import type { PrivateRow } from "../private/private.ts";
import { SETTINGS, unpackArchive } from "./archive.ts";
import { dataPaths, requireWritable } from "./data-folder.ts";
import { readThrough } from "./encrypt.ts";
import { newStaging, tidyStaging } from "./restore-staging.ts";

const CHUNK = 500; // records in memory at once
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Manifest = v.object({
  format: v.literal("cnd-backup/1"),
  made: v.string(),
  origin: v.string(),
  size: v.number(),
  checkpoint: v.string(),
  /** What the archive holds, and how many bytes of it at most; absent in older ones. */
  files: v.optional(count),
  bytes: v.optional(count),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/**
 * Unpack a backup beside a data folder that does not exist yet; `place` then moves keys and media into it, and `finish`
 * says that it may be used: until then nothing opens it, because what was erased since may be in it still. `discard` takes
 * away what lies beside it, `undo` also what was placed.
 * @param keyFile of an encrypted backup
 * @throws Error when the folder holds something, or the file is no backup
 */
export async function unpackBackup(
  file: string,
  dir: string,
  keyFile?: string,
): Promise<{
  manifest: Manifest;
  records: string;
  held: string;
  privates: string;
  place: () => void;
  finish: () => void;
  discard: () => void;
  undo: () => void;
}> {
  const { dir: root, keyDir, media, uploads, restoring } = dataPaths(dir);
  const wasThere = existsSync(root);
  if (wasThere && readdirSync(root).length > 0)
    throw new Error(
      `Expected ${root} to be empty or absent, found files in it. Move it away first.`,
    );
  if (!existsSync(file)) throw new Error(`Expected a backup at ${file}, found no file.`);
  const decrypt = readThrough(file, keyFile);
  requireWritable(root);
  mkdirSync(dirname(root), { recursive: true });
  tidyStaging(root);
  const staging = newStaging(root);
  const discard = () => rmSync(staging, { recursive: true, force: true });
  try {
    await unpackArchive(resolve(file), staging, readManifest, decrypt);
    const manifest = readManifest(join(staging, "manifest.json"));
    const records = join(staging, "records.jsonl");
    const found = await countLines(records);
    if (found !== manifest.size)
      throw new Error(`it announces ${manifest.size} records and holds ${found}`);
    return {
      manifest,
      records,
      held: join(staging, "held.jsonl"),
      privates: join(staging, "private.jsonl"),
      place() {
        mkdirSync(root, { recursive: true, mode: 0o700 });
        writeFileSync(restoring, "");
        placeFiles(staging, { keys: keyDir, media, uploads });
        for (const name of SETTINGS)
          if (existsSync(join(staging, name))) renameSync(join(staging, name), join(root, name));
      },
      finish: () => rmSync(restoring),
      discard,
      undo() {
        discard();
        if (!existsSync(restoring)) return;
        for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
        if (!wasThere) rmdirSync(root);
      },
    };
  } catch (error) {
    discard();
    if (DISK.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new Error(
      `Expected a backup made by cnd backup at ${file}, found something else (${(error as Error).message}).`,
      { cause: error },
    );
  }
}

const readManifest = (path: string): Manifest =>
  v.parse(Manifest, JSON.parse(readFileSync(path, "utf8")));

const DISK = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES"]); // says nothing about the file that was read

function placeFiles(
  staging: string,
  folders: Readonly<Record<"keys" | "media" | "uploads", string>>,
): void {
  for (const [from, to] of Object.entries(folders)) {
    if (!existsSync(join(staging, from))) continue; // a backup of before there were uploads
    renameSync(join(staging, from), to);
    chmodSync(to, 0o700);
    for (const name of readdirSync(to)) chmodSync(join(to, name), 0o600);
  }
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of chunksOf(path, () => 0)) lines += chunk.length;
  return lines;
}

/** The records of an unpacked backup in chunks. */
export function backupChunks(path: string): AsyncGenerator<Incoming[]> {
  return chunksOf(path, (line) => {
    const { entry, document } = JSON.parse(line) as { entry: string; document: string | null };
    return {
      entry: Buffer.from(entry),
      ...(document !== null && { document: Buffer.from(document) }),
    };
  });
}

/** The private rows of an unpacked backup in chunks. */
export const privateChunks = (path: string): AsyncGenerator<PrivateRow[]> =>
  chunksOf(path, (line) => JSON.parse(line) as PrivateRow);

async function* chunksOf<T>(path: string, read: (line: string) => T): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    chunk.push(read(line));
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
