/**
 * Backup: one file, portable between both databases, with records, bodies, media, what waits,
 * the private tables, and the keys. Whoever holds the file holds the keys, so it is readable by its owner alone, and by
 * whoever has the key that it was encrypted to.
 */
import {
  chmodSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { create } from "tar";
import type { Db } from "../db/store.ts";
import { logHead } from "../log/reading.ts";
import type { LogTables } from "../log/tables.ts";
import type { PrivatePart } from "../private/part.ts";
import { partsUnknown, privateRows } from "../private/private.ts";
import { MAX_MEDIA } from "../media/media.ts";
import { listParts, SETTINGS } from "./archive.ts";
import { dataPaths } from "./data-folder.ts";
import { encryptTo } from "./encrypt.ts";
import { clearUnfinished } from "./unfinished.ts";
import type { Manifest } from "./unpack-backup.ts";

const CHUNK = 500; // records read at once

type Progress = (done: number, total: number) => void;

interface Written {
  readonly parts: readonly PrivatePart[];
  readonly dir: string;
  readonly file: string;
  /** Public keys of age; nobody's for a file that is not encrypted. */
  readonly recipients: readonly string[];
  readonly now: number;
  readonly progress: Progress;
  /** The folder in which it is put together; beside the file without, or in the data folder where it is encrypted. */
  readonly staging?: string;
  /** Told before so many bytes more are written, and throws where there is no room for them. */
  readonly room?: (bytes: number) => void;
  /** Ends it; nothing of it stays. */
  readonly signal?: AbortSignal;
}

/** Write a backup of what `db` (one reading snapshot) and the data folder hold. Returns its manifest. */
export async function writeBackup(
  db: Db,
  { parts, dir, file, recipients, now, progress, ...how }: Written,
): Promise<Manifest> {
  const head = await logHead(db);
  if (!head)
    throw new Error(`Expected a campaign in ${dir}, found an empty log: nothing to back up.`);
  const unknown = await partsUnknown(db, parts);
  if (unknown.length > 0)
    throw new Error(
      `This campaign holds private tables of ${unknown.join(", ")}, which is not loaded, so that a backup would lack them. Name its file: CND_FEATURES`,
    );
  const target = resolve(file);
  // Where it is encrypted nothing legible comes to where backups lie, also not for a moment.
  const beside = how.staging ?? (recipients.length > 0 ? dir : dirname(target));
  clearUnfinished(beside, UNFINISHED);
  const staging = mkdtempSync(join(beside, `${UNFINISHED}${process.pid}-`));
  try {
    const about: Manifest = {
      format: "cnd-backup/1",
      made: new Date(now).toISOString(),
      origin: head.origin,
      size: head.size,
      checkpoint: head.checkpoint,
    };
    await writeLines(join(staging, "records.jsonl"), recordLines(db, head.size, progress), how);
    await writeLines(join(staging, "held.jsonl"), heldLines(db), how);
    await writeLines(join(staging, "private.jsonl"), privateLines(db, parts), how);
    const { dir: root, keyDir, media, uploads } = dataPaths(dir);
    for (const name of SETTINGS)
      if (existsSync(join(root, name))) cpSync(join(root, name), join(staging, name));
    if (existsSync(uploads)) symlinkSync(uploads, join(staging, "uploads"));
    symlinkSync(keyDir, join(staging, "keys"));
    symlinkSync(media, join(staging, "media"));
    const manifest = await writeArchive(staging, `${target}.new`, about, {
      recipients,
      ...how,
    });
    chmodSync(`${target}.new`, 0o600);
    renameSync(`${target}.new`, target);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(`${target}.new`, { force: true });
  }
}

export const UNFINISHED = ".cnd-backup-"; // and the process that makes it

const TRIES = 5;

/** The instance goes on meanwhile: what was erased or settled between the list and the reading is not listed again. */
async function writeArchive(
  staging: string,
  to: string,
  about: Manifest,
  { recipients, room, signal }: Bounded & Pick<Written, "recipients">,
): Promise<Manifest> {
  const how = { cwd: staging, follow: true, portable: true, noDirRecurse: true };
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
      const through = recipients.length > 0 ? encryptTo(recipients) : plainly;
      // Node's gzip works beside this thread; tar's own would let readers wait for a second for each large file.
      await pipeline(archive, createGzip(), through, within(room), written, { signal });
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

async function* privateLines(db: Db, parts: readonly PrivatePart[]): AsyncGenerator<string> {
  for await (const row of privateRows(db, parts)) yield `${JSON.stringify(row)}\n`;
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

async function writeLines(
  path: string,
  lines: AsyncGenerator<string>,
  { room, signal }: Bounded,
): Promise<void> {
  await pipeline(lines, within(room), createWriteStream(path, { mode: 0o600 }), { signal });
}

type Bounded = Pick<Written, "room" | "signal">;
type Bytes = AsyncIterable<Uint8Array | string>;

async function* plainly(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

/** What goes through is announced before it is written. */
const within = (room: (bytes: number) => void = () => undefined) =>
  async function* (bytes: Bytes): AsyncGenerator<Uint8Array | string> {
    for await (const some of bytes) {
      room(Buffer.byteLength(some));
      yield some;
    }
  };
