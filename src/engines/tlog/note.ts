/**
 * Signed notes: a text with signature lines below it, readable by people and checkable by anyone with the key's line.
 * C2SP signed-note, Ed25519 only; the text must not be used before a known key's signature holds.
 */
import { createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { TlogError } from "./error.ts";
import { formatVkey, isKeyName, parseVkey, type Vkey } from "./vkey.ts";

/** A note whose signatures hold. */
interface OpenedNote {
  /** Everything above the blank line, with its last newline. */
  readonly text: string;
  /** The known keys that signed it, at least one, each once. */
  readonly signers: readonly Vkey[];
}

/** Bytes in the longest note read: room for 100 post-quantum signatures, and no more memory than that. */
export const MAX_NOTE_SIZE = 1_000_000;

/** Signature lines read at most, so that nobody can make a reader check forever; the format asks for at least 16. */
export const MAX_SIGNATURES = 100;

const ID_SIZE = 4;
const SIGNATURE_PREFIX = "— ";

/**
 * Signs a text, which must end in a newline, and returns the whole note.
 * Throws RangeError for a text or name that cannot be in a note, or a key that is not an Ed25519 private key.
 * Source: C2SP signed-note, "Format" and "Ed25519 signatures".
 */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  if (!text.endsWith("\n") || !isNoteText(text)) {
    throw new RangeError(
      "Expected a text that ends in a newline and holds no control characters, got another.",
    );
  }
  if (privateKey.type !== "private")
    throw new RangeError(`Expected a private key, got a ${privateKey.type} one.`);
  const id = new Uint8Array(ID_SIZE);
  new DataView(id.buffer).setUint32(0, parseVkey(formatVkey(name, privateKey)).keyId);
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${text}\n${SIGNATURE_PREFIX}${name} ${toBase64(Buffer.concat([id, signature]))}\n`;
}

/**
 * Opens a note with the keys one knows (`name+hash+key` lines). Signatures by other keys are passed over.
 * Throws TlogError: 'bad-note' when it is malformed or too large, 'bad-signature' when a known key's signature does
 * not hold, 'no-known-signature' when none is by a known key, 'bad-vkey' for a malformed key.
 * Source: C2SP signed-note, "Format" and "Signatures".
 */
export function openNote(bytes: Uint8Array, vkeys: readonly string[]): OpenedNote {
  const known = vkeys.map(parseVkey);
  const { text, signatures } = splitNote(bytes);
  const signers = new Set<Vkey>();
  for (const { name, keyId, signature } of signatures) {
    const key = known.find((vkey) => vkey.name === name && vkey.keyId === keyId);
    if (key === undefined) continue;
    if (!isSignedBy(key, text, signature)) {
      throw new TlogError(
        "bad-signature",
        `Expected a signature by ${name} that fits the text, got another.`,
      );
    }
    signers.add(key);
  }
  if (signers.size === 0) {
    const names = known.map(({ name }) => name).join(", ");
    throw new TlogError(
      "no-known-signature",
      `Expected a signature by ${names || "a known key"}, got none.`,
    );
  }
  return { text, signers: [...signers] };
}

interface Signature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
}

function splitNote(bytes: Uint8Array): { text: string; signatures: Signature[] } {
  if (bytes.length > MAX_NOTE_SIZE)
    throw badNote(`up to ${MAX_NOTE_SIZE} bytes`, `${bytes.length}`);
  const note = decodeUtf8(bytes);
  if (note === undefined || !isNoteText(note))
    throw badNote("UTF-8 without control characters", "another");
  const blank = note.lastIndexOf("\n\n"); // the text itself may hold blank lines: only the last one parts it off
  if (blank < 0 || !note.endsWith("\n") || blank + 2 === note.length) {
    throw badNote(
      "a text, a blank line and signature lines that end in a newline",
      "another shape",
    );
  }
  const lines = note.slice(blank + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES)
    throw badNote(`up to ${MAX_SIGNATURES} signatures`, `${lines.length}`);
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [name, encoded, ...more] = line.startsWith(SIGNATURE_PREFIX)
    ? line.slice(SIGNATURE_PREFIX.length).split(" ")
    : [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (
    name === undefined ||
    !isKeyName(name) ||
    bytes === undefined ||
    bytes.length <= ID_SIZE ||
    more.length > 0
  ) {
    throw badNote('a signature line "— name base64"', JSON.stringify(line.slice(0, 200)));
  }
  return { name, keyId: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(ID_SIZE) };
}

function isSignedBy({ publicKey }: Vkey, text: string, signature: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, Buffer.from(text), key, signature);
}

// Every character a note may hold: from U+0020 up, newline, no half of a surrogate pair (it has no UTF-8).
function isNoteText(text: string): boolean {
  return text.isWellFormed() && !/[^\n\u0020-\u{10ffff}]/u.test(text);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function badNote(expected: string, got: string): TlogError {
  return new TlogError("bad-note", `Expected a note of ${expected}, got ${got}.`);
}
