/**
 * Backup and restore: one file, portable between both databases, with records, bodies, media, what waits,
 * the private tables, and the keys. Whoever holds the file holds the keys, so it is readable by its owner alone, and by
 * whoever has the key that it was encrypted to.
 */
import {
  chmodSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { create } from "tar";
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import type { Incoming } from "../log/incoming.ts";
import { logHead } from "../log/reading.ts";
import type { LogTables } from "../log/tables.ts";
import { privateRows, type PrivateRow } from "../private/private.ts";
import { MAX_MEDIA } from "../media/media.ts";
import { listParts, SETTINGS, unpackArchive } from "./archive.ts";
import { dataPaths, requireWritable } from "./data-folder.ts";
import { encryptTo, readThrough } from "./encrypt.ts";

const CHUNK = 500;
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

type Progress = (done: number, total: number) => void;

interface Written {
  readonly dir: string;
  readonly file: string;
  /** Public keys of age; nobody's for a file that is not encrypted. */
  readonly recipients: readonly string[];
  readonly now: number;
  readonly progress: Progress;
}

/** Write a backup of what `db` (one reading snapshot) and the data folder hold. Returns its manifest. */
export async function writeBackup(
  db: Db,
  { dir, file, recipients, now, progress }: Written,
): Promise<Manifest> {
  const head = await logHead(db);
  if (!head)
    throw new Error(`Expected a campaign in ${dir}, found an empty log: nothing to back up.`);
  const target = resolve(file);
  // Where it is encrypted nothing legible comes to where backups lie, also not for a moment.
  const beside = recipients.length > 0 ? dir : dirname(target);
  clearUnfinished(beside);
  const staging = mkdtempSync(join(beside, `${UNFINISHED}${process.pid}-`));
  try {
    const about: Manifest = {
      format: "cnd-backup/1",
      made: new Date(now).toISOString(),
      origin: head.origin,
      size: head.size,
      checkpoint: head.checkpoint,
    };
    await writeLines(join(staging, "records.jsonl"), recordLines(db, head.size, progress));
    await writeLines(join(staging, "held.jsonl"), heldLines(db));
    await writeLines(join(staging, "private.jsonl"), privateLines(db));
    const { dir: root, keyDir, media, uploads } = dataPaths(dir);
    for (const name of SETTINGS)
      if (existsSync(join(root, name))) cpSync(join(root, name), join(staging, name));
    if (existsSync(uploads)) symlinkSync(uploads, join(staging, "uploads"));
    symlinkSync(keyDir, join(staging, "keys"));
    symlinkSync(media, join(staging, "media"));
    const manifest = await writeArchive(staging, `${target}.new`, about, recipients);
    chmodSync(`${target}.new`, 0o600);
    renameSync(`${target}.new`, target);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(`${target}.new`, { force: true });
  }
}

const UNFINISHED = ".cnd-backup-"; // and the process that makes it

/** What a backup that was killed left behind can be read by whoever reads the folder. One that is being made stays. */
function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = name.startsWith(UNFINISHED) ? parseInt(name.slice(UNFINISHED.length), 10) : NaN;
    if (maker > 0 && !isAlive(maker)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH"; // it may be another user's
  }
}

const TRIES = 5;

/** The instance goes on meanwhile: what was erased or settled between the list and the reading is not listed again. */
async function writeArchive(
  staging: string,
  to: string,
  about: Manifest,
  recipients: readonly string[],
): Promise<Manifest> {
  const how = { cwd: staging, gzip: true, follow: true, portable: true, noDirRecurse: true };
  for (let tries = 1; ; tries++)
    try {
      writeFileSync(join(staging, "manifest.json"), "");
      const parts = listParts(staging);
      const manifest = { ...about, files: parts.length, bytes: sum(parts.map(mostBytes)) };
      writeFileSync(join(staging, "manifest.json"), JSON.stringify(manifest, null, 2));
      const archive = create(
        how,
        parts.map(({ path }) => path),
      );
      // Through a stream of Node's: tar's own writing takes a write cut short by a full disk for a whole one.
      const written = createWriteStream(to, { mode: 0o600, flush: true });
      if (recipients.length > 0) await pipeline(archive, encryptTo(recipients), written);
      else await pipeline(archive, written);
      return manifest;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries === TRIES) throw error;
    }
}

const MANIFEST_BYTES = 65_536; // at most; it says the sum of which it is a part

/** A file that somebody is sending grows while the backup is written. */
const mostBytes = ({ path, bytes }: { path: string; bytes: number }): number =>
  path === "manifest.json" ? MANIFEST_BYTES : path.startsWith("uploads") ? MAX_MEDIA : bytes;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

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
  const staging = mkdtempSync(join(dirname(root), ".cnd-restore-"));
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

async function* recordLines(db: Db, size: number, progress: Progress): AsyncGenerator<string> {
  for (let next = 0; next < size; next += CHUNK) {
    const rows = await db
      .withTables<LogTables>()
      .selectFrom("record")
      .select(["entry", "document"])
      .where("idx", ">=", next)
      .where("idx", "<", next + CHUNK)
      .orderBy("idx")
      .execute();
    for (const row of rows) yield recordLine(row);
    progress(Math.min(next + CHUNK, size), size);
  }
}

async function* privateLines(db: Db): AsyncGenerator<string> {
  for await (const row of privateRows(db)) yield `${JSON.stringify(row)}\n`;
}

async function* heldLines(db: Db): AsyncGenerator<string> {
  const rows = await db.withTables<LogTables>().selectFrom("held").selectAll().execute();
  for (const row of rows) yield recordLine(row);
}

/** Entries and bodies are canonical JSON, so as text they come back byte for byte. */
function recordLine(row: { entry: Uint8Array; document: Uint8Array | null }): string {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
  return `${JSON.stringify({ entry: text(row.entry), document: row.document && text(row.document) })}\n`;
}

async function writeLines(path: string, lines: AsyncGenerator<string>): Promise<void> {
  await pipeline(lines, createWriteStream(path, { mode: 0o600 }));
}
