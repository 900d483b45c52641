/**
 * The archive that a backup is: written from the parts in a folder, and read back by one who trusts nothing in it. Only
 * plain files of the names that a backup has come out of it, each once, and no more than it announces.
 */
import { createReadStream, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Parser, type ReadEntry } from "tar";
import { isMediaName } from "../media/reading.ts";

/** What an archive says at its beginning that it holds: how many files, and how many bytes of them at most. */
interface Announced {
  readonly files: number;
  readonly bytes: number;
}

/** Of a backup that announces nothing, as older ones do: no campaign is larger, and a disk is not filled by one that claims to be. */
const MOST: Announced = { files: 1_000_000, bytes: 4e12 };
const MAX_MANIFEST = 65_536; // bytes; it is read into memory before anything else is known of the file
const SHOWN = 80; // characters of a strange name in an error

/** Files of the data folder that an operator writes, by hand or at the desk; a backup has them as they are. */
export const SETTINGS = [
  "backup-recipients.txt",
  "backup-keeping.json",
  "limits.yaml",
  "releases.json",
] as const;
const FILES = new Set<string>([
  "manifest.json",
  "records.jsonl",
  "held.jsonl",
  "private.jsonl",
  ...SETTINGS,
]);
/** The folders of a backup, and which names may lie in each. No other folder, and none inside. */
const FOLDERS: Readonly<Record<string, (name: string) => boolean>> = {
  keys: (name) => /^[a-z][a-z0-9-]{0,40}\.pem$/.test(name),
  media: isMediaName,
  uploads: (name) => /^[A-Za-z0-9_-]{1,64}$/.test(name),
};

/** The files of a staged backup, its manifest first; links and what is still being written (it begins with a dot) are none. */
export function listParts(staging: string): { path: string; bytes: number }[] {
  const sized = (path: string) => ({ path, bytes: lstatSync(join(staging, path)).size });
  const top = readdirSync(staging).filter((name) => FILES.has(name));
  const inside = readdirSync(staging)
    .filter((name) => name in FOLDERS)
    .flatMap((folder) =>
      readdirSync(join(staging, folder), { withFileTypes: true })
        .filter((file) => file.isFile() && FOLDERS[folder]!(file.name))
        .map((file) => join(folder, file.name)),
    );
  return ["manifest.json", ...top.filter((name) => name !== "manifest.json"), ...inside].map(sized);
}

/**
 * Unpack the archive in `file` into the empty folder `to`.
 * @param decrypt what is done with its bytes before they are unzipped
 * @param announced reads the finished manifest
 * @throws Error that says what the archive holds instead of a backup; what came before it lies in `to`
 */
export async function unpackArchive(
  file: string,
  to: string,
  announced: Announcing,
  decrypt: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (bytes) => bytes,
): Promise<void> {
  const unpacking = openUnpacking(to, announced);
  await pipeline(createReadStream(file), decrypt, createGunzip(), async (bytes) => {
    for await (const chunk of bytes as AsyncIterable<Buffer>) await unpacking.take(chunk);
    await unpacking.end();
  }).catch(async (error: unknown) => {
    await unpacking.close();
    throw error;
  });
}

type Announcing = (manifest: string) => { readonly [K in keyof Announced]?: number | undefined };
type Step = { readonly of: ReadEntry; readonly bytes?: Uint8Array; readonly ends?: true };

function openUnpacking(to: string, announced: Announcing) {
  const steps: Step[] = []; // what the parser found in one chunk, to be done before the next is read
  let failure: Error | undefined;
  const fail = (error: Error) => (failure ??= error);
  const parser = new Parser({ strict: true });
  parser.on("error", fail);
  parser.on("ignoredEntry", (of: ReadEntry) => fail(refusal(of)));
  parser.on("entry", (of: ReadEntry) => {
    steps.push({ of });
    of.on("data", (bytes: Uint8Array) => steps.push({ of, bytes }));
    of.on("end", () => steps.push({ of, ends: true }));
  });
  let most = MOST;
  let exact = false;
  let found = { files: 0, bytes: 0 };
  let file: { readonly handle: FileHandle; readonly name: string } | undefined;

  async function begin(of: ReadEntry): Promise<void> {
    const name = nameOf(of);
    if (isFolder(of)) return;
    found = { files: found.files + 1, bytes: found.bytes + of.size };
    if (found.files > most.files) throw new Error(`it holds more than ${most.files} files`);
    if (found.bytes > most.bytes) throw new Error(`it holds more than ${most.bytes} bytes`);
    if (name === "manifest.json" && of.size > MAX_MANIFEST)
      throw new Error(`its manifest has more than ${MAX_MANIFEST} bytes`);
    const [folder, inside] = name.split("/");
    if (inside !== undefined) mkdirSync(join(to, folder!), { recursive: true, mode: 0o700 });
    const handle = await open(join(to, name), "wx", 0o600).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      throw new Error(`it holds ${shown(name)} twice`, { cause: error });
    });
    file = { handle, name };
  }

  async function finish(): Promise<void> {
    if (!file) return;
    const { handle, name } = file;
    file = undefined;
    await handle.close();
    if (name !== "manifest.json") return;
    const { files, bytes } = announced(join(to, name));
    exact = files !== undefined;
    most = { files: files ?? MOST.files, bytes: bytes ?? MOST.bytes };
  }

  async function carryOut(): Promise<void> {
    for (const { of, bytes, ends } of steps.splice(0)) {
      if (bytes) await file?.handle.writeFile(bytes);
      else if (ends) await finish();
      else await begin(of);
    }
    if (failure) throw failure;
  }

  return {
    async take(chunk: Uint8Array) {
      parser.write(Buffer.from(chunk));
      await carryOut();
    },
    async end() {
      parser.end();
      await carryOut();
      if (exact && found.files !== most.files)
        throw new Error(`it announces ${most.files} files and holds ${found.files}`);
    },
    close: async () => file?.handle.close(),
  };
}

const PLAIN = new Set(["File", "OldFile", "ContiguousFile"]);
const isFolder = (of: ReadEntry): boolean => of.type === "Directory" || of.type === "GNUDumpDir";

/** The name that an entry has in a backup. @throws Error when it can have none there */
function nameOf(of: ReadEntry): string {
  const name = of.path.replace(/^(?:\.\/)+/, "").replace(/\/$/, "");
  const [folder = "", inside, ...more] = name.split("/");
  if (isFolder(of) ? name === "." || name === "" || Object.hasOwn(FOLDERS, name) : isPart())
    return name;
  throw refusal(of);

  function isPart(): boolean {
    if (!PLAIN.has(of.type) || more.length > 0) return false;
    if (inside === undefined) return FILES.has(name);
    return Object.hasOwn(FOLDERS, folder) && FOLDERS[folder]!(inside);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  SymbolicLink: "a symbolic link",
  Link: "a hard link",
  CharacterDevice: "a device",
  BlockDevice: "a device",
  FIFO: "a pipe",
  Directory: "another folder",
};

function refusal(of: ReadEntry): Error {
  const what = PLAIN.has(of.type) ? outside(of.path) : (TYPES[of.type] ?? "something unknown");
  return new Error(`it holds ${what}, ${shown(of.path)}, which no backup has`);
}

function outside(path: string): string {
  if (path.startsWith("/")) return "an absolute path";
  return path.split("/").includes("..") ? "a path that leads out of it" : "another file";
}

const shown = (path: string): string =>
  JSON.stringify(path.length > SHOWN ? `${path.slice(0, SHOWN)}…` : path);
