/** Encrypted backups: the age format (age-encryption.org/v1) to public keys, as a stream, read by the age tool and by a restore. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

type Through = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const MAGIC = "age-encryption.org/v1\n";
const MAX_HEADER = 65_536; // bytes; a hundred recipients have 10,000: a file without an end of it is not read into memory
const MAX_KEY_FILE = 100_000; // bytes

/** A new pair, as `age-keygen` makes one: the text of the key file, and the public key to encrypt to. */
export async function newBackupKey(now: Date): Promise<{ file: string; recipient: string }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const file = `# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  return { file, recipient };
}

/** Whom backups of this data folder are encrypted to; nobody where it has no such file. @throws Error for a line that is no key */
export function readRecipients(path: string): string[] {
  return existsSync(path) ? linesOf(path).map((key) => requireRecipient(key, ` in ${path}`)) : [];
}

/** @throws Error when the text is no public key of age */
export function requireRecipient(key: string, where = ""): string {
  try {
    new Encrypter().addRecipient(key);
    return key;
  } catch (error) {
    const got = JSON.stringify(key.slice(0, 80));
    const hint = key.startsWith("AGE-SECRET-KEY-") ? "a secret key" : got;
    throw new Error(
      `Expected a public key such as age1…${where}, got ${hint}. Make one: bin/cnd.js key backup FILE`,
      { cause: error },
    );
  }
}

/** What goes through comes out encrypted to these public keys. */
export function encryptTo(recipients: readonly string[]): Through {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return async function* (bytes) {
    yield* await encrypter.encrypt(streamOf(bytes));
  };
}

/**
 * How the bytes of this backup are read.
 * @param keyFile what age-keygen and `cnd key backup` write; undefined where none was given
 * @throws Error where a key is needed and was not given, or was given for a file that is not encrypted
 */
export function readThrough(file: string, keyFile: string | undefined): Through | undefined {
  const head = headOf(file);
  const isEncrypted = head.startsWith(MAGIC);
  if (!isEncrypted && keyFile === undefined) return undefined;
  if (!isEncrypted)
    throw new Error(
      `Expected an encrypted backup at ${file}, because a key was given; found one that is not. Restore it without --key if you trust whoever put it there.`,
    );
  if (keyFile === undefined)
    throw new Error(
      `Expected the key of this encrypted backup, got none: cnd restore ${file} --key KEYFILE`,
    );
  const decrypter = new Decrypter();
  for (const identity of identitiesIn(keyFile)) decrypter.addIdentity(identity);
  return async function* (bytes) {
    if (!head.includes("\n--- ")) throw new Error("its beginning is damaged or cut short");
    const decrypted = await decrypter.decrypt(streamOf(bytes)).catch((error: unknown) => {
      const why = `it is encrypted to another key than that in ${keyFile}, or its beginning is damaged`;
      throw new Error(why, { cause: error });
    });
    try {
      yield* decrypted;
    } catch (error) {
      throw new Error("it is damaged or cut short", { cause: error });
    }
  };
}

const streamOf = (bytes: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array<ArrayBuffer>>;

function identitiesIn(path: string): string[] {
  if (!existsSync(path)) throw new Error(`Expected a key file at ${path}, found none.`);
  const lines = linesOf(path);
  const isKey = (line: string) => /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20,5000}$/.test(line);
  if (lines.length === 0 || !lines.every(isKey))
    throw new Error(
      `Expected lines such as AGE-SECRET-KEY-1… in ${path}, found something else. It is the file that cnd key backup or age-keygen wrote.`,
    );
  return lines;
}

/** The lines of a small file, without comments and empty ones. */
function linesOf(path: string): string[] {
  const text = readFileSync(path, "utf8").slice(0, MAX_KEY_FILE);
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(MAX_HEADER);
    return bytes.toString("latin1", 0, readSync(file, bytes, 0, MAX_HEADER, 0));
  } finally {
    closeSync(file);
  }
}
