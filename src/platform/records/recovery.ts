/**
 * A recovery key as people keep it: on paper. 160 bits of chance and 20 of a check, as nine groups of four signs (Crockford's
 * base 32, without I, L, O and U); the key itself is worked out from them.
 */
import { createHash, createPrivateKey, randomBytes } from "node:crypto";
import { keyFromPem, type Key } from "./keys.ts";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const [CHANCE, CHECK] = [20, 4]; // bytes; signs
const LENGTH = (CHANCE * 8) / 5 + CHECK; // signs

/** A new one: what is written on paper, and its key. */
export function newRecovery(): { readonly text: string; readonly key: Key } {
  const secret = randomBytes(CHANCE);
  const signs = base32(secret) + checkOf(secret);
  return { text: signs.match(/.{4}/g)!.join("-"), key: keyOf(secret) };
}

/**
 * Read what somebody typed from paper: in any case, with or without what stands between the groups, O for 0, I and L for 1.
 * @returns undefined where a sign is wrong or missing
 */
export function readRecovery(text: string): Key | undefined {
  if (text.length > 200) return undefined;
  const signs = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (signs.length !== LENGTH || !/^[0-9A-HJKMNP-TV-Z]+$/.test(signs)) return undefined;
  const secret = bytesOf(signs.slice(0, -CHECK));
  return checkOf(secret) === signs.slice(-CHECK) ? keyOf(secret) : undefined;
}

const digest = (what: string, secret: Buffer): Buffer =>
  createHash("sha256").update(`cnd recovery ${what} 1\n`).update(secret).digest();
const checkOf = (secret: Buffer): string => base32(digest("check", secret)).slice(0, CHECK);

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex"); // of an Ed25519 key, before its 32 bytes (RFC 8410)

function keyOf(secret: Buffer): Key {
  const der = Buffer.concat([PKCS8, digest("key", secret)]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return keyFromPem(key.export({ type: "pkcs8", format: "pem" }));
}

/** Whole groups of five bits; what is left over is left out. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => SIGNS[Number.parseInt(five, 2)]).join("");
}

function bytesOf(signs: string): Buffer {
  const bits = Array.from(signs, (sign) => SIGNS.indexOf(sign).toString(2).padStart(5, "0")).join(
    "",
  );
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
