/** Keys: Ed25519 pairs that say records. A key's name is its 32 public bytes in base64url. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";

export interface Key {
  readonly name: string;
  readonly privateKey: KeyObject;
}

export function newKey(): Key {
  return named(generateKeyPairSync("ed25519").privateKey);
}

/** A key from its PKCS #8 PEM text. @throws Error when the text is no Ed25519 private key */
export function keyFromPem(pem: string): Key {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519")
    throw new Error(`Expected an Ed25519 private key, got ${privateKey.asymmetricKeyType}.`);
  return named(privateKey);
}

export const keyToPem = (key: Key): string =>
  key.privateKey.export({ type: "pkcs8", format: "pem" });

const MAX_REMEMBERED = 1000; // parsing a key costs as much as a signature; more authors than this are re-parsed
const remembered = new Map<string, KeyObject>();

/** The public key of a name. @throws Error when the name is not 32 bytes in base64url */
export function publicKeyOf(name: string): KeyObject {
  const known = remembered.get(name);
  if (known) return known;
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: name }, format: "jwk" });
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(name, key);
  return key;
}

function named(privateKey: KeyObject): Key {
  const name = createPublicKey(privateKey).export({ format: "jwk" }).x;
  if (!name) throw new Error("Expected an Ed25519 key with a public part, got none.");
  return { name, privateKey };
}
