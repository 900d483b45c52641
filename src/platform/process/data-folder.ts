/** The data folder of an instance: the database, the keys, the media, the page cache. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { sha256 } from "../records/record.ts";
import { keyFromPem, keyToPem, newKey, type Key } from "../records/keys.ts";

export interface DataFolder {
  readonly dir: string;
  readonly database: string;
  readonly media: string;
  /** What people sent and nobody has settled yet. */
  readonly uploads: string;
  /** Lighter files of media while they are made. */
  readonly ladder: string;
  readonly cache: string;
  readonly socket: string;
  readonly lock: string;
  /** By which id the folder and its database know each other. */
  readonly bond: string;
  /** When the program ran last. */
  readonly seen: string;
  /** Stands there while a restore is under way, and where one was cut off: what was erased since may be there still. */
  readonly restoring: string;
  /** To whom backups are encrypted: public keys, one a line; absent where they are not. */
  readonly recipients: string;
  /** Backups that are kept here, and for how long. */
  readonly backups: string;
  readonly keeping: string;
  /** Whom to ask for newer releases, and what was found there. */
  readonly releases: string;
  /** Exports of earlier sites that were sent to the desk. */
  readonly arrivals: string;
  /** Regions that are prepared at the desk, for plans. */
  readonly regions: string;
  /** Public recovery keys that `cnd init` made, one a line, until the log names them. */
  readonly recovery: string;
  readonly keyDir: string;
  readonly keys: Keys;
}

interface Keys {
  /** The key that says this instance's records. */
  readonly owner: Key;
  /** The key that signs the log's checkpoints. */
  readonly log: Key;
  /** What secrets in mails, and hashes of addresses, are worked out from: the first owner's key, whatever came after it. */
  readonly secrets: Key;
}

/** Where everything lies in a data folder. */
export function dataPaths(dir: string): Omit<DataFolder, "keys"> {
  const root = resolve(dir);
  return {
    dir: root,
    database: join(root, "log.sqlite"),
    media: join(root, "media"),
    uploads: join(root, "uploads"),
    ladder: join(root, "ladder"),
    cache: join(root, "cache"),
    socket: socketPath(root),
    lock: join(root, "lock.sqlite"),
    bond: join(root, "database.json"),
    seen: join(root, "last-seen"),
    restoring: join(root, "restoring"),
    recipients: join(root, "backup-recipients.txt"),
    backups: join(root, "backups"),
    keeping: join(root, "backup-keeping.json"),
    releases: join(root, "releases.json"),
    arrivals: join(root, "arrivals"),
    regions: join(root, "regions"),
    recovery: join(root, "recovery-key.txt"),
    keyDir: join(root, "keys"),
  };
}

const MAX_SOCKET = 100; // bytes; a socket's path may have 107

/** In the data folder; where its path is too long for a socket, a name of its own among the temporary files. */
function socketPath(root: string): string {
  const path = join(root, "cnd.sock");
  return Buffer.byteLength(path) <= MAX_SOCKET
    ? path
    : join(tmpdir(), `cnd-${sha256(root).slice(0, 32)}.sock`);
}

/** @throws Error EROFS or EACCES, which says more than what fails later where one may only read */
export function requireWritable(dir: string): void {
  if (existsSync(dir) || dirname(dir) === dir) accessSync(dir, constants.W_OK);
  else requireWritable(dirname(dir));
}

/** Make what is missing of a data folder, readable by its owner alone. New keys are for a log without a record. */
export function makeDataFolder(dir: string): void {
  const { dir: root, keyDir } = dataPaths(dir);
  for (const each of [root, keyDir]) mkdirSync(each, { recursive: true, mode: 0o700 });
  for (const name of ["owner", "log"]) makeKey(keyDir, name);
}

/** Open a data folder with the keys that lie in it. @throws Error ENOENT where there is no key of the log */
export function openDataFolder(dir: string): DataFolder {
  const paths = dataPaths(dir);
  const { keyDir } = paths;
  const log = readKey(keyDir, "log");
  for (const sub of [paths.media, paths.cache]) mkdirSync(sub, { recursive: true, mode: 0o700 });
  // Where it is lost, one that owns nothing and is written nowhere stands in its place.
  const owner = existsSync(join(keyDir, "owner.pem")) ? readKey(keyDir, "owner") : newKey();
  const [first] = formerKeys(keyDir);
  return { ...paths, keys: { owner, log, secrets: first ? readKey(keyDir, first) : owner } };
}

export const hasData = (dir: string): boolean => existsSync(dataPaths(dir).keyDir);

/**
 * The files kept beside the data folder, which outlive it: the bodies that were erased, the hashes of secrets whose
 * senders withdrew what they had sent, who may come in, the trail, and the newest checkpoint. A restore reads them.
 */
export function besideData(dir: string): {
  readonly erasures: string;
  readonly withdrawn: string;
  readonly access: string;
  readonly trail: string;
  readonly checkpoint: string;
} {
  const root = resolve(dir);
  return {
    erasures: `${root}.erasures`,
    withdrawn: `${root}.withdrawn`,
    access: `${root}.access`,
    trail: `${root}.trail`,
    checkpoint: `${root}.checkpoint`,
  };
}

/** Names of the keys that owned before, `owner-1` first. */
export const formerKeys = (keyDir: string): string[] =>
  readdirSync(keyDir)
    .flatMap((name) => /^owner-([1-9]\d{0,5})\.pem$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((n) => `owner-${n}`);

export const readKey = (dir: string, name: string): Key =>
  keyFromPem(readFileSync(join(dir, `${name}.pem`), "utf8"));

function makeKey(dir: string, name: string): void {
  const path = join(dir, `${name}.pem`);
  if (existsSync(path)) return;
  writeFileSync(path, keyToPem(newKey()), { mode: 0o600, flag: "wx", flush: true });
  chmodSync(path, 0o600);
}

/** What was renamed in it stays so when the power fails. */
export function syncFolder(dir: string): void {
  const open = openSync(dir, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
