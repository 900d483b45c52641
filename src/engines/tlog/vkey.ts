/**
 * Verifier keys: one line that tells a log's public key with its name, so that anyone can check what the log signs.
 * C2SP signed-note, Ed25519 only.
 */
import { createPublicKey, hash, type KeyObject } from "node:crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { TlogError } from "./error.ts";

/** A public key with its name, as `name+hash+key` tells it. */
export interface Vkey {
  readonly name: string;
  /** The first four bytes of the key's hash, as a number: tells keys of one name apart, proves nothing. */
  readonly keyId: number;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

const ED25519 = 0x01; // signature type byte
const KEY_SIZE = 32;

/**
 * The line that makes a public key known: `name+hash+base64(0x01 || key)`. Takes the private or the public key.
 * Throws RangeError for a key that is not Ed25519 or a name that is empty or holds a space, a plus or a control
 * character. Source: golang.org/x/mod/sumdb/note, C2SP signed-note "Signatures".
 */
export function formatVkey(name: string, key: KeyObject): string {
  if (!isKeyName(name)) {
    throw new RangeError(
      `Expected a key name without spaces, plus or controls, got ${JSON.stringify(name)}.`,
    );
  }
  const publicKey = rawPublicKey(key);
  return `${name}+${hex(keyIdOf(name, publicKey))}+${toBase64(typed(publicKey))}`;
}

/** Reads a key's line. Throws TlogError 'bad-vkey' when it is malformed, not Ed25519 or its hash does not fit it. */
export function parseVkey(vkey: string): Vkey {
  const [, name, id, keyText] = /^([^+]+)\+([0-9a-f]{8})\+([^\s]+)$/.exec(vkey) ?? [];
  if (name === undefined || id === undefined || keyText === undefined || !isKeyName(name)) {
    throw new TlogError(
      "bad-vkey",
      `Expected a key as name+hash+base64, got ${JSON.stringify(vkey)}.`,
    );
  }
  const bytes = fromBase64(keyText);
  if (bytes?.length !== 1 + KEY_SIZE || bytes[0] !== ED25519) {
    throw new TlogError(
      "bad-vkey",
      `Expected the type byte 1 and ${KEY_SIZE} bytes of key, got ${JSON.stringify(keyText)}.`,
    );
  }
  const publicKey = bytes.slice(1);
  const keyId = keyIdOf(name, publicKey);
  if (hex(keyId) !== id)
    throw new TlogError("bad-vkey", `Expected the key hash ${hex(keyId)}, got ${id}.`);
  return { name, keyId, publicKey };
}

/** Whether a key may be called this: not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return (
    name.isWellFormed() &&
    /^[^\p{White_Space}+]+$/u.test(name) &&
    !/[^\u0020-\u{10ffff}]/u.test(name)
  );
}

// SHA-256(name || newline || type || key)[:4], big-endian. Source: C2SP signed-note, "Signatures".
function keyIdOf(name: string, publicKey: Uint8Array): number {
  const digest = hash(
    "sha256",
    Buffer.concat([Buffer.from(`${name}\n`), typed(publicKey)]),
    "buffer",
  );
  return digest.readUInt32BE(0);
}

function hex(keyId: number): string {
  return keyId.toString(16).padStart(8, "0");
}

// The key as the hash and the line want it: its type byte first.
function typed(publicKey: Uint8Array): Uint8Array {
  return new Uint8Array([ED25519, ...publicKey]);
}

function rawPublicKey(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== "ed25519") {
    throw new RangeError(`Expected an Ed25519 key, got ${key.asymmetricKeyType ?? key.type}.`);
  }
  const { x } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  return new Uint8Array(Buffer.from(x ?? "", "base64url"));
}
